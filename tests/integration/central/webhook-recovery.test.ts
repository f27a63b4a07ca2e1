import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { continueReplay } from '#central/core/webhooks/replay-feed.ts';
import { startWebhookUpkeep, tidyDeliveries } from '#central/jobs/webhook-upkeep.ts';
import { claimDeliveries } from '#central/storage/webhook-deliveries.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { always, eventOf, until } from '../../helpers/webhook-receiver.ts';
import { payments, webhookWorld } from '../../helpers/webhook-world.ts';

const central = startTestCentral();
const world = webhookWorld(central);
const { deliveriesOf, hook, receiver, saleHook, sell, startSender, stoppedClock } = world;

/** Claims everything that is due, as a process that dies at once. */
function claimAndDie() {
  const at = new Date(central.now());
  const lostAt = new Date(at.getTime() + 60_000);
  return claimDeliveries(central.db, { busy: new Map(), lanes: 500, at, lostAt });
}

test('EVO-56 what a process held when it died is sent by another one, after a minute', async () => {
  const clock = stoppedClock();
  const erp = await receiver();
  const { store, id } = await saleHook(erp.url);
  const sold = await sell(store, 5);
  expect(await claimAndDie()).toHaveLength(5);
  startSender();
  clock.forward(59_000);
  await pause(1_200);
  expect(erp.received).toEqual([]);
  clock.forward(1_000);
  await until('all arrived', () => erp.received.length === 5);
  expect(erp.ids().sort()).toEqual([...sold].sort());
  await until('it is written down', async () => (await deliveriesOf(id, 'delivered')).length === 5);
});

test('EVO-56 of several senders each delivery goes to one', async () => {
  const erp = await receiver();
  const { store, id } = await saleHook(erp.url);
  startSender();
  startSender();
  startSender();
  const sold = await sell(store, 200);
  await until('it is written down', async () =>
    (await deliveriesOf(id)).every(({ state }) => state === 'delivered'),
  );
  expect(erp.received).toHaveLength(200);
  expect(erp.ids().sort()).toEqual([...sold].sort());
});

test('EVO-56 a sender that is stopped gives back what hangs, and it counts as no attempt', async () => {
  const erp = await receiver(() => undefined);
  const { store, id } = await saleHook(erp.url);
  const sender = startSender();
  await sell(store, 2);
  await until('both are being sent', () => erp.received.length === 2);
  await sender.stop();
  for (const { state, attempts, lastError } of await deliveriesOf(id)) {
    expect({ state, attempts, lastError }).toEqual({
      state: 'waiting',
      attempts: 0,
      lastError: null,
    });
  }
  erp.answer(always(204));
  startSender();
  await until('both arrived', async () => (await deliveriesOf(id, 'delivered')).length === 2);
});

test('EVO-55 everything after a cursor is sent again, with the same ids', async () => {
  const erp = await receiver();
  const { store, id } = await saleHook(erp.url);
  startSender();
  const before = await sell(store, 3);
  const read = await world.office().GET('/v1/feed', { params: { query: { store, limit: 500 } } });
  const cursor = read.data?.nextCursor ?? '';
  const after = await sell(store, 450);
  await until('all arrived', async () => (await deliveriesOf(id, 'waiting')).length === 0);
  expect(erp.received).toHaveLength(453);
  const replay = await world.office().POST('/v1/webhooks/{id}/replay', {
    params: { path: { id } },
    body: { cursor },
  });
  expect([replay.response.status, replay.data?.status]).toEqual([202, 'replaying']);
  const upkeep = startWebhookUpkeep(central, world.wake);
  await until('all arrived again', () => erp.received.length === 903);
  await upkeep.stop();
  expect(await continueReplay(central)).toBe(false);
  const again = erp.ids().slice(453);
  expect([...again].sort()).toEqual([...after].sort());
  for (const one of before) expect(again).not.toContain(one);
});

test('EVO-55 a webhook that is new can be given what was before it, from the first event on', async () => {
  const erp = await receiver();
  const store = world.newStore();
  const sold = await sell(store, 4);
  const { id } = await hook({ url: erp.url, types: [payments], stores: [store] });
  await world.fanOut();
  expect(await deliveriesOf(id)).toEqual([]);
  const path = { params: { path: { id } } };
  await world.office().POST('/v1/webhooks/{id}/replay', { ...path, body: { cursor: null } });
  while (await continueReplay(central));
  startSender();
  await until('all arrived', () => erp.received.length === 4);
  for (const { body } of erp.received)
    expect(eventOf(body)).toMatchObject({ type: payments, store });
  expect(erp.ids()).not.toEqual(expect.arrayContaining([sold[0]]));
  const refused = await world.office().POST('/v1/webhooks/{id}/replay', {
    ...path,
    body: { cursor: Buffer.from('["x"]').toString('base64url') },
  });
  expect(refused.error).toMatchObject({
    code: 'input.invalid',
    detail: 'body/cursor is not one of this list',
  });
});

test('EVO-52 EVO-59 what waited three days is dead; what ended is forgotten after 7 and 30 days', async () => {
  const clock = stoppedClock();
  const erp = await receiver();
  const { store, id } = await saleHook(erp.url);
  const [delivered] = await sell(store);
  const sender = startSender();
  await until('one arrived', async () => (await deliveriesOf(id, 'delivered')).length === 1);
  await sender.stop();
  const [never] = await sell(store);
  const day = 24 * 3_600_000;
  clock.forward(3 * day);
  await tidyDeliveries(central);
  expect((await deliveriesOf(id)).map((one) => [one.id, one.state])).toEqual([
    [never, 'waiting'],
    [delivered, 'delivered'],
  ]);
  clock.forward(1);
  await tidyDeliveries(central);
  expect((await deliveriesOf(id, 'dead')).map((one) => one.id)).toEqual([never]);
  clock.forward(4 * day);
  await tidyDeliveries(central);
  expect((await deliveriesOf(id)).map((one) => one.id)).toEqual([never]);
  clock.forward(27 * day);
  await tidyDeliveries(central);
  expect(await deliveriesOf(id)).toEqual([]);
});

test('EVO-60 the metrics tell outcomes, how far behind a webhook is, and what was given up', async () => {
  const clock = stoppedClock();
  const erp = await receiver(always(500));
  const { store, id } = await saleHook(erp.url);
  startSender();
  await sell(store);
  await until('it failed', async () => (await deliveriesOf(id))[0]?.lastStatus === 500);
  clock.forward(5_000);
  const upkeep = startWebhookUpkeep(central, world.wake);
  const text = () => central.metrics.registry.metrics();
  const lag = `blendbar_webhook_lag_seconds{webhook="${id}"} 5`;
  await until('the lag is told', async () => (await text()).includes(lag));
  await upkeep.stop();
  expect(await text()).toMatch(/blendbar_webhook_attempts_total\{outcome="failed"\} [1-9]/);
  expect(await text()).toContain(`blendbar_webhook_dead_deliveries{webhook="${id}"} 0`);
});
