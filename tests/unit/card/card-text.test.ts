import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import {
  type CardText,
  isCardText,
  readCardText,
  writeCardText,
} from '#shared/domain/card/card-text.ts';
import { designCodeBits, designCodeOf } from '#shared/domain/customization/design-code.ts';
import { crc32 } from '#shared/lib/crc32.ts';

const card: CardText = {
  code: '00000000N',
  sku: 'CUSTOM-LIPSTICK',
  design: {
    template: 'lipstick',
    selections: { shade: 'rose-nude', actives: ['vitamin_e', 'hyaluronic.acid'], drops: 12 },
  },
  leftOut: ['engraving'],
  allergies: [],
};
const text = writeCardText({ ...card, code: code(123_456_790n) });

function code(bits: bigint): string {
  const made = designCodeOf(bits);
  if (made === null) throw new Error('these bits have no code');
  return made;
}

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const id = fc
  .tuple(word, fc.array(fc.tuple(fc.constantFrom('-', '_', '.'), word), { maxLength: 2 }))
  .map(([first, rest]) => first + rest.map((part) => part.join('')).join(''));
const sku = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,20}$/);
const codes = fc
  .bigInt({ min: 0n, max: 2n ** BigInt(designCodeBits) - 1n })
  .map(designCodeOf)
  .filter((made) => made !== null);
const cards: fc.Arbitrary<CardText> = fc
  .record({
    code: codes,
    sku,
    template: id,
    selections: fc.dictionary(
      id,
      fc.oneof(id, fc.uniqueArray(id, { maxLength: 5 }), fc.nat(1_000_000)),
      { maxKeys: 10 },
    ),
    texts: fc.uniqueArray(id, { maxLength: 3 }),
    allergies: fc.uniqueArray(id, { maxLength: 5 }),
  })
  .map(({ template, selections, texts, ...rest }) => ({
    ...rest,
    design: { template, selections: { ...selections } },
    leftOut: texts.filter((group) => selections[group] === undefined),
  }));

describe('the text of a card', () => {
  test('CRD-10 every design comes back as it was, in capitals or not, and is packed tightly', () => {
    fc.assert(
      fc.property(cards, (any) => {
        const written = writeCardText(any);
        expect(written).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
        expect(readCardText(written)).toEqual({ ok: true, value: any });
        expect(readCardText(` ${written.toLowerCase()}\n`)).toEqual({ ok: true, value: any });
      }),
    );
  });

  test('CRD-10 a usual design is a small QR code', () => {
    expect(text.length).toBeLessThan(130);
    expect(encode(text, { ecc: 'M', border: 0 }).size).toBeLessThanOrEqual(45);
  });

  test('CRD-11 the check is the CRC-32 of zip', () => {
    expect(crc32('123456789')).toBe(0xcbf43926);
  });

  test('CRD-12 no card with one wrong symbol, or torn, is read', () => {
    for (let place = 0; place < text.length; place += 1) {
      const other = text[place] === 'A' ? 'B' : 'A';
      const wrong = `${text.slice(0, place)}${other}${text.slice(place + 1)}`;
      expect(readCardText(wrong).ok).toBe(false);
      expect(readCardText(text.slice(0, place)).ok).toBe(false);
    }
  });

  test('CRD-12 what is no card, of another release or not of our form is told apart', () => {
    expect(isCardText('4006381333931')).toBe(false);
    expect(isCardText('bb1*x')).toBe(true);
    expect(readCardText('BB2*ANYTHING')).toEqual({ ok: false, error: 'newer' });
    expect(readCardText('BB1*ANYTHING')).toEqual({ ok: false, error: 'damaged' });
    // A right check over what is none of ours: a code without its check symbol, a group that comes twice.
    const forged = [
      { ...card, code: '00000000N' },
      { ...card, code: code(5n), sku: 'x'.repeat(80) },
      { ...card, code: code(5n), design: { template: 'not an id', selections: {} } },
      { ...card, code: code(5n), leftOut: ['shade', 'shade'], allergies: ['not an id'] },
    ];
    for (const one of forged) {
      expect(readCardText(writeCardText(one))).toEqual({ ok: false, error: 'damaged' });
    }
  });

  test('CRD-12 whatever is scanned, reading it never throws', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(readCardText(`BB1*${any}`).ok).toBe(false);
      }),
    );
  });
});
