import { v7 as uuidv7 } from 'uuid';
import { sellBasket } from '#main/core/checkout/sell-basket.ts';
import type { CardAnswer } from '#main/core/ports/virtual-bench.ts';
import { createAllotmentSync } from '#main/sync/allotments.ts';
import { CallFailed } from '#main/sync/call.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { pushBatch } from '#main/sync/push.ts';
import { signatureWindowMs } from '#shared/contract/api/device.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { stockMovements } from '#shared/domain/sale/stock-movements.ts';
import { remaining } from '#shared/domain/stock/allotment.ts';
import { required } from '#shared/lib/assert.ts';
import { publishDelta } from '../integration/storage/store-fixture.ts';
import type { TestCentral, TestDevice } from './central.ts';
import { countStock, projectStock } from './central-stock.ts';
import { seededRandom } from './random.ts';
import { openingTime, validDesign } from './sale-catalog.ts';
import { openSaleWorld, type SaleWorld } from './sale-world.ts';
import { tempFolder } from './temp-folder.ts';
import { type CallFate, unsteadyClient } from './unsteady-client.ts';

// One store with kiosks and a web channel, a bad network, wrong clocks, crashes, and a shelf that knows what
// is really there: it is what nobody may take more from than it holds.

export const simulatedStore = 'berlin';

export interface SimulationOptions {
  readonly central: TestCentral;
  readonly devices: readonly TestDevice[];
  readonly seed: number;
  readonly steps: number;
  /** What stands on the shelf at first, by SKU. */
  readonly opening: Readonly<Record<string, number>>;
  /** Whether somebody sets the kiosks' clocks meanwhile; otherwise each is as wrong all the time. */
  readonly setsClocks?: boolean;
}

/** Right, behind, and ahead. */
const skews = [0, -40 * 60_000, 90 * 60_000] as const;
/** What a kiosk believes whose battery is empty. */
const lostClockMs = -400 * 24 * 3_600_000;

interface SimulationCounts {
  sold: number;
  soldOnline: number;
  refused: number;
  refusedOnline: number;
  cards: number;
  crashes: number;
  callsLost: number;
  late: number;
  clocksSet: number;
}

export async function runStockSimulation({
  central,
  devices,
  seed,
  steps,
  opening,
  setsClocks = false,
}: SimulationOptions) {
  const random = seededRandom(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => required(list[upTo(list.length)], 'something to pick');
  const skus = Object.keys(opening);

  let now = openingTime;
  central.setClock(() => now);
  const shelf = new Map(Object.entries(opening));
  const received = new Map(Object.entries(opening));
  const soldOnline = new Map(skus.map((sku) => [sku, 0]));
  const counts: SimulationCounts = {
    sold: 0,
    soldOnline: 0,
    refused: 0,
    refusedOnline: 0,
    cards: 0,
    crashes: 0,
    callsLost: 0,
    late: 0,
    clocksSet: 0,
  };
  /** On their way, for as long as their signatures are taken (DRQ-6). */
  let late: { readonly sentAt: number; readonly at: number; send(): Promise<unknown> }[] = [];
  /** When what is sent now was signed; `null`: now. */
  let signedAt: number | null = null;
  const web = await central.client(['stock:write', 'stock:read']);
  const open: { readonly id: string; readonly lines: { sku: string; quantity: number }[] }[] = [];

  /** Somebody takes it in their hands. */
  function take(sku: string, quantity: number): void {
    const left = required(shelf.get(sku), sku) - quantity;
    if (left < 0) throw new Error(`seed ${seed}: ${-left} of ${sku} were sold that are not there`);
    shelf.set(sku, left);
  }

  const add = (sums: Map<string, number>, sku: string, quantity: number) =>
    sums.set(sku, (sums.get(sku) ?? 0) + quantity);

  const kiosks = devices.map((device, index) => {
    const folder = tempFolder();
    // One is right, one is behind, one is ahead, and so on.
    let skewMs: number = skews[index % skews.length] ?? 0;
    const clock = { now: () => now + skewMs, advance: () => undefined };
    const sold = new Map(skus.map((sku) => [sku, 0]));
    let world = openWorld();
    let line: 'unsteady' | 'cut' | 'good' = 'unsteady';
    const taken = new Set<string>();

    function openWorld(): SaleWorld {
      const opened = openSaleWorld(folder, { clock, auto: 'approve' });
      if (opened.store.device.storeId() === null) {
        opened.store.device.moveTo(simulatedStore);
        publishDelta(
          opened.store.catalogWriter(),
          skus.map(
            (sku): CatalogRecord => ({
              kind: 'stock',
              sku,
              store: simulatedStore,
              quantity: opening[sku] ?? 0,
              countedAt: openingTime - 1,
            }),
          ),
        );
      }
      return opened;
    }

    function fate(): CallFate {
      if (line === 'cut') return 'requestLost';
      if (line === 'good' || random() < 0.65) return 'arrives';
      counts.callsLost += 1;
      return pick(['requestLost', 'answerLost', 'doubled', 'delayed', 'delayed']);
    }

    const signed = createCentralClient(central.url, {
      key: device.key,
      keyId: device.id,
      serverNow: () => signedAt ?? now,
    });
    const client = unsteadyClient(signed, fate, (send) =>
      late.push({ send, sentAt: now, at: now + upTo(signatureWindowMs - 30_000) }),
    );
    let sync = newSync();

    function newSync() {
      const { catalog, allotmentLedger: ledger } = world.store;
      return createAllotmentSync({
        ledger,
        now: clock.now,
        catalogVersion: () => catalog.currentVersion(),
      });
    }

    /** What the new orders took goes from the shelf; an order counts when it is stored. */
    function handOver(): void {
      const { store } = world;
      for (const order of store.sales.orders()) {
        if (taken.has(order.id)) continue;
        taken.add(order.id);
        counts.sold += 1;
        const { catalogVersion } = order.quote;
        const goods = store.catalog.pricingCatalog(
          catalogVersion,
          order.basket.lines.map(({ sku }) => sku),
        );
        for (const { sku, quantity } of stockMovements(
          order.basket.lines,
          required(goods, 'the catalog of an order'),
        )) {
          take(sku, -quantity);
          add(sold, sku, -quantity);
        }
      }
    }

    return {
      sold,
      world: () => world,
      setLine(now: typeof line) {
        line = now;
      },
      setClock() {
        counts.clocksSet += 1;
        skewMs = pick([...skews, lostClockMs]) - upTo(600_000);
      },
      /** Before there is an allotment nothing limits a sale: kiosks are set up before they open. */
      async setUp() {
        await createAllotmentSync({
          ledger: world.store.allotmentLedger,
          now: clock.now,
          catalogVersion: () => world.store.catalog.currentVersion(),
        }).run(device.client, async () => undefined);
      },
      async sell(sku = pick(['LIPSTICK', 'POLISH', 'SERUM']), quantity = 1 + upTo(3)) {
        const wanted = { lineId: 'l1', sku, quantity };
        const basketLine = sku === 'SERUM' ? { ...wanted, design: validDesign } : wanted;
        const basket = { lines: [basketLine], coupons: [], at: now };
        const byCard = random() < 0.3;
        if (byCard) {
          const answers: readonly CardAnswer[] = ['approve', 'approve', 'decline', 'loseAnswer'];
          world.terminal.setAuto(pick(answers));
          counts.cards += 1;
        }
        const sold = await sellBasket(
          world.ports,
          basket,
          byCard ? { kind: 'card' } : { kind: 'cash', tenderedMinor: 1_000_000 },
        );
        handOver();
        if (!sold.ok && sold.error.code === 'stock.sold_out') counts.refused += 1;
      },
      async settle() {
        world.terminal.setAuto('approve');
        await world.checkout.settleOpenPayments();
        handOver();
      },
      async push() {
        const ports = {
          outbox: world.store.outbox,
          now: clock.now,
          learnServerTime: () => undefined,
          learnStored: () => undefined,
        };
        return unlessLost(async () => {
          while ((await pushBatch(client, ports)) > 0);
        });
      },
      exchange: () => unlessLost(() => sync.run(client, async () => undefined)),
      async crash() {
        counts.crashes += 1;
        await world.close();
        world = openWorld();
        sync = newSync();
        await this.settle();
      },
    };
  });

  async function unlessLost(run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      if (error instanceof CallFailed && error.kind === 'unreachable') return false;
      throw error;
    }
  }

  async function reserve(expiresInSeconds = 1 + upTo(600)): Promise<void> {
    const lines = [...new Set([pick(skus), pick(skus)])].map((sku) => ({
      sku,
      quantity: 1 + upTo(sku === 'BASE' ? 30_000 : 2),
    }));
    const id = uuidv7();
    const body = { id, store: simulatedStore, lines, expiresInSeconds };
    const { data } = await web.POST('/v1/stock/reservations', { body });
    if (data === undefined) counts.refusedOnline += 1;
    else open.push({ id, lines });
  }

  async function endReservation(releases = 0.25): Promise<void> {
    const reservation = open.splice(upTo(open.length), 1)[0];
    if (reservation === undefined) return;
    const { id, lines } = reservation;
    const params = { path: { id } };
    if (random() < releases) {
      await web.POST('/v1/stock/reservations/{id}/release', { params });
      return;
    }
    const { data } = await web.POST('/v1/stock/reservations/{id}/commit', { params, body: {} });
    // It may have run out meanwhile.
    if (data === undefined) return;
    counts.soldOnline += 1;
    for (const { sku, quantity } of lines) {
      take(sku, quantity);
      add(soldOnline, sku, quantity);
    }
  }

  async function receive(): Promise<void> {
    const sku = pick(skus);
    const quantity = (1 + upTo(8)) * (sku === 'BASE' ? 25_000 : 1);
    add(shelf, sku, quantity);
    add(received, sku, quantity);
    const movement = {
      id: uuidv7(),
      store: simulatedStore,
      sku,
      quantity,
      kind: 'receipt',
    } as const;
    await web.POST('/v1/stock/movements', { body: { movements: [movement] } });
  }

  /** Somebody counts what is on the shelf; head office hears of it at once. */
  async function count(): Promise<void> {
    const sku = pick(skus);
    await countStock(central, simulatedStore, { [sku]: shelf.get(sku) ?? 0 }, now);
  }

  /** What was delayed arrives in its time, or at once. */
  async function deliverLate(until: number): Promise<void> {
    const due = late.filter(({ at }) => at <= until);
    late = late.filter(({ at }) => at > until);
    for (const { sentAt, send } of due) {
      counts.late += 1;
      signedAt = sentAt;
      await send();
      signedAt = null;
    }
  }

  async function step(): Promise<void> {
    now += 1 + upTo(20_000);
    await deliverLate(now);
    const kiosk = pick(kiosks);
    if (setsClocks && random() < 0.02) kiosk.setClock();
    const drawn = random();
    if (drawn < 0.36) return kiosk.sell();
    if (drawn < 0.48) return void (await kiosk.push());
    if (drawn < 0.66) return void (await kiosk.exchange());
    if (drawn < 0.72) return projectStock(central);
    if (drawn < 0.8) return reserve();
    if (drawn < 0.88) return endReservation();
    if (drawn < 0.91) return receive();
    if (drawn < 0.925) return count();
    if (drawn < 0.94) return kiosk.settle();
    if (drawn < 0.96) return kiosk.crash();
    return kiosk.setLine(random() < 0.5 ? 'cut' : 'unsteady');
  }

  /** The line is good again: everybody tells everything, and hears the answers. */
  async function reconcile(): Promise<void> {
    for (const kiosk of kiosks) {
      const isTold = (await kiosk.push()) && (await kiosk.exchange());
      if (!isTold)
        throw new Error(`seed ${seed}: the line is good, and head office does not answer`);
    }
    await projectStock(central);
  }

  /**
   * Everything that is not reserved is bought at the kiosks, then what is reserved is fetched, and in the end
   * shoppers stand in line at every kiosk until the last piece is gone.
   */
  async function sellOut(): Promise<void> {
    await deliverLate(Number.POSITIVE_INFINITY);
    for (const kiosk of kiosks) {
      kiosk.setLine('good');
      await kiosk.settle();
    }
    for (let wanted = 0; wanted < 30; wanted += 1) await reserve(86_400);
    await buyAll(30);
    while (open.length > 0) await endReservation(0);
    await buyAll(120);
  }

  async function buyAll(mostRounds: number): Promise<void> {
    const pieces = ['LIPSTICK', 'POLISH'];
    for (let round = 0; round < mostRounds; round += 1) {
      if (pieces.every((sku) => shelf.get(sku) === 0)) return;
      now += 10_000;
      for (const kiosk of kiosks) {
        for (const sku of pieces) await kiosk.sell(sku, 1);
        await kiosk.settle();
      }
      await reconcile();
    }
  }

  await countStock(central, simulatedStore, opening, openingTime - 1);
  for (const kiosk of kiosks) await kiosk.setUp();
  for (let taken = 0; taken < steps; taken += 1) await step();
  await sellOut();
  // An answer that was lost to a kiosk that has enough is heard in time (STK-22).
  now += 7 * 3_600_000;
  await reconcile();

  return {
    counts,
    /** Somebody counts everything. */
    async countAll() {
      await countStock(central, simulatedStore, Object.fromEntries(shelf), now);
    },
    kiosks: kiosks.map(({ sold, world }) => ({ sold, store: world().store })),
    shelf,
    received,
    soldOnline,
    /** What a kiosk may still sell, and what of it card payments hold. */
    left: (index: number, sku: string): number => {
      const { store } = required(kiosks[index], `kiosk ${index}`).world();
      const held = store.allotmentLedger
        .due(Number.MAX_SAFE_INTEGER, 100)
        .find((allotment) => allotment.sku === sku);
      return held === undefined ? 0 : remaining(held);
    },
    async close() {
      for (const { world } of kiosks) await world().close();
      central.setClock(() => Date.now());
    },
  };
}
