import { expect, test } from 'vitest';
import { type SaleTimes, saleMoment } from '#central/core/stock/sale-moment.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** When it really was sold; it arrived two hours later. */
const noon = Date.UTC(2026, 4, 4, 12);

const clock = (since: number, skewMs: number) => ({ since: new Date(since), skewMs });

function moment(times: Partial<SaleTimes>): number {
  const usual = { soldAt: noon, receivedAt: noon + 2 * hour, heardAt: noon - hour, clocks: [] };
  return saleMoment({ ...usual, ...times });
}

test('STK-43 the device’s time counts, less how far its clock was ahead', () => {
  expect(moment({})).toBe(noon);
  for (const skewMs of [-40 * minute, 90 * minute, -400 * day]) {
    const clocks = [clock(noon - day, skewMs)];
    expect(moment({ soldAt: noon + skewMs, clocks })).toBe(noon);
  }
});

test('STK-43 nothing was sold after it arrived, nor before 1970', () => {
  expect(moment({ soldAt: noon + day })).toBe(noon + 2 * hour);
  expect(moment({ soldAt: 0, receivedAt: 5, heardAt: null, clocks: [clock(0, day)] })).toBe(0);
});

test('STK-43 of a clock that was set since the device was heard, the latest time counts', () => {
  // It was behind until it was set, before anything was told.
  const behind = [clock(noon - day, -30 * minute), clock(noon + 2 * hour, 0)];
  expect(moment({ soldAt: noon - 30 * minute, clocks: behind })).toBe(noon);
  // Or the sale came after that: then it is dated too late, and not too early.
  expect(moment({ soldAt: noon, clocks: behind })).toBe(noon + 30 * minute);
  const ahead = [clock(noon - day, hour), clock(noon + 2 * hour, 0)];
  expect(moment({ soldAt: noon + hour, clocks: ahead })).toBe(noon + hour);
});

test('STK-43 how a clock was before the device was heard does not matter', () => {
  const clocks = [clock(noon - 9 * day, -5 * day), clock(noon - 2 * hour, 0)];
  expect(moment({ clocks })).toBe(noon);
  // Nor what it is later.
  expect(moment({ clocks: [...clocks, clock(noon + day, -day)] })).toBe(noon);
});

test('STK-43 a clock that says that it was sold before the device was heard is not believed', () => {
  expect(moment({ soldAt: noon - 30 * day })).toBe(noon + 2 * hour);
  expect(moment({ soldAt: noon - hour - 6 * minute })).toBe(noon + 2 * hour);
  // A message may be five minutes old when it is taken (DRQ-6).
  expect(moment({ soldAt: noon - hour - 4 * minute })).toBe(noon - hour);
});

test('STK-43 of a device that never asked, the clock as it was when the sale arrived counts', () => {
  const clocks = [clock(noon - 9 * day, -5 * day), clock(noon + 2 * hour, -minute)];
  expect(moment({ soldAt: noon - minute, heardAt: null, clocks })).toBe(noon);
  expect(moment({ heardAt: null })).toBe(noon);
});
