import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { createServer } from '#central/http/server.ts';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { webhookFanOut } from '#central/jobs/webhook-fan-out.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { settleFeed, storedSale, storeEvents } from '../../helpers/central-events.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import {
  always,
  eventOf,
  isSignedWith,
  startReceiver,
  until,
} from '../../helpers/webhook-receiver.ts';
import { orders, payments, webhookWorld } from '../../helpers/webhook-world.ts';

const central = startTestCentral();
const world = webhookWorld(central);
const { fanOut, hook, newStore, receiver, saleHook, sell, startSender } = world;
const { deliveriesOf, stoppedClock, webhookOf } = world;

test('EVO-40 what a device pushed arrives at the webhook, signed, as a CloudEvent', async () => {
  const erp = await receiver();
  const store = newStore();
  await fanOut();
  const made = await hook({ url: erp.url, stores: [store] });
  const { client } = await central.device(store);
  const event = pushedEvent(1, completedOrder({ store }));
  await client.POST('/v1/device/events', { body: { events: [event], sentAtMs: Date.now() } });
  startSender();
  await fanOut();
  await until('both events arrived', () => erp.received.length === 2);
  const sale = erp.received.find(({ body }) => eventOf(body).type === orders);
  expect(sale?.headers).toMatchObject({
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': event.id,
  });
  expect(Math.abs(Number(sale?.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(5);
  for (const one of erp.received) {
    expect(isSignedWith(made.secret, one)).toBe(true);
    expect(isSignedWith(made.secret, { ...one, body: `${one.body} ` })).toBe(false);
    expect(one.headers['webhook-id']).toBe(eventOf(one.body).id);
  }
  const { data: feed } = await world.office().GET('/v1/feed', { params: { query: { store } } });
  expect(erp.received.map(({ body }) => eventOf(body).id).sort()).toEqual(
    feed?.items.map(({ id }) => id).sort(),
  );
  expect(JSON.parse(sale?.body ?? '')).toEqual(feed?.items[0]);
  await until('it is written down', async () =>
    (await deliveriesOf(made.id)).every(({ state }) => state === 'delivered'),
  );
});

test('EVO-33 types and stores choose what is delivered', async () => {
  const [all, some] = [await receiver(), await receiver()];
  const [here, there] = [newStore(), newStore()];
  await fanOut();
  await hook({ url: all.url });
  await hook({ url: some.url, types: [payments], stores: [here] });
  await sell(here);
  await sell(there);
  startSender();
  await until('everything arrived', () => all.received.length === 4 && some.received.length === 1);
  await pause(100);
  expect(some.received.map(({ body }) => [eventOf(body).type, eventOf(body).store])).toEqual([
    [payments, here],
  ]);
  expect(all.received).toHaveLength(4);
});

test('EVO-33 a batch that is rolled back is made again, and nothing is made twice', async () => {
  const erp = await receiver();
  const { store, id } = await saleHook(erp.url);
  await storeEvents(central, [storedSale(store), storedSale(store)]);
  await settleFeed(central);
  const consumer = webhookFanOut(central, () => undefined);
  const failing = {
    ...consumer,
    async apply(...args: Parameters<typeof consumer.apply>) {
      await consumer.apply(...args);
      throw new Error('The process dies here');
    },
  };
  await expect(consumeBatch(central, failing)).rejects.toThrow('dies here');
  expect(await deliveriesOf(id)).toHaveLength(0);
  await fanOut();
  await fanOut();
  expect(await deliveriesOf(id)).toHaveLength(2);
});

test('EVO-51 a delivery that failed is tried again later, with the same id and a new signature', async () => {
  const clock = stoppedClock();
  const erp = await receiver(always(503));
  const { store, id, secret } = await saleHook(erp.url);
  startSender();
  const [event] = await sell(store);
  await until('the first attempt failed', async () => {
    const [only] = await deliveriesOf(id);
    return only?.attempts === 1 && only.lastStatus === 503;
  });
  const [waiting] = await deliveriesOf(id, 'waiting');
  expect(waiting).toMatchObject({ id: event, lastError: 'The endpoint answered 503' });
  await pause(1_200);
  expect(erp.received).toHaveLength(1);
  erp.answer(always(200));
  clock.forward(10_000);
  await until('it arrived', async () => (await deliveriesOf(id, 'delivered')).length === 1);
  const [first, second] = erp.received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
  for (const one of erp.received) expect(isSignedWith(secret, one)).toBe(true);
  expect(await webhookOf(id)).toMatchObject({ failures: 0, quietUntil: null });
});

test('EVO-52 EVO-54 after 12 attempts a delivery is dead, and can be replayed', async () => {
  const clock = stoppedClock();
  const erp = await receiver(always(500));
  const { store, id } = await saleHook(erp.url);
  startSender();
  const [event] = await sell(store);
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    await until(`attempt ${attempt} is written down`, async () => {
      const { failures } = await webhookOf(id);
      return failures === attempt && erp.received.length === attempt;
    });
    expect(await deliveriesOf(id, 'dead')).toHaveLength(attempt === 12 ? 1 : 0);
    clock.forward(Math.min(10_000 * 3 ** (attempt - 1), 8 * 3_600_000));
  }
  const [dead] = await deliveriesOf(id, 'dead');
  expect(dead).toMatchObject({ id: event, state: 'dead', nextAttemptAt: null, lastStatus: 500 });
  clock.forward(24 * 3_600_000);
  const attempts = erp.received.length;
  await pause(300);
  expect(erp.received).toHaveLength(attempts);
  erp.answer(always(200));
  const path = { id, delivery: event ?? '' };
  const replay = await world.office().POST('/v1/webhooks/{id}/deliveries/{delivery}/replay', {
    params: { path },
  });
  expect(replay.response.status).toBe(202);
  expect(replay.data).toMatchObject({ id: event, state: 'waiting', attempts: 0, endedAt: null });
  world.wake();
  await until('it arrived', async () => (await deliveriesOf(id, 'delivered')).length === 1);
  expect(new Set(erp.ids())).toEqual(new Set([event]));
  const unknown = await world.office().POST('/v1/webhooks/{id}/deliveries/{delivery}/replay', {
    params: { path: { id, delivery: uuidv7() } },
  });
  expect(unknown.error?.code).toBe('webhook.delivery_not_found');
});

test('EVO-53 an endpoint that answers 410 gets nothing more until it is let in again', async () => {
  const erp = await receiver(always(410));
  const { store, id } = await saleHook(erp.url);
  startSender();
  await sell(store);
  await until('it is disabled', async () => (await webhookOf(id)).active === false);
  expect(await webhookOf(id)).toMatchObject({ disabledReason: 'gone' });
  await sell(store, 3);
  await pause(200);
  expect(erp.received).toHaveLength(1);
  expect(await deliveriesOf(id, 'waiting')).toEqual([]);
  erp.answer(always(200));
  await world
    .office()
    .PATCH('/v1/webhooks/{id}', { params: { path: { id } }, body: { active: true } });
  await sell(store);
  await until('the next one arrived', () => erp.received.length === 2);
});

test('EVO-50 a redirection is not followed', async () => {
  const other = await receiver();
  const erp = await receiver(always(307, { location: other.url }));
  const { store, id } = await saleHook(erp.url);
  startSender();
  await sell(store);
  await until('it failed', async () => (await deliveriesOf(id))[0]?.lastStatus === 307);
  expect(other.received).toEqual([]);
});

test('EVO-57 endpoints that hang, refuse or fail hold no other up', async () => {
  const hanging = await receiver(() => undefined);
  const failing = await receiver(always(500));
  const refusing = await startReceiver();
  await refusing.close();
  const well = await receiver();
  const store = newStore();
  await fanOut();
  for (const { url } of [hanging, failing, refusing]) await hook({ url, stores: [store] });
  const good = await hook({ url: well.url, types: [orders], stores: [store] });
  startSender();
  const began = performance.now();
  const sold = await sell(store, 300);
  await until('all arrived at the one that is well', () => well.received.length === 300, 10_000);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(well.ids().sort()).toEqual([...sold].sort());
  // One that hangs has its own lanes, no more.
  expect(hanging.received.length).toBeLessThanOrEqual(8);
  // One that fails is soon left alone, instead of being asked 600 times.
  expect(failing.received.length).toBeLessThan(40);
  await until('it is written down', async () =>
    (await deliveriesOf(good.id)).every(({ state }) => state === 'delivered'),
  );
});

test('EVO-58 an endpoint that kept failing gets one request at a time, and all when it is well', async () => {
  const clock = stoppedClock();
  const erp = await receiver(always(500));
  const { store, id } = await saleHook(erp.url);
  startSender();
  await sell(store, 60);
  await until('it is left alone', async () => (await webhookOf(id)).quietUntil !== null);
  await pause(200);
  const asked = erp.received.length;
  clock.forward(1_000);
  await pause(1_300);
  expect(erp.received.length).toBeLessThanOrEqual(asked + 1);
  erp.answer(always(200));
  for (let waited = 0; waited < 40 && (await deliveriesOf(id, 'waiting')).length > 0; waited += 1) {
    clock.forward(60_000);
    await pause(50);
  }
  expect(await deliveriesOf(id, 'delivered')).toHaveLength(60);
  expect(await webhookOf(id)).toMatchObject({ failures: 0, quietUntil: null });
});

test('EVO-42 a new secret signs beside the one before it until that expires', async () => {
  const clock = stoppedClock();
  const erp = await receiver();
  const { store, id, secret: before } = await saleHook(erp.url);
  const { data } = await world.office().POST('/v1/webhooks/{id}/secret', {
    params: { path: { id } },
    body: { overlapHours: 2 },
  });
  const after = data?.secret ?? '';
  expect(after).not.toBe(before);
  startSender();
  await sell(store);
  await until('one arrived', () => erp.received.length === 1);
  clock.forward(2 * 3_600_000);
  await sell(store);
  await until('another arrived', () => erp.received.length === 2);
  const [first, second] = erp.received;
  if (first === undefined || second === undefined) throw new Error('Both arrived');
  expect([isSignedWith(before, first), isSignedWith(after, first)]).toEqual([true, true]);
  expect([isSignedWith(before, second), isSignedWith(after, second)]).toEqual([false, true]);
  const rows = await central.db.selectFrom('webhook_secrets').selectAll().execute();
  for (const { wrapped } of rows) {
    expect(wrapped.includes(Buffer.from(before.slice(6), 'base64'))).toBe(false);
    expect(wrapped.includes(Buffer.from(after.slice(6), 'base64'))).toBe(false);
  }
});

test('EVO-44 a private address is refused when it is set and when it is connected to', async () => {
  const erp = await receiver();
  const { store, id } = await saleHook(erp.url.replace('127.0.0.1', 'localhost'));
  const { database, db, logger, metrics, now, dataDir, masterKeys, onEvents } = central;
  const strict = {
    ...{ database, db, logger, metrics, now, dataDir, masterKeys, onEvents },
    privateWebhooks: false,
  };
  startSender(strict);
  await sell(store);
  await until('it was refused', async () => {
    const [only] = await deliveriesOf(id);
    return only?.lastError === 'The host is not on the public Internet';
  });
  expect(erp.received).toEqual([]);
  const server = await createServer(strict, { tls: null, trustProxy: false });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  try {
    for (const refused of [erp.url, 'https://169.254.169.254/', 'http://example.com/']) {
      const { response, error } = await world.office().POST('/v1/webhooks', {
        baseUrl: url,
        body: { url: refused },
      });
      expect([response.status, error?.code]).toEqual([422, 'webhook.url_refused']);
    }
    const change = await world.office().PATCH('/v1/webhooks/{id}', {
      baseUrl: url,
      params: { path: { id } },
      body: { url: 'https://[::1]/' },
    });
    expect(change.error?.code).toBe('webhook.url_refused');
  } finally {
    await server.close();
  }
});
