import { createCanvas, loadImage } from '@napi-rs/canvas';
import readQr from 'jsqr';
import { expect, test } from 'vitest';
import { drawPaper } from '#shared/domain/paper/draw-paper.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';

const plain = { bold: false, underline: false, inverted: false, width: 1, height: 1 };
const papers = [
  { columns: 32, dotsPerLine: 384 },
  { columns: 42, dotsPerLine: 512 },
  { columns: 48, dotsPerLine: 576 },
] as const;
const wide = papers[2];
/** Around what is printed. */
const margin = 24;

type Line = Extract<PaperElement, { kind: 'line' }>;

function line(
  text: string,
  style: Partial<Line['runs'][number]> = {},
  align: Line['align'] = 'left',
): Line {
  return { kind: 'line', align, runs: [{ ...plain, ...style, text }] };
}

/** The picture as a screen shows it, on a desk that is neither paper nor ink. */
async function look(elements: readonly PaperElement[], size: (typeof papers)[number]) {
  const image = await loadImage(Buffer.from(drawPaper(elements, size)));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, image.width, image.height);
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  const luma = (x: number, y: number) => data[(y * width + x) * 4 + 1] ?? 0;
  return {
    data,
    width,
    height,
    isInk: (x: number, y: number) => luma(x, y) < 0x60,
    isPaper: (x: number, y: number) => luma(x, y) > 0xe0,
    /** The leftmost and the rightmost inked dot between two rows, counted from the printable edge. */
    inked(top: number, bottom: number): readonly [number, number] {
      let [first, last] = [Number.POSITIVE_INFINITY, -1];
      for (let y = top; y < bottom; y += 1) {
        for (let x = margin; x < margin + size.dotsPerLine; x += 1) {
          if (luma(x, y) >= 0x60) continue;
          first = Math.min(first, x - margin);
          last = Math.max(last, x - margin);
        }
      }
      return [first, last];
    },
  };
}

test.each(papers)(
  'DEV-92 on $columns columns every character stands in its own cell',
  async (size) => {
    const { columns } = size;
    const full = '█'.repeat(columns);
    const every = Array.from({ length: columns }, (_, at) => (at % 2 === 0 ? 'I' : ' ')).join('');
    const picture = await look([line(full), line(every)], size);
    const [first, last] = picture.inked(margin, margin + 24);
    expect(first).toBeLessThanOrEqual(1);
    expect(Math.abs(last - (columns * 12 - 1))).toBeLessThanOrEqual(1);
    for (let at = 0; at < columns; at += 1) {
      const cell = [...Array(12).keys()].map((x) => margin + at * 12 + x);
      const inked = cell.some((x) =>
        [...Array(24).keys()].some((y) => picture.isInk(x, margin + 30 + y)),
      );
      expect([at, inked]).toEqual([at, at % 2 === 0]);
    }
  },
);

test.each(papers)(
  'DEV-92 on $columns columns a QR code can be read from the picture',
  async (size) => {
    const data = 'urn:uuid:01950000-0000-7000-8000-00000000002a';
    const qr = { kind: 'qr', align: 'center', data, moduleDots: 6, errorCorrection: 'M' } as const;
    const elements: readonly PaperElement[] = [
      line('Atelier Nord', { bold: true, width: 2, height: 2 }, 'center'),
      line('Total                     €19.90', { bold: true, height: 2 }),
      { kind: 'feed', lines: 1 },
      qr,
      { kind: 'feed', lines: 1 },
      line('Order D1-000042', {}, 'center'),
      { kind: 'cut' },
    ];
    const picture = await look(elements, size);
    expect(readQr(picture.data, picture.width, picture.height)?.data).toBe(data);
    // Version 4 has 33 modules of six dots each.
    const top = margin + 48 + 48 + 30;
    const [first, last] = picture.inked(top, top + 33 * 6);
    expect([first, last - first + 1]).toEqual([(size.dotsPerLine - 198) / 2, 198]);
  },
);

test('DEV-92 lines stand left, in the middle and right of all dots', async () => {
  const lines = (['left', 'center', 'right'] as const).map((align) => line('████', {}, align));
  const picture = await look(lines, wide);
  const near = (row: number) =>
    picture.inked(margin + row * 30, margin + row * 30 + 24).map((x) => Math.round(x / 12) * 12);
  expect([near(0), near(1), near(2)]).toEqual([
    [0, 48],
    [264, 312],
    [528, 576],
  ]);
});

test('DEV-92 sizes, underline and white on black take the room that they take on paper', async () => {
  const picture = await look(
    [
      line('██', { width: 2, height: 3 }),
      line('  ', { underline: true }),
      line('   ', { inverted: true }),
    ],
    wide,
  );
  expect(picture.inked(margin, margin + 72).map((x) => Math.round(x / 12))).toEqual([0, 4]);
  const underline = margin + 72 + 24;
  expect(picture.inked(underline - 2, underline)).toEqual([0, 23]);
  expect(picture.inked(underline - 24, underline - 2)[1]).toBe(-1);
  expect(picture.inked(underline + 6, underline + 30)).toEqual([0, 35]);
});

test('DEV-92 images and bars are drawn dot by dot', async () => {
  const bits = Buffer.from([0b1010_0000, 0b0100_0000]).toString('base64');
  const picture = await look(
    [
      { kind: 'image', align: 'left', widthDots: 3, heightDots: 2, bits },
      {
        kind: 'barcode',
        align: 'left',
        data: 'AIM',
        symbology: 73,
        moduleDots: 2,
        heightDots: 10,
        text: false,
      },
    ],
    wide,
  );
  const row = (y: number, count: number) =>
    [...Array(count).keys()]
      .map((x) => (picture.isInk(margin + x, margin + y) ? '#' : '.'))
      .join('');
  expect([row(0, 4), row(1, 4)]).toEqual(['#.#.', '.#..']);
  // Start B is 2 1 1 2 1 4, two dots each.
  expect(row(2, 24)).toBe('####..##....##........##');
  expect(picture.inked(margin + 2, margin + 12)).toEqual([0, 2 * (11 * 5 + 13) - 1]);
});

test('DEV-92 the desk shows between two receipts, and a pulse is told beside the paper', async () => {
  const elements: readonly PaperElement[] = [
    { kind: 'drawerPulse' },
    line('one'),
    { kind: 'cut' },
    line('two'),
  ];
  const picture = await look(elements, wide);
  const paperWidth = wide.dotsPerLine + 2 * margin;
  const column = [...Array(picture.height).keys()].map((y) => picture.isPaper(4, y));
  // Paper, the gap that the knife made, paper.
  expect(column.map((paper) => (paper ? 'P' : '.')).join('')).toMatch(
    /^\.?P{40,}\.{5,40}P{40,}\.?$/,
  );
  const beside = [...Array(24).keys()].some((y) => picture.isPaper(paperWidth + 20, margin + y));
  expect(beside).toBe(true);
});

test('DEV-92 the picture is well-formed whatever is printed, and asks for no style of its own', () => {
  const nasty = '<script>&"\'\u0000\u0007\u009f\ud800';
  const svg = drawPaper(
    [
      line(nasty),
      { ...line(nasty), align: 'right' },
      {
        kind: 'barcode',
        align: 'center',
        data: nasty,
        symbology: 73,
        moduleDots: 8,
        heightDots: 50,
        text: true,
      },
      { kind: 'qr', align: 'left', data: 'x'.repeat(5_000), moduleDots: 3, errorCorrection: 'H' },
    ],
    wide,
  );
  expect(svg).not.toMatch(/<script|style=|<style|on\w+=|href|[\p{Cc}]/u);
  expect(svg.isWellFormed()).toBe(true);
  expect(svg).toContain('&lt;script&gt;&amp;');
});

test('DEV-92 no paper is a strip without print', async () => {
  const picture = await look([], papers[0]);
  expect(picture.isPaper(100, 20)).toBe(true);
  expect(picture.inked(0, picture.height)[1]).toBe(-1);
});
