import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardAnswer } from '#main/core/ports/virtual-bench.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { type DeathPlan, dyingProcess } from '../../helpers/dying-process.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import { charges, code, filledCart, openSaleWorld } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const answers: readonly CardAnswer[] = ['approve', 'decline', 'timeout', 'loseAnswer'];
const moments: readonly DeathPlan[] = (
  ['beginIntent', 'authorize', 'commit', 'setIntentState'] as const
).flatMap((method) => [
  { method, when: 'before' },
  { method, when: 'after' },
]);

/** A process that died answers nothing; any other failure is one of ours. */
async function unlessDead(life: ReturnType<typeof dyingProcess>, run: () => unknown) {
  try {
    await run();
  } catch (error) {
    if (!life.isDead()) throw error;
  }
}

test.each(answers.flatMap((auto) => moments.map((moment) => ({ auto, ...moment }))))(
  'SAL-28 $auto, power cut $when $method: charged exactly when sold, and only once',
  async ({ auto, method, when }) => {
    const folder = tempFolder();
    const life = dyingProcess({ method, when });
    const first = openSaleWorld(folder, { auto, sales: life.wrap, terminal: life.wrap });
    const { cartId, revision } = await filledCart(first, { sku: 'LIPSTICK' });
    const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
    await unlessDead(life, () => first.checkout.handlers['checkout.payCard'](payment));
    first.close();

    const second = openSaleWorld(folder, { clock: first.clock, auto: 'approve' });
    await second.checkout.settleOpenPayments();
    const charged = charges(folder, payment.paymentId);
    const sold = [...second.store.sales.orders()];
    expect(charged).toBeLessThanOrEqual(1);
    expect(sold.map(({ payments }) => payments[0]?.id)).toEqual(
      charged === 1 ? [payment.paymentId] : [],
    );
    expect(second.store.sales.openPaymentIds()).toEqual([]);
    expect(second.store.check()).toEqual([]);

    // The client that never got an answer asks again: the same sale, or nothing to pay for.
    const again = await second.checkout.handlers['checkout.payCard'](payment);
    if (again.ok) expect(again.value.orderId).toBe(sold[0]?.id);
    expect(again.ok).toBe(charged === 1);
    expect(charges(folder, payment.paymentId)).toBe(charged);
    expect([...second.store.sales.orders()]).toEqual(sold);
    await second.close();
  },
);

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('pay' as const), answer: fc.constantFrom(...answers) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('retry' as const), which: fc.nat({ max: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('settle' as const), which: fc.nat({ max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fill' as const), full: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('restart' as const),
      death: fc.constantFrom(null, ...moments),
    }),
  },
);

test('SAL-28 any days with retries, full disks and power cuts: charged exactly when sold, and only once', async () => {
  let allSold = 0;
  let allPayments = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 14, size: 'max' }),
      async (steps) => {
        const folder = tempFolder();
        const full = err(fault('store.full', 'The disk is full.'));
        const payments: {
          paymentId: string;
          commandId: string;
          cartId: string;
          revision: number;
        }[] = [];
        let isFull = false;
        let life = dyingProcess(null);
        let world = start();

        function start() {
          return openSaleWorld(folder, {
            sales: (real) =>
              life.wrap({
                ...real,
                beginIntent: (intent, movements) =>
                  isFull ? full : real.beginIntent(intent, movements),
                commit: (sale, finish) => (isFull ? full : real.commit(sale, finish)),
                setIntentState: (id, state) => (isFull ? full : real.setIntentState(id, state)),
              }),
            terminal: (real) => life.wrap(real),
          });
        }

        async function restart(death: DeathPlan | null) {
          await world.close();
          life = dyingProcess(death);
          world = start();
          await unlessDead(life, () => world.checkout.settleOpenPayments());
        }

        for (const action of steps) {
          if (life.isDead()) await restart(null);
          const { handlers } = world.checkout;
          switch (action.do) {
            case 'pay': {
              world.terminal.setAuto(action.answer);
              const { cartId, revision } = await filledCart(world, { sku: 'POLISH' });
              const payment = { paymentId: nextId(), commandId: nextId(), cartId, revision };
              payments.push(payment);
              await unlessDead(life, () => handlers['checkout.payCard'](payment));
              break;
            }
            case 'retry': {
              const payment = payments[action.which];
              if (payment !== undefined)
                await unlessDead(life, () => handlers['checkout.payCard'](payment));
              break;
            }
            case 'settle': {
              const payment = payments[action.which];
              if (payment !== undefined)
                await unlessDead(life, () => handlers['checkout.settle'](payment));
              break;
            }
            case 'fill':
              isFull = action.full;
              break;
            case 'restart':
              await restart(action.death);
          }
        }

        isFull = false;
        await restart(null);
        const sold = [...world.store.sales.orders()].map(({ payments: [paid] }) => paid?.id);
        const charged = payments.flatMap(({ paymentId }) =>
          Array.from({ length: charges(folder, paymentId) }, () => paymentId),
        );
        expect(sold.toSorted()).toEqual(charged.toSorted());
        expect(new Set(sold).size).toBe(sold.length);
        expect(world.store.sales.openPaymentIds()).toEqual([]);
        expect(world.store.check()).toEqual([]);
        allSold += sold.length;
        allPayments += payments.length;
        await world.close();
      },
    ),
    { seed: 20_260_304, numRuns: 40 },
  );
  // Both ends happened often enough to mean something.
  expect(allSold).toBeGreaterThan(40);
  expect(allPayments - allSold).toBeGreaterThan(40);
});

test('SAL-28 what stays silent is asked about again after a while', async () => {
  const folder = tempFolder();
  let silent = true;
  const world = openSaleWorld(folder, {
    auto: 'loseAnswer',
    terminal: (real) => ({
      ...real,
      lookup: async (id) => (silent ? { outcome: 'lost' } : real.lookup(id)),
    }),
  });
  const { cartId, revision } = await filledCart(world, { sku: 'LIPSTICK' });
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  expect(code(await world.checkout.handlers['checkout.payCard'](payment))).toBe(
    'payment.unsettled',
  );
  await world.checkout.settleOpenPayments();
  expect(world.store.sales.openPaymentIds()).toHaveLength(1);
  expect(world.logger.entries).toContainEqual({
    level: 'warn',
    message: 'Card payments stay unsettled',
    fields: expect.objectContaining({ open: 1 }),
  });
  silent = false;
  await world.checkout.settleOpenPayments();
  expect(world.store.sales.openPaymentIds()).toEqual([]);
  await world.close();
});

test('SAL-28 one payment that cannot be settled does not keep the others from it', async () => {
  const folder = tempFolder();
  const paymentIds: string[] = [];
  const first = openSaleWorld(folder, { auto: 'loseAnswer' });
  for (const sku of ['LIPSTICK', 'POLISH', 'LIPSTICK']) {
    const { cartId, revision } = await filledCart(first, { sku });
    const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
    paymentIds.push(payment.paymentId);
    await first.checkout.handlers['checkout.payCard'](payment);
  }
  first.close();
  const second = openSaleWorld(folder, {
    clock: first.clock,
    sales: (real) => ({
      ...real,
      orderByPayment(paymentId) {
        if (paymentId === paymentIds[1]) throw new Error('the row is damaged');
        return real.orderByPayment(paymentId);
      },
    }),
  });
  await second.checkout.settleOpenPayments();
  const sold = [...second.store.sales.orders()].map(({ payments: [paid] }) => paid?.id);
  expect(sold).toEqual([paymentIds[0], paymentIds[2]]);
  expect(second.store.sales.openPaymentIds()).toEqual([paymentIds[1]]);
  await second.close();
});
