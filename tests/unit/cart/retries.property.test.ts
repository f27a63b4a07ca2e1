import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCarts } from '#main/core/cart/carts.ts';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import { memoryCatalog } from '../../helpers/memory-catalog.ts';
import { noAllotments } from '../../helpers/no-allotments.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import {
  engravedDesign,
  forbiddenDesign,
  saleCatalog,
  validDesign,
} from '../../helpers/sale-catalog.ts';
import { manualClock, recordingEvents } from '../../helpers/sale-devices.ts';

const cartId = '01950000-0000-7000-8000-00000000ca47';
const lineId = fc.constantFrom('a', 'b', 'c', 'd');
const quantity = fc.integer({ min: 1, max: 400 });
const design = fc.constantFrom(validDesign, engravedDesign, forbiddenDesign);
const code = fc.constantFrom('TEN', 'hundred', 'free', 'unknown');

const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      name: fc.constant('addReady' as const),
      lineId,
      quantity,
      sku: fc.constantFrom('LIPSTICK', 'POLISH', 'BASE'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ name: fc.constant('addCustom' as const), lineId, quantity, design }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ name: fc.constant('setQuantity' as const), lineId, quantity }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ name: fc.constant('replaceDesign' as const), lineId, design }),
  },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('removeLine' as const), lineId }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('addCoupon' as const), code }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('removeCoupon' as const), code }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('discard' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** Commands, and after each one, which of the commands so far are sent once more. */
const session = fc.array(
  fc.record({ command, retries: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }) }),
  { minLength: 3, maxLength: 30, size: 'max' },
);

async function run(
  steps: readonly { readonly command: Command; readonly retries: readonly number[] }[],
  withRetries: boolean,
): Promise<Cart> {
  const catalog = memoryCatalog();
  catalog.publish(saleCatalog);
  const { handlers } = createCarts({
    catalog,
    clock: manualClock(),
    events: recordingEvents(),
    allotments: noAllotments,
    logger: recordingLogger(),
  });

  async function send(index: number): Promise<unknown> {
    const sent = steps[index]?.command;
    const commandId = `01950000-0000-7000-8000-${String(index).padStart(12, '0')}`;
    const ids = { commandId, cartId };
    switch (sent?.name) {
      case 'addReady':
        return handlers['cart.addLine']({
          ...ids,
          lineId: sent.lineId,
          sku: sent.sku,
          quantity: sent.quantity,
        });
      case 'addCustom':
        return handlers['cart.addLine']({
          ...ids,
          lineId: sent.lineId,
          sku: 'SERUM',
          quantity: sent.quantity,
          design: sent.design,
        });
      case 'setQuantity':
        return handlers['cart.setQuantity']({
          ...ids,
          lineId: sent.lineId,
          quantity: sent.quantity,
        });
      case 'replaceDesign':
        return handlers['cart.replaceDesign']({ ...ids, lineId: sent.lineId, design: sent.design });
      case 'removeLine':
        return handlers['cart.removeLine']({ ...ids, lineId: sent.lineId });
      case 'addCoupon':
        return handlers['cart.addCoupon']({ ...ids, code: sent.code });
      case 'removeCoupon':
        return handlers['cart.removeCoupon']({ ...ids, code: sent.code });
      default:
        return handlers['cart.discard'](ids);
    }
  }

  for (const [index, { retries }] of steps.entries()) {
    await send(index);
    if (!withRetries) continue;
    for (const back of retries) await send(Math.max(0, index - back));
  }
  const cart = await handlers['cart.get']({ cartId });
  if (!cart.ok) throw new Error(cart.error.message);
  return cart.value;
}

test('SAL-2 any commands with any retries give the same cart as without retries', async () => {
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(session, async (steps) => {
      const plain = await run(steps, false);
      if (plain.lines.length > 0) filled += 1;
      expect(await run(steps, true)).toEqual(plain);
    }),
    { seed: 20_260_303, numRuns: 200 },
  );
  expect(filled).toBeGreaterThan(80);
});
