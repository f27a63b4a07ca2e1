import { expect, test } from 'vitest';
import { logo } from '#db/seed/logo.ts';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import {
  printerProfile,
  printerProfiles,
} from '#main/devices/protocols/escpos/printer-profiles.ts';
import {
  storedLogoKey,
  storedLogoKeysOf,
  storedLogoKeysRequest,
} from '#main/devices/protocols/escpos/stored-logo.ts';
import { bitmapBytes } from '#shared/domain/catalog/bitmap.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { required } from '#shared/lib/assert.ts';
import { commandsOf, imageOf, isCommand } from '../../helpers/escpos-bytes.ts';

const document: ReceiptDocument = {
  title: '',
  locale: 'en',
  blocks: [{ kind: 'logo', ...logo, alt: 'Aurel & Fenn' }],
};
const key = storedLogoKey(logo);
const keyBytes = [...Buffer.from(key)];

function encode(id: Parameters<typeof printerProfile>[0], ...stored: readonly string[]) {
  const options = { openDrawer: false, copy: false, storedLogos: new Set(stored) };
  return encodeReceipt(document, printerProfile(id), options);
}

function graphics(bytes: Uint8Array): readonly Uint8Array[] {
  return commandsOf(bytes).filter((one) => isCommand(one, 'GS', '(') && one[2] === 0x4c);
}

test('DEV-35 a key is two printable characters that follow from the dots', () => {
  expect(key).toMatch(/^[!-~]{2}$/);
  expect(storedLogoKey({ ...logo })).toBe(key);
  expect(storedLogoKey({ ...logo, heightDots: logo.heightDots - 1 })).not.toBe(key);
  expect(storedLogoKeysOf(document)).toEqual([key]);
  expect(storedLogoKeysOf({ ...document, blocks: [{ kind: 'rule' }] })).toEqual([]);
});

test('DEV-35 the request for the keys is GS ( L function 64', () => {
  expect(Buffer.from(storedLogoKeysRequest()).toString('hex')).toBe('1d284c040030404b43');
});

const storing = [...printerProfiles.values()].filter(({ storesLogo }) => storesLogo);
const others = [...printerProfiles.values()].filter(({ storesLogo }) => !storesLogo);

test.each(storing)('DEV-35 $id is sent the logo once, and prints it by its key', ({ id }) => {
  const [store, print, ...more] = graphics(encode(id, 'xy'));
  expect(more).toEqual([]);
  const definition = [...required(store, 'function 67')];
  const dots = [...bitmapBytes(logo)];
  expect(definition.slice(3, 5)).toEqual([(dots.length + 11) & 0xff, (dots.length + 11) >> 8]);
  expect(definition.slice(5, 16)).toEqual([
    ...[48, 67, 48, ...keyBytes, 1],
    ...[logo.widthDots, 0, logo.heightDots, 0, 49],
  ]);
  expect(definition.slice(16)).toEqual(dots);
  expect([...required(print, 'function 69')].slice(3)).toEqual([6, 0, 48, 69, ...keyBytes, 1, 1]);
  expect(graphics(encode(id, key))).toEqual([print]);
  expect(encode(id, key).length).toBeLessThan(64);
});

test.each(others)('DEV-35 $id is sent the logo with each receipt', ({ id }) => {
  expect(graphics(encode(id, key))).toEqual([]);
  const image = required(imageOf(encode(id)), 'an image');
  expect([image.widthDots, image.heightDots]).toEqual([logo.widthDots, logo.heightDots]);
  const dots = bitmapBytes(logo);
  for (let y = 0; y < logo.heightDots; y++) {
    for (let x = 0; x < logo.widthDots; x++) {
      const byte = dots[(y * logo.widthDots) / 8 + (x >> 3)] ?? 0;
      expect(image.isBlack(x, y)).toBe(((byte >> (7 - (x & 7))) & 1) === 1);
    }
  }
});
