import { expect, test } from 'vitest';
import type { CardAnswer } from '#main/core/ports/virtual-bench.ts';
import { type DeathPlan, dyingProcess } from '../../helpers/dying-process.ts';
import { code } from '../../helpers/sale-world.ts';
import { tracesInFiles } from '../../helpers/store-traces.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { canaries, contact, payment, peopleWorld, personIdOf, withRawDb } from './people-world.ts';

interface PersonRow {
  readonly id: string;
  readonly wrapped: string;
  readonly erased_at: number | null;
}

function personRows(file: string): readonly PersonRow[] {
  return withRawDb(file, (db) =>
    db.all<PersonRow>(
      'SELECT id, wrapped, erased_at FROM people JOIN person_keys ON person = seq ORDER BY seq',
    ),
  );
}

test('PPL-6 a card payment that is approved keeps the contact with its order', async () => {
  const world = peopleWorld(tempFolder(), { auto: 'approve' });
  const pay = { ...(await payment(world)), contact };
  expect(code(await world.checkout.handlers['checkout.payCard'](pay))).toBe('ok');
  const [order] = [...world.store.sales.orders()];
  expect(world.show(personIdOf(order ?? {}))).toMatchObject({ state: 'kept', contact });
  expect(world.store.check()).toEqual([]);
  await world.close();
});

test.each<CardAnswer>(['decline', 'timeout'])(
  'PPL-6 PPL-13 a payment that ends with %s leaves no key',
  async (auto) => {
    const folder = tempFolder();
    const world = peopleWorld(folder, { auto });
    const pay = { ...(await payment(world)), contact };
    const paid = await world.checkout.handlers['checkout.payCard'](pay);
    expect(code(paid)).toMatch(/^payment\.(declined|timeout)$/);
    const [person] = personRows(world.file);
    expect(person?.wrapped).toMatch(/^\.+$/);
    expect(world.store.people.scrub()).toEqual({ ok: true, value: true });
    expect(world.store.check()).toEqual([]);
    expect(tracesInFiles(folder, canaries)).toEqual([]);
    await world.close();
  },
);

const answers: readonly CardAnswer[] = ['approve', 'decline', 'loseAnswer'];
const moments: readonly DeathPlan[] = (
  ['beginIntent', 'authorize', 'commit', 'setIntentState'] as const
).flatMap((method) => [
  { method, when: 'before' },
  { method, when: 'after' },
]);

test.each(answers.flatMap((auto) => moments.map((moment) => ({ auto, ...moment }))))(
  'PPL-6 $auto, power cut $when $method: the contact is kept exactly when the sale is',
  async ({ auto, method, when }) => {
    const folder = tempFolder();
    const life = dyingProcess({ method, when });
    const first = peopleWorld(folder, { auto, sales: life.wrap, terminal: life.wrap });
    const pay = { ...(await payment(first)), contact };
    try {
      await first.checkout.handlers['checkout.payCard'](pay);
    } catch (error) {
      if (!life.isDead()) throw error;
    }
    await first.close();
    expect(tracesInFiles(folder, canaries)).toEqual([]);

    const second = peopleWorld(folder, { clock: first.clock, auto: 'approve' });
    await second.checkout.settleOpenPayments();
    const orders = [...second.store.sales.orders()];
    const kept = personRows(second.file).filter(({ erased_at }) => erased_at === null);
    expect(kept.map(({ id }) => id)).toEqual(orders.map(personIdOf));
    for (const order of orders) {
      expect(second.show(personIdOf(order))).toMatchObject({ state: 'kept', contact });
    }
    expect(second.store.check()).toEqual([]);
    await second.close();
  },
);

test('PPL-6 a person who is erased while the card is asked stays erased', async () => {
  const folder = tempFolder();
  const first = peopleWorld(folder, { auto: 'loseAnswer' });
  const pay = { ...(await payment(first)), contact };
  expect(code(await first.checkout.handlers['checkout.payCard'](pay))).toBe('payment.unsettled');
  const [person] = personRows(first.file);
  const id = person?.id ?? '';
  expect(first.show(id)).toMatchObject({ state: 'kept' });
  expect(first.erase(id)).toMatchObject({ state: 'erased', isNew: true });
  await first.close();

  const second = peopleWorld(folder, { clock: first.clock, auto: 'approve' });
  await second.checkout.settleOpenPayments();
  const [order] = [...second.store.sales.orders()];
  expect(order?.personId).toBe(id);
  expect(second.show(id)).toMatchObject({ state: 'erased' });
  expect(second.store.people.unsentKeys(10)).toEqual([]);
  expect(second.store.check()).toEqual([]);
  await second.close();
});
