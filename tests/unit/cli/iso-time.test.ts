import { expect, test } from 'vitest';
import { parseIsoTime } from '#main/cli/iso-time.ts';

test.each([
  ['2026-02-28', Date.UTC(2026, 1, 28)],
  ['2028-02-29', Date.UTC(2028, 1, 29)],
  ['2026-11-21T10:00Z', Date.UTC(2026, 10, 21, 10)],
  ['2026-11-21T10:00:30.250+01:00', Date.UTC(2026, 10, 21, 9, 0, 30, 250)],
  ['2026-12-31T23:30-05:00', Date.UTC(2027, 0, 1, 4, 30)],
  ['2026-01-31T24:00Z', Date.UTC(2026, 1, 1)],
  ['1970-01-01', 0],
])('CLI-38 %s is a time', (text, time) => {
  expect(parseIsoTime(text)).toBe(time);
});

test.each([
  '2026-02-29',
  '2026-02-30',
  '2026-02-30T10:00Z',
  '2026-04-31T10:00:00',
  '2025-02-29T23:00-05:00',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-01-01T24:01Z',
  '2026-01-01T10:60Z',
  '2026-01-01T00:00+99:00',
  '1969-12-31T23:59Z',
  '0026-11-21',
])('CLI-38 %s is none', (text) => {
  expect(parseIsoTime(text)).toBeNull();
});
