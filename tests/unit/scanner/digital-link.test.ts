import { expect, test } from 'vitest';
import { readScan } from '#shared/domain/scanning/read-scan.ts';

const at = Date.UTC(2020, 5, 15);

function read(frame: string) {
  const result = readScan(frame, { at });
  return result.ok ? result.value : result.error.reason;
}

const item = { gtin14: '09520123456788' };

// GS1 Digital Link Standard: URI Syntax 1.2, as gs1/gs1-syntax-engine quotes its examples
// (src/c-lib/dl.c, test_dl_parseDLuri, "Examples from DL specification").
test.each([
  ['https://id.gs1.org/01/09520123456788', item],
  ['https://brand.example.com/01/9520123456788', item],
  ['https://brand.example.com/some-extra/pathinfo/01/9520123456788', item],
  ['https://id.gs1.org/01/09520123456788/22/2A', item],
  ['https://id.gs1.org/01/09520123456788/10/ABC123', { ...item, lot: 'ABC123' }],
  ['https://id.gs1.org/01/09520123456788/21/12345', { ...item, serial: '12345' }],
  [
    'https://id.gs1.org/01/09520123456788/10/ABC1/21/12345?17=180426',
    { ...item, lot: 'ABC1', serial: '12345', expiresOn: '2018-04-26' },
  ],
  ['https://id.gs1.org/01/09520123456788?3103=000195', item],
  [
    'https://example.com/01/9520123456788?3103=000195&3922=0299&17=201225',
    { ...item, price: { digits: 299, decimals: 2 }, expiresOn: '2020-12-25' },
  ],
])('DEV-70 %s', (link, data) => {
  expect(read(`]Q1${link}`)).toEqual({ text: link, ...data });
  expect(read(link)).toEqual({ text: link, ...data });
});

// The same file, tests of the syntax.
test.each([
  ['HTTPS://example.com/01/12312312312333?99=TEST', {}],
  ['http://a/01/12312312312333', {}],
  ['https://a:65535/01/12312312312333', {}],
  ['https://[2001:db8::1]/01/12312312312333', {}],
  ['https://a/01/12312312312333/22/TEST/10/ABC/21/XYZ', { lot: 'ABC', serial: 'XYZ' }],
  ['https://a/01/12312312312333?&&&99=ABC&&&17=201225&&&', { expiresOn: '2020-12-25' }],
  ['https://a/01/12312312312333?singleton&17=201225&unknown=666', { expiresOn: '2020-12-25' }],
  [
    'https://a/01/12312312312333/10/AB%2d1%2F2?17=201225',
    { lot: 'AB-1/2', expiresOn: '2020-12-25' },
  ],
  ['https://a/01/12312312312333/10/ABC+123', { lot: 'ABC+123' }],
  ['https://a/01/12312312312333/22/test/10/abc/21/xyz#fragment', { lot: 'abc', serial: 'xyz' }],
  ['https://a/01/12312312312333#', {}],
  ['https://a/01/faux/01/12312312312333', {}],
])('DEV-70 %s is about 12312312312333', (link, data) => {
  expect(read(link)).toEqual({ text: link, gtin14: '12312312312333', ...data });
});

test('DEV-70 data that looks like an identifier is data', () => {
  // Found by tests/faults/fuzz-scanner.test.ts, seed 8314463.
  const lot = 'https://example.com/p/01/00000103353584/10/01?17=320217';
  expect(read(lot)).toEqual({
    text: lot,
    gtin14: '00000103353584',
    lot: '01',
    expiresOn: '2032-02-17',
  });
  expect(read('https://a/01/00000103353584/21/01/')).toMatchObject({ serial: '01' });
});

test('DEV-70 GTIN-8 and GTIN-12 are filled up', () => {
  expect(read('https://a/01/416000336108')).toMatchObject({ gtin14: '00416000336108' });
  expect(read('https://a/01/02345673')).toMatchObject({ gtin14: '00000002345673' });
});

test('DEV-70 a link with a wrong check digit, a wrong length or two meanings is refused', () => {
  expect(read('https://id.gs1.org/01/09520123456789')).toBe('wrongCheckDigit');
  expect(read(`https://id.gs1.org/01/09520123456788/10/${'A'.repeat(21)}`)).toBe('wrongForm');
  expect(read('https://id.gs1.org/01/09520123456788?17=2012')).toBe('wrongForm');
  expect(read('https://id.gs1.org/01/09520123456788?17=201325')).toBe('wrongDate');
  expect(read('https://id.gs1.org/01/09520123456788/10/A?10=B')).toBe('contradiction');
  expect(read('https://id.gs1.org/01/09520123456788/10/%E0%A4%A')).toBe('wrongForm');
  expect(read('https://id.gs1.org/01/09520123456788/10/caf%C3%A9')).toBe('wrongForm');
});

test.each([
  'https://example.com/',
  'https://example.com/2026/01/15/spring-colors',
  'https://example.com/01/spring',
  'https://example.com/01/09520123456788/spring-colors',
  'https://example.com/01/09520123456788/89/ABC123',
  'https://example.com/gtin/09520123456788',
  'https://id.gs1.org/414/9520123456788',
  'https://id.gs1.org/00/952012345678912345',
  'ftp://id.gs1.org/01/09520123456788',
  'https:///01/09520123456788',
  'see https://id.gs1.org/01/09520123456788',
])('DEV-70 %s is text like any other', (text) => {
  expect(read(text)).toEqual({ text });
});
