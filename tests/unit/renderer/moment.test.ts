import { expect, test } from 'vitest';
import { formatMoment } from '../../../src/renderer/lib/moment.ts';

const at = Date.UTC(2025, 10, 25, 22, 30);
const berlin = { language: 'en', storeLocale: 'de', timeZone: 'Europe/Berlin' };

test('UIX-38 the clock is that of the store, in its time zone', () => {
  expect(formatMoment(at, at, berlin)).toBe('23:30');
  expect(
    formatMoment(at, at, { language: 'en', storeLocale: 'en-US', timeZone: 'America/New_York' }),
  ).toMatch(/^05:30\sPM$/);
});

test('UIX-38 another day is named', () => {
  expect(formatMoment(at, at + 3_600_000, berlin)).toMatch(/^Nov 25,? .*23:30$/);
});
