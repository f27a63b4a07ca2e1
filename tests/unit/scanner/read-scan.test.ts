import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifySymbology } from '#shared/domain/scanning/aim.ts';
import { readScan } from '#shared/domain/scanning/read-scan.ts';

const gs = '\u001d';
const at = Date.UTC(2025, 5, 15);

function read(frame: string, separators = true) {
  const result = readScan(frame, { at, separators });
  return result.ok ? result.value : result.error.reason;
}

// ISO/IEC 15424 by the table of gs1/gs1-syntax-engine (src/c-lib/scandata.c) and the identifier tables of
// the Zebra DS457 and Opticon manuals.
test.each([
  [']E0', 'ean13'],
  [']E1', 'addOn'],
  [']E2', 'addOn'],
  [']E3', 'eanWithAddOn'],
  [']E4', 'ean8'],
  [']I0', 'itf'],
  [']I1', 'itf'],
  [']I3', 'text'],
  [']C0', 'text'],
  [']C1', 'elements'],
  [']C2', 'text'],
  [']e0', 'elements'],
  [']e1', 'elements'],
  [']d0', 'text'],
  [']d1', 'text'],
  [']d2', 'elements'],
  [']d5', 'elements'],
  [']Q1', 'text'],
  [']Q3', 'elements'],
  [']Q4', 'elements'],
  [']J1', 'elements'],
  [']A0', 'text'],
  [']A7', 'text'],
  [']F0', 'text'],
  [']G0', 'text'],
  [']L0', 'text'],
  [']z0', 'text'],
  [']X0', 'text'],
  [']W0', 'unknown'],
  [']é0', 'unknown'],
  [']', 'unknown'],
  ['', 'unknown'],
])('DEV-65 %s says that its data is %s', (prefix, kind) => {
  const identified = identifySymbology(`${prefix}123`);
  expect(identified.symbology.kind).toBe(kind);
  expect(identified.data).toBe(kind === 'unknown' ? `${prefix}123` : '123');
});

test('DEV-65 a scanner that follows the ECI protocol doubles backslashes and tells character sets', () => {
  expect(read(']Q2\\000026C:\\\\temp')).toEqual({ text: 'C:\\temp' });
  expect(read(`]d5\\00000310A${gs}21B`)).toEqual({ text: '(10)A(21)B', lot: 'A', serial: 'B' });
  expect(read(']Q1C:\\\\temp')).toEqual({ text: 'C:\\\\temp' });
});

test.each([
  // gs1/gs1-syntax-engine, src/c-lib/scandata.c, test_scandata_processScanData.
  [']E02112345678900', { text: '2112345678900', gtin14: '02112345678900' }],
  [']E402345673', { text: '02345673', gtin14: '00000002345673' }],
  // The same file, test_scandata_generateScanData: UPC-A and UPC-E as EAN-13.
  [']E00416000336108', { text: '0416000336108', gtin14: '00416000336108' }],
  [']E00001234000057', { text: '0001234000057', gtin14: '00001234000057' }],
  // biip, documentation: the EAN-13 of a book.
  [']E09781492053743', { text: '9781492053743', gtin14: '09781492053743' }],
])('DEV-66 %s is a trade item number', (frame, data) => {
  expect(read(frame)).toEqual(data);
});

test.each([
  // gs1/gs1-syntax-engine, src/c-lib/scandata.c, test_scandata_processScanData: all to be refused. (It
  // refuses UPC-A of twelve digits too, which scanners do send.)
  [']E0', 'empty'],
  [']E0123456789013', 'wrongCheckDigit'],
  [']E012345678901234', 'wrongForm'],
  [']E01234ABC890123', 'wrongForm'],
  [']E02112345678901', 'wrongCheckDigit'],
  [']E41234567', 'wrongForm'],
  [']E4123456789', 'wrongForm'],
  [']E412ABC678', 'wrongForm'],
  [']E402345674', 'wrongCheckDigit'],
  [']e0', 'empty'],
  [']Q3', 'empty'],
  [']d2', 'empty'],
  [']C1', 'empty'],
])('DEV-66 DEV-68 %s is refused', (frame, reason) => {
  expect(read(frame)).toBe(reason);
});

test('DEV-66 UPC-A and UPC-E as they are printed', () => {
  const soap = { gtin14: '00036000291452' };
  expect(read(']E0036000291452')).toEqual({ text: '036000291452', ...soap });
  // BWIPP, wiki "UPC-E": 01234558 is 012345000058.
  expect(read(']E001234558')).toEqual({ text: '01234558', gtin14: '00012345000058' });
  // One for each rule of zero suppression (ISO/IEC 15420); check digits by our own hand.
  for (const [printed, upcA] of [
    ['01234505', '012000003455'],
    ['01234514', '012100003454'],
    ['01234523', '012200003453'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['01234596', '012345000096'],
    ['11234562', '112345000062'],
  ] as const) {
    expect(read(`]E0${printed}`), printed).toEqual({ text: printed, gtin14: `00${upcA}` });
  }
  expect(read(']E001234559')).toBe('wrongCheckDigit');
  expect(read(']E021234558')).toBe('wrongForm');
});

test('DEV-66 of a code with an add-on only the code counts; an add-on alone is none', () => {
  const book = { text: '9781492053743', gtin14: '09781492053743' };
  expect(read(']E3978149205374305')).toEqual(book);
  expect(read(']E3978149205374352499')).toEqual(book);
  expect(read(']E303600029145212')).toEqual({ text: '036000291452', gtin14: '00036000291452' });
  expect(read(']E3978149205374405')).toBe('wrongCheckDigit');
  expect(read(']E39781492053743')).toBe('wrongForm');
  expect(read(']E105')).toBe('addOnAlone');
  expect(read(']E252499')).toBe('addOnAlone');
});

test('DEV-66 fourteen digits in Interleaved 2 of 5 are an ITF-14, others are text', () => {
  expect(read(']I115012345678907')).toEqual({ text: '15012345678907', gtin14: '15012345678907' });
  expect(read(']I015012345678908')).toBe('wrongCheckDigit');
  // What is left of an ITF-14 that was read in part: never a product.
  expect(read(']I1012345678907')).toEqual({ text: '012345678907' });
});

test('DEV-66 other symbologies may carry a number or not', () => {
  expect(read(']C04006381333931')).toEqual({ text: '4006381333931', gtin14: '04006381333931' });
  expect(read(']C04006381333932')).toEqual({ text: '4006381333932' });
  expect(read(']Q1978-1-4920-5374-3')).toEqual({ text: '9781492053743', gtin14: '09781492053743' });
  expect(read(']A0LOYAL-0042')).toEqual({ text: 'LOYAL-0042' });
});

test('DEV-67 without an identifier, 8, 12, 13 or 14 digits are a trade item number', () => {
  expect(read('4006381333931')).toEqual({ text: '4006381333931', gtin14: '04006381333931' });
  expect(read('73513537')).toEqual({ text: '73513537', gtin14: '00000073513537' });
  expect(read('036000291452')).toEqual({ text: '036000291452', gtin14: '00036000291452' });
  expect(read('15012345678907')).toEqual({ text: '15012345678907', gtin14: '15012345678907' });
  for (const wrong of ['4006381333932', '73513538', '036000291453', '15012345678908', '02345674']) {
    expect(read(wrong), wrong).toBe('wrongCheckDigit');
  }
  // As UPC-E first, when it begins with 0: GTIN-8 that do are a store's own.
  expect(read('01234558')).toEqual({ text: '01234558', gtin14: '00012345000058' });
  expect(read('01234565')).toEqual({ text: '01234565', gtin14: '00012345000065' });
});

test('DEV-67 what a person types loses its spaces and hyphens when it is a number', () => {
  for (const typed of [' 4 006381 333931 ', '4-006381-333931\r\n', `${gs}4006381333931\t`]) {
    expect(read(typed === `${gs}4006381333931\t` ? typed.slice(1) : typed)).toEqual({
      text: '4006381333931',
      gtin14: '04006381333931',
    });
  }
  expect(read('4 006381 333932')).toEqual({ text: '4 006381 333932' });
  expect(read('nothing known')).toEqual({ text: 'nothing known' });
  expect(read('\r\n')).toBe('empty');
  expect(read(gs)).toBe('empty');
});

test('DEV-67 without an identifier, an element string must fit to its last character', () => {
  expect(read('0109506000134352')).toEqual({
    text: '(01)09506000134352',
    gtin14: '09506000134352',
  });
  expect(read(`0109506000134352${gs}10A`)).toMatchObject({ lot: 'A' });
  expect(read(`${gs}10A`)).toEqual({ text: '(10)A', lot: 'A' });
  expect(read(`10A${gs}05B`)).toBe('unknownIdentifier');
  // No separator, and no GTIN behind 01: some other number.
  expect(read('0112345678901234')).toEqual({ text: '0112345678901234' });
  expect(read('010950600013435205X')).toEqual({ text: '010950600013435205X' });
  expect(read('(01)09506000134352')).toEqual({ text: '(01)09506000134352' });
  // Noise in front of the identifier is none of the data.
  expect(read(`${gs}]C10109506000134352`)).toMatchObject({ gtin14: '09506000134352' });
});

test('DEV-71 without a single separator, keystrokes tell only what needs none', () => {
  const lost = '01095060001343521726123110LOT721SERIAL';
  expect(read(lost, false)).toEqual({
    text: lost,
    gtin14: '09506000134352',
    expiresOn: '2026-12-31',
  });
  expect(read(`]d2${lost}`, false)).toMatchObject({ gtin14: '09506000134352' });
  expect(read(`]d2${lost}`, false)).not.toHaveProperty('lot');
  // The lot would be longer than a lot may be.
  expect(read(`010950600013435210${'A'.repeat(18)}21${'B'.repeat(18)}`, false)).toMatchObject({
    gtin14: '09506000134352',
  });
  // With a separator, even a keyboard's element string is complete.
  expect(read(`010950600013435210LOT7${gs}21SERIAL`, false)).toMatchObject({
    lot: 'LOT7',
    serial: 'SERIAL',
  });
  expect(read('4006381333931', false)).toMatchObject({ gtin14: '04006381333931' });
});

test('DEV-64 nothing longer than 4,096 characters is a scan', () => {
  expect(read('x'.repeat(4097))).toBe('tooLong');
  expect(read('x'.repeat(4096))).toEqual({ text: 'x'.repeat(4096) });
  const many = Array.from({ length: 9 }, (_, n) => `9${n + 1}${'X'.repeat(90)}`).join(gs);
  expect(read(`]d2${many}`)).toMatchObject({ text: expect.stringMatching(/^\(91\)X+/) });
});

test('DEV-65 whatever arrives is read or refused, and what is read fits the contract', () => {
  const prefix = fc.constantFrom(
    '',
    ']E0',
    ']E3',
    ']E4',
    ']C1',
    ']d2',
    ']Q3',
    ']Q1',
    ']Q4',
    ']I1',
    ']e0',
  );
  const body = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'0123456789', gs, 'A', '('), maxLength: 60 }),
  );
  fc.assert(
    fc.property(prefix, body, fc.boolean(), (aim, data, separators) => {
      const result = readScan(aim + data, { at, separators });
      if (!result.ok) return;
      const { text, gtin14, expiresOn, price } = result.value;
      expect(text).not.toBe('');
      expect(text).not.toMatch(/\p{Cc}/u);
      if (gtin14 !== undefined) expect(gtin14).toMatch(/^[0-9]{14}$/);
      if (expiresOn !== undefined) {
        expect(new Date(expiresOn).toISOString().slice(0, 10)).toBe(expiresOn);
      }
      if (price !== undefined) expect(Number.isSafeInteger(price.digits)).toBe(true);
    }),
    { numRuns: 5000, seed: 20_250_615 },
  );
});
