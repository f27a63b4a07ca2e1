import { generateKeyPairSync, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHandOff, writeHandOff } from '#main/core/hand-off/hand-off-text.ts';
import type { SigningKey } from '#main/core/ports/signing-key.ts';
import type { HandOff } from '#shared/domain/hand-off/hand-off.ts';
import { handOffVersion } from '#shared/domain/hand-off/hand-off-version.ts';
import { fromBase32, toBase32 } from '#shared/lib/base32.ts';

function key(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

const own = key();
const design = { template: 'serum', selections: { texture: 'rich', engraving: 'Élodie ♥' } };
const handOff: HandOff = {
  id: '0198a5c0-0000-7000-8000-000000000001',
  code: 'B-417',
  store: 'berlin',
  madeAt: 1_764_115_200_000,
  lines: [
    { sku: 'SERUM', quantity: 2, design },
    { sku: 'LIPSTICK', quantity: 1 },
  ],
  coupons: ['TEN'],
};
const text = writeHandOff(handOff, own) ?? '';

/** A text of our form with this body, signed rightly. */
function signed(body: Uint8Array): string {
  const head = `BH1*${toBase32(body)}`;
  const keyText = toBase32(Buffer.from(own.publicKey, 'base64url'));
  return `${head}*${keyText}*${toBase32(Buffer.from(own.sign(head), 'base64'))}`;
}

test('HOF-3 bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const written = toBase32(bytes);
      expect(written).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/);
      expect([...(fromBase32(written) ?? [])]).toEqual([...bytes]);
    }),
  );
});

test('HOF-2 HOF-4 a bag comes back with its texts, in capitals or not, and with the key that signed it', () => {
  expect(text).toMatch(/^[0-9A-Z*]+$/);
  const read = { ok: true, value: { handOff, publicKey: own.publicKey } };
  expect(readHandOff(text)).toEqual(read);
  expect(readHandOff(`${text.toLowerCase()}\r\n`)).toEqual(read);
});

test('HOF-5 what was changed, torn or signed by another key is refused', () => {
  for (let place = 4; place < text.length - 1; place += 7) {
    const other = text[place] === 'A' ? 'B' : 'A';
    expect(readHandOff(`${text.slice(0, place)}${other}${text.slice(place + 1)}`).ok).toBe(false);
    expect(readHandOff(text.slice(0, place)).ok).toBe(false);
  }
  const foreign = (writeHandOff(handOff, key()) ?? '').split('*');
  const parts = text.split('*');
  expect(readHandOff([...parts.slice(0, 3), foreign[3]].join('*')).ok).toBe(false);
});

test('HOF-5 what a later release made, and what is no hand-off, is told apart', () => {
  expect(readHandOff(text.replace('BH1', 'BH2'))).toEqual({ ok: false, error: 'newer' });
  expect(readHandOff('BH1*')).toEqual({ ok: false, error: 'damaged' });
  expect(handOffVersion('4006381333931')).toBeNull();
});

test('HOF-5 a body that is none of ours is refused though it is signed, and a bomb is not unpacked', () => {
  const bodies = [
    Buffer.from('not deflated'),
    deflateRawSync('not json'),
    deflateRawSync(JSON.stringify({ ...handOff, totalMinor: 1 })),
    deflateRawSync(JSON.stringify({ ...handOff, lines: [] })),
    deflateRawSync(JSON.stringify({ ...handOff, coupons: ['x'.repeat(10_000_000)] })),
    deflateRawSync('['.repeat(60_000)),
  ];
  for (const body of bodies) {
    expect(readHandOff(signed(body))).toEqual({ ok: false, error: 'damaged' });
  }
});

test('HOF-5 whatever is scanned, reading it never throws', () => {
  fc.assert(
    fc.property(fc.string(), (any) => {
      expect(readHandOff(`BH1*${any}`).ok).toBe(false);
    }),
  );
});

test('HOF-3 a bag that no QR code holds has no text', () => {
  const lines = Array.from({ length: 200 }, (_, index) => ({
    sku: `SKU-${index * 7_919}`,
    quantity: index + 1,
  }));
  expect(writeHandOff({ ...handOff, lines }, own)).toBeNull();
});
