import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sum } from '#shared/domain/money/sum.ts';
import { bundleDiscount } from '#shared/domain/pricing/promotions/bundle.ts';
import { buyXGetYDiscount } from '#shared/domain/pricing/promotions/buy-x-get-y.ts';
import { unitRuns } from '#shared/domain/pricing/promotions/unit-runs.ts';

const runs = { seed: 20_250_319, numRuns: 1500 };
const MATCHES = 3;

const hits = fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)).map((bits) => Uint8Array.from(bits));
const line = fc.record({
  hits,
  quantity: fc.integer({ min: 1, max: 2 }),
  valueMinor: fc.integer({ min: 0, max: 40 }),
});
const lines = fc.array(line, { minLength: 1, maxLength: 4 });
const match = fc.nat(MATCHES - 1);
const quantity = fc.integer({ min: 1, max: 2 });

type Line = Parameters<typeof unitRuns>[0][number];
type Unit = { readonly hits: Uint8Array; readonly unitMinor: number };

function unitsOf(all: readonly Line[]): readonly Unit[] {
  return unitRuns(all).flatMap((run) => Array.from({ length: run.count }, () => run));
}

/** Every way to give each unit one of `places` jobs, or none (-1). */
function* assignments(units: number, places: number): Generator<readonly number[]> {
  if (units === 0) {
    yield [];
    return;
  }
  for (const rest of assignments(units - 1, places)) {
    for (let place = -1; place < places; place++) yield [...rest, place];
  }
}

test('PRC-52 the units of a line share what is left of it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (all) => {
      const runs = unitRuns(all);
      for (const [at, { valueMinor, quantity }] of all.entries()) {
        const own = runs.filter((run) => run.line === at);
        expect(sum(own.map((run) => run.unitMinor * run.count))).toBe(valueMinor);
        expect(sum(own.map((run) => run.count))).toBe(Math.min(quantity, valueMinor));
      }
    }),
    runs,
  );
});

test('PRC-57 a bundle saves what the best of all choices saves', () => {
  const bundle = fc.record({
    kind: fc.constant('bundle' as const),
    parts: fc.array(fc.record({ match, quantity }), { minLength: 1, maxLength: 2 }),
    priceMinor: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(lines, bundle, fc.integer({ min: 1, max: 4 }), (all, action, most) => {
      const units = unitsOf(all);
      let best = 0;
      for (const jobs of assignments(units.length, action.parts.length)) {
        const fits = jobs.every(
          (job, at) => job < 0 || units[at]?.hits[action.parts[job]?.match ?? -1] === 1,
        );
        const counts = action.parts.map((_, part) => jobs.filter((job) => job === part).length);
        const bundles = (counts[0] ?? 0) / (action.parts[0]?.quantity ?? 1);
        const whole = action.parts.every(({ quantity }, at) => counts[at] === quantity * bundles);
        if (!fits || !whole || !Number.isInteger(bundles) || bundles > most) continue;
        const value = sum(units.map((unit, at) => ((jobs[at] ?? -1) < 0 ? 0 : unit.unitMinor)));
        best = Math.max(best, value - bundles * action.priceMinor);
      }
      const found = bundleDiscount(action, all, most);
      expect(sum(found.parts)).toBe(best);
      expect(found.applications > 0).toBe(best > 0);
      expect(found.parts.every((part, at) => part <= (all[at]?.valueMinor ?? 0))).toBe(true);
    }),
    { ...runs, numRuns: 400 },
  );
});

test('PRC-56 sets are as many as fit, and the cheapest units that allow them are got', () => {
  const buyXGetY = fc.record({
    kind: fc.constant('buyXGetY' as const),
    buy: match,
    buyQuantity: quantity,
    get: match,
    getQuantity: quantity,
    bps: fc.constant(10_000),
  });
  fc.assert(
    fc.property(lines, buyXGetY, fc.integer({ min: 1, max: 4 }), (all, action, most) => {
      const units = unitsOf(all);
      let sets = 0;
      let cheapest = 0;
      // Job 0 is bought, job 1 is got.
      for (const jobs of assignments(units.length, 2)) {
        const fits = jobs.every(
          (job, at) => job < 0 || units[at]?.hits[job === 0 ? action.buy : action.get] === 1,
        );
        const bought = jobs.filter((job) => job === 0).length;
        const got = jobs.filter((job) => job === 1).length;
        const made = bought / action.buyQuantity;
        if (!Number.isInteger(made)) continue;
        if (!fits || got !== made * action.getQuantity || made > most || made < sets) continue;
        const value = sum(units.map((unit, at) => (jobs[at] === 1 ? unit.unitMinor : 0)));
        cheapest = made > sets ? value : Math.min(cheapest, value);
        sets = made;
      }
      const found = buyXGetYDiscount(action, all, most);
      expect(found.applications).toBe(sets);
      expect(sum(found.parts)).toBe(cheapest);
    }),
    { ...runs, numRuns: 400 },
  );
});

test('PRC-57 a very large basket is bundled at once', () => {
  const hits = Uint8Array.from([1, 1, 0]);
  const all = Array.from({ length: 200 }, (_, at) => ({
    hits,
    quantity: 999,
    valueMinor: 999 * (at + 1),
  }));
  const action = {
    kind: 'bundle' as const,
    parts: [
      { match: 0, quantity: 1 },
      { match: 1, quantity: 2 },
    ],
    priceMinor: 90,
  };
  const found = bundleDiscount(action, all, Number.POSITIVE_INFINITY);
  // Three equal units at 30 each or less save nothing: the 170 dearer lines are bundled.
  expect(found.applications).toBe((170 * 999) / 3);
  const value = sum(all.slice(30).map((line) => line.valueMinor));
  expect(sum(found.parts)).toBe(value - found.applications * 90);
});
