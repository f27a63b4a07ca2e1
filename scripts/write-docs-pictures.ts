// Puts pictures of the gallery together for the docs: `npm run -s gallery`, then `node scripts/write-docs-pictures.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const root = join(import.meta.dirname, '..');
const gallery = join(root, 'var/gallery');
const images = join(root, 'docs/images');
const gapPx = 12;
/** WebP, out of 100. */
const quality = 82;

type Orientation = 'portrait' | 'landscape';

interface Sheet {
  readonly name: string;
  readonly orientation: Orientation;
  readonly widthPx: number;
  readonly perRow: number;
  /** A screen and how it looks, as the gallery names them. */
  readonly pictures: readonly (readonly [screen: string, look: string])[];
}

const sheets: readonly Sheet[] = [
  {
    name: 'home-landscape',
    orientation: 'landscape',
    widthPx: 1_280,
    perRow: 1,
    pictures: [['home', 'standard-en']],
  },
  {
    name: 'way-portrait',
    orientation: 'portrait',
    widthPx: 360,
    perRow: 4,
    pictures: [
      ['welcome', 'standard-en'],
      ['home', 'standard-en'],
      ['customizer-color', 'standard-en'],
      ['impossible', 'standard-en'],
      ['shades-found', 'standard-en'],
      ['cart', 'standard-en'],
      ['payment-hand-off', 'standard-en'],
      ['thanks', 'standard-en'],
    ],
  },
  {
    name: 'way-landscape',
    orientation: 'landscape',
    widthPx: 720,
    perRow: 2,
    pictures: [
      ['welcome', 'standard-de'],
      ['customizer-color', 'standard-de'],
      ['product-shades', 'standard-de'],
      ['survey-smileys', 'standard-de'],
    ],
  },
  {
    name: 'appearances',
    orientation: 'portrait',
    widthPx: 360,
    perRow: 4,
    pictures: [
      ['customizer-text', 'standard-ar'],
      ['customizer-color', 'high-en'],
      ['customizer-color', 'largest-de'],
      ['customizer-color', 'reach-en'],
    ],
  },
];

async function write({ name, orientation, widthPx, perRow, pictures }: Sheet): Promise<void> {
  const ratio = orientation === 'portrait' ? 1_920 / 1_080 : 1_080 / 1_920;
  const heightPx = Math.round(widthPx * ratio);
  const columns = Math.min(perRow, pictures.length);
  const rows = Math.ceil(pictures.length / perRow);
  const canvas = createCanvas(
    columns * (widthPx + gapPx) - gapPx,
    rows * (heightPx + gapPx) - gapPx,
  );
  const context = canvas.getContext('2d');
  for (const [index, [screen, look]] of pictures.entries()) {
    const image = await loadImage(join(gallery, orientation, screen, `${look}.png`));
    const x = (index % perRow) * (widthPx + gapPx);
    const y = Math.floor(index / perRow) * (heightPx + gapPx);
    context.drawImage(image, x, y, widthPx, heightPx);
  }
  writeFileSync(join(images, `${name}.webp`), await canvas.encode('webp', quality));
}

mkdirSync(images, { recursive: true });
for (const sheet of sheets) await write(sheet);
