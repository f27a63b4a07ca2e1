import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { logo } from '#db/seed/logo.ts';
import { stores } from '#db/seed/store.ts';
import { bitmapBytes, bitmapPath, bitmapProblem } from '#shared/domain/catalog/bitmap.ts';
import { problemOf } from '#shared/domain/catalog/record-problems.ts';
import { StoreRecord } from '#shared/domain/catalog/store.ts';
import { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { renderHtml } from '#shared/domain/receipt/render-html.ts';
import { renderText } from '#shared/domain/receipt/render-text.ts';
import { required } from '#shared/lib/assert.ts';

// X.X
// .X.
const cross = { widthDots: 3, heightDots: 2, bits: 'oEA=' };

test('DEV-35 a picture has as many dots as it says', () => {
  expect(bitmapProblem(cross)).toBeNull();
  expect(bitmapProblem(logo)).toBeNull();
  expect(bitmapProblem({ ...cross, widthDots: 9 })).toBe('has 2 bytes, but 9 × 2 dots take 4');
  const store = required(stores[0], 'a store');
  expect(problemOf(store)).toBeNull();
  expect(problemOf({ ...store, logo: { ...cross, heightDots: 3 } })).toEqual({
    field: 'logo.bits',
    reason: 'has 2 bytes, but 3 × 3 dots take 3',
  });
});

test('DEV-35 a logo is at most as wide as narrow paper, and a store needs none', () => {
  const check = Compile(StoreRecord);
  const { logo: _, ...plain } = required(stores[0], 'a store');
  expect(check.Check(plain)).toBe(true);
  expect(check.Check({ ...plain, logo: cross })).toBe(true);
  for (const wrong of [{ widthDots: 385 }, { heightDots: 201 }, { bits: 'no base64!' }]) {
    expect(check.Check({ ...plain, logo: { ...cross, ...wrong } })).toBe(false);
  }
});

test('DEV-35 what lies beyond the width of a picture is white', () => {
  expect([...bitmapBytes(cross)]).toEqual([0b1010_0000, 0b0100_0000]);
  expect([...bitmapBytes({ ...cross, bits: '//8=' })]).toEqual([0b1110_0000, 0b1110_0000]);
  expect([...bitmapBytes({ ...cross, bits: '//////8=' })]).toEqual([0b1110_0000, 0b1110_0000]);
});

test('SAL-59 a logo is a picture with a name, one rectangle for each run of dots', () => {
  expect(bitmapPath(cross)).toBe('M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1z');
  const html = renderHtml({
    title: 'Receipt 1',
    locale: 'en',
    blocks: [{ kind: 'logo', ...cross, alt: '"><script>' }],
  });
  expect(html).toContain(
    '<svg class="receipt-logo" viewBox="0 0 3 2" role="img" aria-label="&quot;&gt;&lt;script&gt;"',
  );
  expect(html).not.toMatch(/<script|style=/);
});

test('DEV-35 documents of before have no logo, and are as valid as those that do', () => {
  const check = Compile(ReceiptDocument);
  const title = { kind: 'title', text: 'Atelier Nord' } as const;
  const old: ReceiptDocument = { title: '', locale: 'en', blocks: [title] };
  const withLogo: ReceiptDocument = {
    ...old,
    blocks: [{ kind: 'logo', ...logo, alt: 'Atelier Nord' }, title],
  };
  expect([check.Check(old), check.Check(withLogo)]).toEqual([true, true]);
  expect(renderText(withLogo, 42)).toBe(renderText(old, 42));
});
