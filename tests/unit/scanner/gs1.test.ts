import { expect, test } from 'vitest';
import { readDate, readElements } from '#shared/domain/scanning/gs1.ts';
import {
  groupSeparator,
  humanReadable,
  splitElementString,
} from '#shared/domain/scanning/gs1-elements.ts';
import {
  identifierFormat,
  identifierLength,
  predefinedLength,
} from '#shared/domain/scanning/gs1-identifiers.ts';

const gs = groupSeparator;
const june2025 = Date.UTC(2025, 5, 15);

function split(scanned: string, options: { skipUnknown?: boolean; separators?: boolean } = {}) {
  const result = splitElementString(scanned, { skipUnknown: true, separators: true, ...options });
  return result.ok ? Object.fromEntries(result.value) : result.error.reason;
}

function read(scanned: string, at = june2025) {
  const elements = splitElementString(scanned, { skipUnknown: true, separators: true });
  if (!elements.ok) return elements.error.reason;
  const data = readElements(elements.value, at);
  return data.ok ? data.value : data.error.reason;
}

test.each([
  // gs1/gs1-syntax-engine, src/c-lib/scandata.c, test_scandata_processScanData (GS1 AISBL, Apache-2.0).
  [
    `011231231231233310ABC123${gs}99TESTING`,
    { '01': '12312312312333', 10: 'ABC123', 99: 'TESTING' },
  ],
  [
    `011231231231233310ABC123${gs}1199122598TESTING${gs}97XYZ`,
    { '01': '12312312312333', 10: 'ABC123', 11: '991225', 98: 'TESTING', 97: 'XYZ' },
  ],
  [`012401234567890599COMPOSITE${gs}98XYZ`, { '01': '24012345678905', 99: 'COMPOSITE', 98: 'XYZ' }],
  // Actipro documentation, "GS1128Symbology": (01)09521234543213(17)250101(10)ABC123.
  ['01095212345432131725010110ABC123', { '01': '09521234543213', 17: '250101', 10: 'ABC123' }],
  // Domino G-Series manual, 3-30: (17)120428(10)123456.
  ['1712042810123456', { 17: '120428', 10: '123456' }],
  // Solidsoft-Reply/GS1-AI-Validating-Parser, wiki "GS1 Data Example".
  [
    `010506091751001110628S93R${gs}17241000218898847482518646`,
    { '01': '05060917510011', 10: '628S93R', 17: '241000', 21: '8898847482518646' },
  ],
  // STRICH SDK documentation, "Reading GS1 Data": a UDI in a GS1 DataMatrix.
  [
    `0108806388269617112302141728021310230214A3263-01${gs}21059${gs}240ARO4808C`,
    {
      '01': '08806388269617',
      11: '230214',
      17: '280213',
      10: '230214A3263-01',
      21: '059',
      240: 'ARO4808C',
    },
  ],
  // dhis2/dhis2-rule-engine, wiki "Extract Data Matrix Value", as far as its first separator, which is not shown.
  ['01084700069915412110081996195256', { '01': '08470006991541', 21: '10081996195256' }],
  // GS1 Digital Link Standard: URI Syntax 1.2, its example of a weighed item, as an element string.
  [
    `0109520123456788310300019539220299${gs}17201225`,
    { '01': '09520123456788', 3103: '000195', 3922: '0299', 17: '201225' },
  ],
  // The same standard: what a logistic unit holds, as an element string.
  [
    `0095201234567891234502095201234567883725${gs}10ABC123`,
    { '00': '952012345678912345', '02': '09520123456788', 37: '25', 10: 'ABC123' },
  ],
])('DEV-68 %j is split as GS1 says', (scanned, elements) => {
  expect(split(scanned)).toEqual(elements);
});

// From here on the GTIN is the one of gs1/DigitalLinkDocs' README, and what stands around it is ours.

test('DEV-68 separators in front, behind, doubled and where none is needed are harmless', () => {
  const expected = { '01': '09506000134352', 17: '241231', 10: 'ABC' };
  expect(split(`${gs}0109506000134352${gs}${gs}17241231${gs}10ABC${gs}${gs}`)).toEqual(expected);
  expect(split(gs)).toBe('empty');
  expect(split('')).toBe('empty');
});

test('DEV-68 what is too short, too long or of other characters is refused', () => {
  expect(split('010950600013435')).toBe('wrongForm');
  expect(split(`01095060${gs}00134352`)).toBe('wrongForm');
  expect(split('01ABCDEFGHIJKLMN')).toBe('wrongForm');
  expect(split(`10${'A'.repeat(20)}`)).toEqual({ 10: 'A'.repeat(20) });
  expect(split(`10${'A'.repeat(21)}`)).toBe('wrongForm');
  expect(split(`10${gs}21X`)).toBe('wrongForm');
  expect(split('10ÄB')).toBe('wrongForm');
  expect(split('10A B')).toBe('wrongForm');
  expect(split('17 5-1 1')).toBe('wrongForm');
  expect(split('371234X')).toBe('wrongForm');
  expect(split('3932978')).toBe('wrongForm');
  // Fixed, but not predefined: the separator is needed.
  expect(split(`422276${gs}10A`)).toEqual({ 422: '276', 10: 'A' });
  expect(split('42227610A')).toBe('wrongForm');
});

test('DEV-68 a wrong check digit is refused', () => {
  expect(split('0109506000134353')).toBe('wrongCheckDigit');
  expect(split(`020950600013435337${'25'}`)).toBe('wrongCheckDigit');
  expect(split('8006095060001343530102')).toBe('wrongCheckDigit');
});

test('DEV-68 brackets are for people, not for data', () => {
  expect(split('(01)09506000134352')).toBe('unknownIdentifier');
  expect(split('10(1)X')).toEqual({ 10: '(1)X' });
});

test('DEV-68 identifiers that are not known are stepped over when the symbol says GS1', () => {
  // 7099 and 14 are not assigned; 7nnn runs to the separator, 14 to its predefined length.
  expect(split(`7099WHATEVER${gs}14250101${gs}10A`)).toEqual({ 10: 'A' });
  expect(split('1425010110A')).toEqual({ 10: 'A' });
  expect(split(`7099WHATEVER${gs}10A`, { skipUnknown: false })).toBe('unknownIdentifier');
  for (const scanned of ['05123', '26123', '38123', 'HELLO', '7', ']C1']) {
    expect(split(scanned)).toBe('unknownIdentifier');
  }
});

test('DEV-68 the same twice counts once, two different ones are refused', () => {
  expect(split(`10A${gs}10A`)).toEqual({ 10: 'A' });
  expect(split(`10A${gs}10B`)).toBe('contradiction');
  expect(split('01095060001343520109520123456788')).toBe('contradiction');
});

test('DEV-68 people read elements with brackets', () => {
  const elements = splitElementString(`0109506000134352${gs}10A(1)`, {
    skipUnknown: true,
    separators: true,
  });
  expect(elements.ok && humanReadable(elements.value)).toBe('(01)09506000134352(10)A(1)');
});

test('DEV-69 GTIN, lot, expiry, serial number and price', () => {
  expect(read(`010950600013435217261231${'10LOT-7'}${gs}21S/N.1${gs}39329781299`)).toEqual({
    gtin14: '09506000134352',
    lot: 'LOT-7',
    expiresOn: '2026-12-31',
    serial: 'S/N.1',
    price: { digits: 1299, decimals: 2, currency: '978' },
  });
  // GS1 Digital Link Standard: URI Syntax 1.2: a price of 2.99 in the store's currency.
  expect(read('010952012345678839220299')).toEqual({
    gtin14: '09520123456788',
    price: { digits: 299, decimals: 2 },
  });
  // Barcode Image Maker, help on AI (391n): 840 is the US dollar, two decimals.
  expect(read('3912840333333')).toEqual({
    price: { digits: 333_333, decimals: 2, currency: '840' },
  });
  expect(read('3900999999999999999')).toEqual({
    price: { digits: 999_999_999_999_999, decimals: 0 },
  });
  expect(read('3909000000000000001')).toEqual({ price: { digits: 1, decimals: 9 } });
});

test('DEV-69 the item inside a logistic unit counts only beside its number', () => {
  expect(read('020950600013435237' + '25')).toEqual({ gtin14: '09506000134352' });
  expect(read('0209506000134352')).toEqual({});
  expect(read('0109520123456788020950600013435237' + '2')).toEqual({ gtin14: '09520123456788' });
  expect(read('0309506000134352')).toEqual({ gtin14: '09506000134352' });
});

test('DEV-69 day 00 is the last day of the month', () => {
  // GS1 General Specifications, 3.4: "130200" is 28 February 2013, "160200" is 29 February 2016.
  expect(readDate('130200', june2025)).toBe('2013-02-28');
  expect(readDate('160200', june2025)).toBe('2016-02-29');
  // Solidsoft-Reply/GS1-AI-Validating-Parser, wiki "GS1 Data Example".
  expect(readDate('241000', june2025)).toBe('2024-10-31');
  expect(readDate('000200', june2025)).toBe('2000-02-29');
  expect(readDate('251200', june2025)).toBe('2025-12-31');
});

test('DEV-69 the century is the one in which the year is nearest', () => {
  // GS1 General Specifications, 7.12: 51 to 99 years ahead is the last century, 50 to 99 ago the next.
  const of = (yy: string, year: number) =>
    readDate(`${yy}0115`, Date.UTC(year, 11, 31))?.slice(0, 4);
  expect(of('75', 2025)).toBe('2075');
  expect(of('76', 2025)).toBe('1976');
  expect(of('00', 2025)).toBe('2000');
  expect(of('99', 2025)).toBe('1999');
  expect(of('47', 2096)).toBe('2047');
  expect(of('46', 2096)).toBe('2146');
  expect(of('95', 1994)).toBe('1995');
  expect(of('02', 1994)).toBe('2002');
});

test('DEV-69 a day that does not exist is refused', () => {
  for (const date of [
    '251301',
    '250001',
    '250000',
    '250231',
    '250230',
    '250431',
    '251232',
    '250229',
  ]) {
    expect(read(`17${date}`), date).toBe('wrongDate');
  }
  expect(read('17240229')).toEqual({ expiresOn: '2024-02-29' });
});

test('DEV-68 the table is the one of the GS1 Barcode Syntax Dictionary', () => {
  // gs1/gs1-syntax-dictionary, gs1-syntax-dictionary.txt (GS1 AISBL, Apache-2.0): entries of every form.
  const dictionary: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    ['00', 'N18', ['1'.repeat(18)], ['1'.repeat(17), '1'.repeat(19)]],
    ['20', 'N2', ['01'], ['1', '001']],
    ['235', 'X..28', ['a', 'z'.repeat(28)], ['', 'z'.repeat(29)]],
    ['242', 'N..6', ['1', '123456'], ['A', '1234567']],
    [
      '253',
      'N13 [X..17]',
      ['1'.repeat(13), `${'1'.repeat(13)}${'A'.repeat(17)}`],
      ['1'.repeat(12)],
    ],
    ['255', 'N13 [N..12]', ['1'.repeat(13), '1'.repeat(25)], ['1'.repeat(26)]],
    ['3105', 'N6', ['000195'], ['00195']],
    ['3695', 'N6', ['000195'], ['0001950']],
    ['402', 'N17', ['1'.repeat(17)], ['1'.repeat(16)]],
    ['4309', 'N10 N10', ['1'.repeat(20)], ['1'.repeat(19)]],
    ['4330', 'N6 [X1]', ['001000', '001000-'], ['00100', '001000--']],
    ['7003', 'N6 N4', ['2512312359'], ['251231']],
    ['7007', 'N6 [N6]', ['251231', '251231260101'], ['2512312601']],
    ['7011', 'N6 [N4]', ['251231', '2512312359'], ['25123123']],
    ['7040', 'N1 X1 X1 X1', ['1ABC'], ['ABCD', '1AB']],
    ['7039', 'N3 X..27', [`276${'A'.repeat(27)}`], ['276', 'ABC1']],
    ['7230', 'X2 X..28', ['EMX'], ['EM']],
    ['8001', 'N4 N5 N3 N1 N1', ['1'.repeat(14)], ['1'.repeat(13)]],
    ['8003', 'N1 N13 [X..16]', ['0'.repeat(14), `${'0'.repeat(14)}A`], ['0'.repeat(13)]],
    ['8008', 'N8 [N..4]', ['25123123', '251231235959'], ['2512312']],
    ['8010', 'Y..30', ['A#B-C/1', 'A'.repeat(30)], ['a', 'A+B']],
    ['8013', 'X..25', ['1987654Ad4X4bL5ttr2310c2K'], ['X'.repeat(26)]],
    ['99', 'X..90', [`!"%&'()*+,-./:;<=>?_aZ0`, 'X'.repeat(90)], ['#', '@', '^', 'X'.repeat(91)]],
  ];
  for (const [identifier, form, good, bad] of dictionary) {
    const pattern = identifierFormat(identifier)?.pattern;
    for (const data of good)
      expect(pattern?.test(data), `(${identifier}) ${form}: ${data}`).toBe(true);
    for (const data of bad)
      expect(pattern?.test(data), `(${identifier}) ${form}: ${data}`).toBe(false);
  }
  for (const none of [
    '04',
    '14',
    '18',
    '23',
    '2',
    '310',
    '3106',
    '3170',
    '3380',
    '3580',
    '3944',
    '7100',
  ]) {
    expect(identifierFormat(none), none).toBeNull();
  }
});

test('DEV-68 identifiers have one length for each first two digits', () => {
  // GS1 General Specifications 18, figure 7.8.4-2: identifier and data of predefined length.
  const predefined = {
    '00': 20,
    '01': 16,
    '02': 16,
    '03': 16,
    '04': 18,
    11: 8,
    19: 8,
    20: 4,
    36: 10,
    41: 16,
  };
  for (const [firstTwo, length] of Object.entries(predefined)) {
    expect(predefinedLength(firstTwo), firstTwo).toBe(length);
  }
  for (const firstTwo of ['10', '21', '30', '37', '39', '40', '80', '99']) {
    expect(predefinedLength(firstTwo), firstTwo).toBeNull();
  }
  const lengths = {
    '01': 2,
    10: 2,
    14: 2,
    23: 3,
    24: 3,
    31: 4,
    37: 2,
    39: 4,
    40: 3,
    41: 3,
    43: 4,
    70: 4,
    71: 3,
    99: 2,
  };
  for (const [firstTwo, length] of Object.entries(lengths)) {
    expect(identifierLength(firstTwo), firstTwo).toBe(length);
  }
  for (const firstTwo of ['05', '09', '26', '38', '44', '50', '69', '83', 'AB', '', '1']) {
    expect(identifierLength(firstTwo), firstTwo).toBeNull();
  }
});
