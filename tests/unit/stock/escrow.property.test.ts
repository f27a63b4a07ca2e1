import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remaining } from '#shared/domain/stock/allotment.ts';
import { available } from '#shared/domain/stock/pool.ts';
import { escrowModel, type Step } from './escrow-model.ts';

const quantity = fc.integer({ min: 1, max: 4 });
const which = fc.nat({ max: 40 });

function steps(deviceCount: number): fc.Arbitrary<readonly Step[]> {
  const device = fc.nat({ max: deviceCount - 1 });
  const of = <T extends Step['do']>(...names: readonly T[]) => fc.constantFrom(...names);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: of('sell', 'hold'), device, quantity }) },
    { weight: 3, arbitrary: fc.record({ do: of('commit', 'release'), device }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: of('ask'),
        device,
        target: fc.nat({ max: 12 }),
        wanted: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, quantity),
      }),
    },
    {
      weight: 16,
      arbitrary: fc.record({ do: of('deliver'), which, keep: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ do: of('lose'), which }) },
    { weight: 3, arbitrary: fc.record({ do: of('push'), device }) },
    { weight: 3, arbitrary: fc.record({ do: of('reserve'), quantity }) },
    { weight: 1, arbitrary: fc.record({ do: of('receive'), quantity }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: of('commitReserved', 'releaseReserved', 'count') }),
    },
  );
  return fc.array(step, { minLength: 20, maxLength: 220, size: 'max' });
}

const world = fc.integer({ min: 1, max: 5 }).chain((deviceCount) =>
  fc.record({
    deviceCount: fc.constant(deviceCount),
    opening: fc.nat({ max: 30 }),
    steps: steps(deviceCount),
  }),
);

test('STK-1 STK-10 whatever the network does: never below zero, and every unit is accounted for', () => {
  const seen = { sold: 0, online: 0, refusedDevices: 0 };
  fc.assert(
    fc.property(world, ({ deviceCount, opening, steps: taken }) => {
      const model = escrowModel(deviceCount, opening);
      for (const step of taken) {
        model.apply(step);
        // What is really there is what head office believes, less what it has not heard of yet.
        expect(model.physical()).toBeGreaterThanOrEqual(0);
        expect(model.pool().onHand - model.unreported()).toBe(model.physical());
        expect(available(model.pool()) + model.countedOut()).toBeGreaterThanOrEqual(0);
        for (const [index, { allotment, held }] of model.devices.entries()) {
          const { granted, sold, returned } = allotment;
          expect(granted).toBeGreaterThanOrEqual(sold + returned + held.reduce((a, b) => a + b, 0));
          const known = model.known(index);
          expect(known.granted).toBeGreaterThanOrEqual(granted);
          expect(known.returned).toBeLessThanOrEqual(returned);
          expect(known.sold).toBeLessThanOrEqual(sold);
        }
      }

      model.settle();
      let soldAtDevices = 0;
      for (const [index, { allotment }] of model.devices.entries()) {
        expect(model.known(index).sold).toBe(allotment.sold);
        expect(allotment.sold).toBe(model.soldBy(index));
        soldAtDevices += allotment.sold;
      }
      const { onHand, allotted } = model.pool();
      expect(onHand).toBe(model.physical());
      expect(soldAtDevices + model.soldOnline() + onHand).toBe(model.received());
      expect(allotted).toBeLessThanOrEqual(onHand);
      seen.sold += soldAtDevices;
      seen.online += model.soldOnline();
      if (model.devices.some(({ allotment }) => remaining(allotment) === 0))
        seen.refusedDevices += 1;
    }),
    { seed: 20_261_104, numRuns: 400 },
  );
  // The worlds were busy enough to mean something.
  expect(seen.sold).toBeGreaterThan(1_000);
  expect(seen.online).toBeGreaterThan(300);
  expect(seen.refusedDevices).toBeGreaterThan(100);
});
