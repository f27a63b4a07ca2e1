import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { repriceConsumer } from '#central/jobs/reprice-consumer.ts';
import { releaseAt } from '#central/storage/catalog-releases.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship, secondStore } from '#db/seed/store.ts';
import { sellBasket } from '#main/core/checkout/sell-basket.ts';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { Customer } from '#shared/domain/pricing/basket.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { demoDatabase } from '../../helpers/demo-database.ts';
import { kioskOf } from '../../helpers/kiosk-of.ts';
import { publishCatalog, publishDemo } from '../../helpers/published-catalog.ts';
import { pushedEvent } from '../../helpers/pushed-events.ts';
import { seededRandom } from '../../helpers/random.ts';
import { createRandomShopping } from '../../helpers/random-shopping.ts';
import { openSaleWorld, type SaleWorld, value } from '../../helpers/sale-world.ts';
import { pick } from '../../helpers/scanner-codes.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const central = startTestCentral();
const now = Date.now();
const clock = { now: () => now, advance: () => undefined };
const shopping = createRandomShopping(demoStoreFeed().records, now);
const consumer = () => repriceConsumer(central);
beforeAll(() => publishDemo(central));

/** A kiosk with the demo store, standing in `store`. */
async function kioskIn(store: string): Promise<SaleWorld> {
  const folder = tempFolder();
  await demoDatabase(folder);
  const first = openSaleWorld(folder, { clock, auto: 'approve' });
  value(first.store.device.moveTo(store));
  await first.close();
  const world = openSaleWorld(folder, { clock, auto: 'approve' });
  onTestFinished(() => world.close());
  return world;
}

const customers: readonly (Customer | undefined)[] = [
  undefined,
  undefined,
  { segments: ['staff'] },
  { id: 'C-1', segments: ['circle', 'vip'] },
  { id: 'C-2', segments: ['circle'], promotionUses: { birthday: 1 } },
];

/** Sells random baskets until so many were sold. */
async function sellSome(world: SaleWorld, random: () => number, count: number): Promise<void> {
  for (let sold = 0; sold < count; ) {
    const customer = pick(random, customers);
    const lines = shopping.lines(random).map(({ declaration: _, ...line }) => line);
    const coupons = [...shopping.coupons(random), ...(random() < 0.3 ? ['BIRTHDAY'] : [])];
    const basket = { lines, coupons, at: now, ...(customer === undefined ? {} : { customer }) };
    const tender =
      random() < 0.5
        ? ({ kind: 'cash', tenderedMinor: 10_000_000 } as const)
        : ({ kind: 'card' } as const);
    const order = await sellBasket(world.ports, basket, tender);
    if (order.ok) sold += 1;
  }
}

/** The payloads that wait in the outbox, with their events. */
function waiting(world: SaleWorld) {
  return world.store.outbox.waiting(10_000, Number.MAX_SAFE_INTEGER).map((event) => ({
    ...event,
    payload: JSON.parse(event.payload) as OrderCompletedV1,
  }));
}

async function push({ client }: TestDevice, events: readonly object[]): Promise<readonly string[]> {
  const statuses: string[] = [];
  for (let done = 0; done < events.length; done += 100) {
    const { data } = await client.POST('/v1/device/events', {
      body: { events: events.slice(done, done + 100), sentAtMs: Date.now() },
    });
    statuses.push(...required(data, 'answers').answers.map(({ status }) => status));
  }
  return statuses;
}

async function reprice(): Promise<void> {
  while ((await consumeBatch(central, consumer())) > 0);
}

async function repricingOf(orderId: string) {
  const client = await central.client(['orders:read']);
  const { data } = await client.GET('/v1/orders/{id}', { params: { path: { id: orderId } } });
  return required(data, orderId).repricing;
}

/** In which languages anything below `value` has a text. */
function languagesIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  if ('en' in value) return new Set(Object.keys(value));
  return new Set(Object.values(value).flatMap((each) => [...languagesIn(each)]));
}

test('API-60 API-61 what kiosks sell is priced again to the same, to the last line of the trace', async () => {
  const random = seededRandom(60);
  const seen = { texts: 0, coupons: 0, known: 0, segments: 0, rounded: 0, discounts: 0 };
  for (const [store, count] of [
    [flagship, 90],
    [secondStore, 60],
  ] as const) {
    const world = await kioskIn(store);
    await sellSome(world, random, count);
    const events = waiting(world);
    expect(events).toHaveLength(count);
    expect(await push(await central.device(store), events)).toEqual(events.map(() => 'stored'));
    await reprice();
    for (const { payload } of events) {
      const { orderId } = payload;
      expect(await repricingOf(orderId), orderId).toMatchObject({
        outcome: 'same',
        totalMinor: payload.totalMinor,
        differences: [],
      });
      if (payload.lines.some(({ textLengths }) => textLengths !== undefined)) seen.texts += 1;
      if (payload.promotions.some(({ coupon }) => coupon !== undefined)) seen.coupons += 1;
      if (payload.pricedFor?.isKnown === true) seen.known += 1;
      if (payload.pricedFor?.segments !== undefined) seen.segments += 1;
      if (payload.cashRoundingMinor !== 0) seen.rounded += 1;
      if (payload.discountMinor > 0) seen.discounts += 1;
      // Nobody's name, and no segment that no promotion asks for.
      expect(JSON.stringify(payload)).not.toMatch(/C-1|C-2|vip|Ada|Zoë/);
    }
  }
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(5);
  const counted = await central.metrics.repricings.get();
  const counts = counted.values.filter(({ value }) => value > 0);
  expect(counts).toMatchObject([{ labels: { outcome: 'same' }, value: 150 }]);
});

test('API-62 ING-8 a price that was tampered with is stored, flagged and found, and not refused', async () => {
  const world = await kioskIn(flagship);
  await sellSome(world, seededRandom(62), 2);
  const [honest, changed] = waiting(world);
  if (honest === undefined || changed === undefined) throw new Error('nothing was sold');
  const { payload } = changed;
  const [line, ...others] = payload.lines;
  if (line === undefined) throw new Error('the sale has no lines');
  const cheaper = {
    ...payload,
    lines: [
      { ...line, price: { ...line.price, totalMinor: line.price.totalMinor - 100 } },
      ...others,
    ],
    totalMinor: payload.totalMinor - 100,
  };
  const device = await central.device(flagship);
  const event = pushedEvent(changed.deviceSeq, cheaper, changed.id);
  expect(await push(device, [honest, event])).toEqual(['stored', 'stored']);
  await reprice();
  expect(await repricingOf(payload.orderId)).toMatchObject({
    outcome: 'diverges',
    totalMinor: payload.totalMinor,
    differences: ['/lines/0/price/totalMinor', '/totalMinor'],
  });
  const client = await central.client(['orders:read']);
  const found = async (repricing: 'same' | 'diverges' | 'unpriceable') => {
    const query = { repricing, store: flagship, limit: 500 };
    const { data } = await client.GET('/v1/orders', { params: { query } });
    return required(data, 'orders').items.map(({ id }) => id);
  };
  expect(await found('diverges')).toEqual([payload.orderId]);
  expect(await found('same')).toContain(honest.payload.orderId);
  expect(await found('same')).not.toContain(payload.orderId);
});

test('API-61 SAL-37 a sale is told in English and the language of its store; one that tells more is the same', async () => {
  const german = demoStoreFeed().records.map((record) =>
    record.kind === 'store' ? { ...record, locale: 'de-DE' } : record,
  );
  await publishCatalog(central, german);
  const world = await kioskOf(german, flagship, { clock });
  await sellSome(world, seededRandom(37), 3);
  const orders = new Map([...world.store.sales.orders()].map((order) => [order.id, order]));
  const events = waiting(world);
  const once = events.map(({ payload, deviceSeq }) => {
    expect(languagesIn(payload)).toEqual(new Set(['de', 'en']));
    const { quote } = required(orders.get(payload.orderId), payload.orderId);
    expect(languagesIn(quote)).toEqual(new Set(['ar', 'de', 'en', 'es', 'fr', 'ja']));
    const { promotions, taxes } = quote;
    const lines = payload.lines.map((line, index) => ({
      ...line,
      price: required(quote.lines[index], line.sku),
    }));
    const orderId = crypto.randomUUID();
    return pushedEvent(deviceSeq, { ...payload, orderId, lines, promotions, taxes });
  });
  const device = await central.device(flagship);
  const renamed = ['en', 'fr'].map((language, index) => {
    const sale = structuredClone(required(events[0], 'a sale').payload);
    Object.assign(required(sale.lines[0], 'a line').price.name, { [language]: 'Another' });
    sale.orderId = crypto.randomUUID();
    return pushedEvent(once.length + 1 + index, sale);
  });
  const all = [...once, ...renamed];
  expect(await push(device, all)).toEqual(all.map(() => 'stored'));
  await reprice();
  for (const { payload } of once) {
    expect(await repricingOf(payload.orderId)).toMatchObject({ outcome: 'same', differences: [] });
  }
  const found = await Promise.all(renamed.map(({ payload }) => repricingOf(payload.orderId)));
  expect(found).toMatchObject([
    { outcome: 'diverges', differences: ['/lines/0/price/name/en'] },
    { outcome: 'diverges', differences: ['/lines/0/price/name/fr'] },
  ]);
});

test('API-63 a sale that cannot be priced again says why, and holds up no other', async () => {
  const world = await kioskIn(flagship);
  await sellSome(world, seededRandom(63), 1);
  const { payload, deviceSeq } = required(waiting(world)[0], 'a sale');
  const [line] = payload.lines;
  if (line === undefined) throw new Error('the sale has no lines');
  const { catalogHash: _, ...nameless } = payload;
  const odd = (change: Partial<OrderCompletedV1>): OrderCompletedV1 => ({
    ...payload,
    ...change,
    orderId: crypto.randomUUID(),
  });
  const sales: readonly (readonly [OrderCompletedV1, string | RegExp])[] = [
    [{ ...nameless, orderId: crypto.randomUUID() }, 'The sale does not name its catalog'],
    [odd({ catalogHash: 'f'.repeat(64) }), 'That catalog was never published here'],
    [odd({ lines: [{ ...line, sku: 'NO-SUCH' }] }), /NO-SUCH is not in the catalog/],
    [
      odd({ lines: [{ ...line, price: { ...line.price, quantity: 1_000_000 } }] }),
      'The sale is more than one basket holds',
    ],
    [
      odd({
        lines: [
          {
            sku: 'AT-FRAGRANCE',
            design: { template: 'fragrance', selections: {} },
            textLengths: { size: 3 },
            price: line.price,
          },
        ],
      }),
      /fragrance has no text size/,
    ],
  ];
  const device = await central.device(flagship);
  const events = [...sales.map(([sale]) => sale), payload].map((sale, index) =>
    pushedEvent(deviceSeq + index, sale),
  );
  expect(await push(device, events)).toEqual(events.map(() => 'stored'));
  await reprice();
  for (const [{ orderId }, why] of sales) {
    const repricing = await repricingOf(orderId);
    expect(repricing).toMatchObject({ outcome: 'unpriceable', totalMinor: null });
    expect(repricing?.differences[0]).toMatch(why);
  }
  expect(await repricingOf(payload.orderId)).toMatchObject({ outcome: 'same' });
});

test('API-64 a sale is priced by the catalog that it was sold from, also when there is a newer one', async () => {
  const world = await kioskIn(flagship);
  await sellSome(world, seededRandom(64), 3);
  const { records } = demoStoreFeed();
  const dearer = records.map((record) =>
    record.kind === 'price' ? { ...record, amountMinor: record.amountMinor + 1 } : record,
  );
  await publishCatalog(central, dearer);
  const events = waiting(world);
  await push(await central.device(flagship), events);
  await reprice();
  for (const { payload } of events) {
    expect((await repricingOf(payload.orderId))?.outcome).toBe('same');
  }
});

test('API-60 the release that a store got from here is found by its content', async () => {
  const version = await publishDemo(central);
  const own = demoStoreFeed().records.filter(
    (record) => !('store' in record) || record.store === undefined || record.store === secondStore,
  );
  const world = await kioskOf(own, secondStore, { clock });
  const { contentHash } = await releaseAt(central.db, secondStore, version);
  const { catalog } = world.store;
  expect(catalog.contentHash(catalog.currentVersion())).toBe(contentHash);

  await sellSome(world, seededRandom(65), 5);
  const events = waiting(world);
  await push(await central.device(secondStore), events);
  await reprice();
  for (const { payload } of events) {
    expect(payload.catalogHash).toBe(contentHash);
    expect((await repricingOf(payload.orderId))?.outcome).toBe('same');
  }
});
