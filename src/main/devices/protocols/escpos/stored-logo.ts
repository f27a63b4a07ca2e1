import { createHash } from 'node:crypto';
import { type Bitmap, bitmapBytes } from '#shared/domain/catalog/bitmap.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { withoutRealTime, word } from './raster-image.ts';

// GS ( L, functions 64, 67 and 69 (Epson, ESC/POS Command Reference; Bixolon, SRP-350III Command
// Manual): a store of images in the printer's own memory, each by a key of two characters.
const GS = 0x1d;
const graphics = [GS, 0x28, 0x4c] as const;
const firstKeyCharacter = 33;
const keyCharacters = 94;

/**
 * The key under which a printer keeps this picture: two printable characters, the same for the same
 * dots. Two pictures share one by chance in 1 of 8,836 cases.
 */
export function storedLogoKey({ widthDots, heightDots, bits }: Bitmap): string {
  const hash = createHash('sha256').update(`${widthDots}x${heightDots}:${bits}`).digest();
  const number = hash.readUInt32BE(0) % keyCharacters ** 2;
  return String.fromCharCode(
    firstKeyCharacter + Math.floor(number / keyCharacters),
    firstKeyCharacter + (number % keyCharacters),
  );
}

/** The keys that a printer has once it has printed `document`. */
export function storedLogoKeysOf({ blocks }: ReceiptDocument): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'logo' ? [storedLogoKey(block)] : []));
}

/**
 * Function 64: asks for the keys of all stored images. The answer comes in blocks of `37h 72h`, `40h`
 * (`41h`: more follow), two characters a key and up to forty keys, none when there is none, and NUL;
 * each block must be acknowledged.
 */
export function storedLogoKeysRequest(): Uint8Array {
  return Uint8Array.of(...graphics, 4, 0, 48, 64, 0x4b, 0x43);
}

/**
 * Function 67: stores the picture under its key, for good. The memory wears: Epson allows ten times a
 * day, which is why nobody does this for each receipt.
 */
export function storeLogo(bitmap: Bitmap): Uint8Array {
  const data = withoutRealTime(bitmapBytes(bitmap));
  const parameters = [
    ...[48, 67, 48, ...keyBytes(bitmap), 1],
    ...[...word(bitmap.widthDots), ...word(bitmap.heightDots), 49],
  ];
  return Uint8Array.from([
    ...graphics,
    ...word(parameters.length + data.length),
    ...parameters,
    ...data,
  ]);
}

/** Function 69: prints the picture of that key in its own size, at the alignment that is set. */
export function printStoredLogo(bitmap: Bitmap): Uint8Array {
  return Uint8Array.of(...graphics, 6, 0, 48, 69, ...keyBytes(bitmap), 1, 1);
}

function keyBytes(bitmap: Bitmap): readonly number[] {
  return [...storedLogoKey(bitmap)].map((character) => character.charCodeAt(0));
}
