import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '#shared/domain/paper/base64.ts';
import { joinPaper } from '#shared/domain/paper/join-paper.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';

test('DEV-80 our base64 is Node’s', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(text)).toEqual(bytes);
    }),
    { seed: 80 },
  );
});

function joined(...elements: readonly PaperElement[]): readonly PaperElement[] {
  const paper: PaperElement[] = [];
  for (const element of elements) joinPaper(paper, element);
  return paper;
}

const band = (heightDots: number, over: Partial<Extract<PaperElement, { kind: 'image' }>> = {}) =>
  ({
    kind: 'image',
    align: 'left',
    widthDots: 8,
    heightDots,
    bits: toBase64(Uint8Array.from({ length: heightDots }, (_, row) => row)),
    ...over,
  }) as const;

test('DEV-80 feeds after each other are one, and so are the bands of a picture', () => {
  const feed = { kind: 'feed', lines: 2 } as const;
  expect(joined(feed, feed, { kind: 'cut' }, feed)).toEqual([
    { kind: 'feed', lines: 4 },
    { kind: 'cut' },
    feed,
  ]);
  for (const [first, second] of [
    [3, 2],
    [4, 5],
    [1, 1],
  ] as const) {
    const [image, ...rest] = joined(band(first), band(second));
    const rows = [...Array(first).keys(), ...Array(second).keys()];
    expect(image).toEqual({ ...band(first + second), bits: toBase64(Uint8Array.from(rows)) });
    expect(rest).toEqual([]);
  }
});

test('DEV-80 pictures of another width or at another place stay apart', () => {
  expect(joined(band(2), band(2, { align: 'center' }), band(2, { widthDots: 7 }))).toHaveLength(3);
  expect(joined(band(2), { kind: 'cut' }, band(2))).toHaveLength(3);
});
