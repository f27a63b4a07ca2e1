import { expect, test } from 'vitest';
import { dayAfter, storeDay } from '#shared/domain/journey/store-day.ts';

test.each([
  ['2026-11-21T22:59:59Z', 'Europe/Berlin', '2026-11-21'],
  ['2026-11-21T23:00:00Z', 'Europe/Berlin', '2026-11-22'],
  ['2026-07-21T22:00:00Z', 'Europe/Berlin', '2026-07-22'],
  ['2026-11-21T12:00:00Z', 'Pacific/Kiritimati', '2026-11-22'],
  ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
  ['2026-11-21T00:00:00Z', 'UTC', '2026-11-21'],
])('JRN-21 %s is in %s the day %s', (at, timeZone, day) => {
  expect(storeDay(Date.parse(at), timeZone)).toBe(day);
});

test.each([
  ['2026-11-21', 1, '2026-11-22'],
  ['2026-11-21', -89, '2026-08-24'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  // A day of 23 hours is a day.
  ['2026-03-28', 2, '2026-03-30'],
])('JRN-30 %s and %i days are %s', (day, days, after) => {
  expect(dayAfter(day, days)).toBe(after);
});
