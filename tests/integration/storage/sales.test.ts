import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { createSaleStore } from '#main/storage/sales.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale, testIntent, testOrder } from './sale-fixture.ts';
import { openStore, publishFull, rawDb, storeOptions, testShop, uuid } from './store-fixture.ts';

/** A store with a catalog, so that `check` knows the version that the orders were priced at. */
function shop(file = join(tempFolder(), 'kiosk.db')) {
  const store = openStore(file);
  publishFull(store.catalogWriter(), [testShop]);
  return { file, store, sales: store.sales };
}

const tables = [
  'orders',
  'order_lines',
  'order_taxes',
  'order_promotions',
  'payments',
  'stock_movements',
  'journal',
  'print_jobs',
  'outbox_events',
];

function rowCounts(file: string): readonly number[] {
  const db = rawDb(file);
  return tables.map((table) => db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0);
}

describe('a sale', () => {
  test('STO-60 is stored with everything that belongs to it', () => {
    const { file, store, sales } = shop();
    sales.beginIntent(testIntent(1), []);
    const sale = numberedSale(1, { kind: 'card' });
    const committed = sales.commit(sale.ids, sale.finish);
    expect(committed).toEqual({ ok: true, value: testOrder(sale.shape, 'D7K2M-000001') });
    expect(rowCounts(file)).toEqual(tables.map(() => 1));
    expect(sales.order(uuid(1001))).toEqual(committed.ok && committed.value);
    expect(sales.orderByPayment(uuid(2001))?.id).toBe(uuid(1001));
    expect(sales.intent(uuid(2001))?.state).toBe('committed');
    expect(store.check()).toEqual([]);
  });

  test('STO-60 nothing of it is stored when something in it throws', () => {
    const { file, store, sales } = shop();
    const sale = numberedSale(1);
    expect(() =>
      sales.commit(sale.ids, () => {
        throw new Error('no receipt');
      }),
    ).toThrow('no receipt');
    // The event id is taken: the very last insert of the second sale fails.
    sales.commit(sale.ids, sale.finish);
    const second = numberedSale(2);
    const before = rowCounts(file);
    expect(() =>
      sales.commit(second.ids, (number) => ({
        ...second.finish(number),
        events: sale.finish(number).events,
      })),
    ).toThrow(/UNIQUE/);
    expect(rowCounts(file)).toEqual(before);
    expect(sales.commit(second.ids, second.finish)).toMatchObject({
      ok: true,
      value: { number: 'D7K2M-000002' },
    });
    expect(store.check()).toEqual([]);
  });

  test('STO-61 numbers have no gaps and go on after a restart', () => {
    const { file, store, sales } = shop();
    for (const n of [1, 2, 3]) sales.commit(numberedSale(n).ids, numberedSale(n).finish);
    store.close();
    const again = openStore(file, { deviceCode: 'OTHER' });
    again.sales.commit(numberedSale(4).ids, numberedSale(4).finish);
    expect([...again.sales.orders()].map(({ number }) => number)).toEqual([
      'D7K2M-000001',
      'D7K2M-000002',
      'D7K2M-000003',
      'D7K2M-000004',
    ]);
  });

  test('STO-62 committed again, or with a payment that is used, it is the stored one', () => {
    const { file, sales } = shop();
    const sale = numberedSale(1);
    sales.commit(sale.ids, sale.finish);
    const before = rowCounts(file);
    const again = sales.commit(sale.ids, () => {
      throw new Error('must not be made again');
    });
    expect(again).toMatchObject({ ok: true, value: { id: uuid(1001) } });
    const other = numberedSale(2, { paymentId: uuid(2001) });
    expect(sales.commit(other.ids, other.finish)).toMatchObject({
      ok: true,
      value: { id: uuid(1001) },
    });
    expect(rowCounts(file)).toEqual(before);
  });

  test('STO-63 a full disk: store.full, nothing half stored, and on when there is room', () => {
    const { file, store } = shop();
    const db = rawDb(file);
    const sales = createSaleStore(db);
    const pages = db.value<number>('PRAGMA page_count') ?? 0;
    // SQLite answers a file that may not grow as it answers a full disk.
    db.execute(`PRAGMA max_page_count = ${pages + 3}`);
    let stored = 0;
    let refused = null;
    for (let n = 1; n < 200 && refused === null; n += 1) {
      const sale = numberedSale(n);
      const result = sales.commit(sale.ids, sale.finish);
      if (result.ok) stored += 1;
      else refused = result.error;
    }
    expect(refused).toMatchObject({ code: 'store.full' });
    expect(stored).toBeGreaterThan(0);
    expect(rowCounts(file)[0]).toBe(stored);
    expect(store.check()).toEqual([]);

    db.execute('PRAGMA max_page_count = 1000000');
    const late = numberedSale(500);
    expect(sales.commit(late.ids, late.finish).ok).toBe(true);
    expect(store.check()).toEqual([]);
  });

  test('orders come oldest first, and may be written between two of them', () => {
    const { sales } = shop();
    for (let n = 1; n <= 250; n += 1) sales.commit(numberedSale(n).ids, numberedSale(n).finish);
    let seen = 0;
    for (const order of sales.orders()) {
      seen += 1;
      expect(order.id).toBe(uuid(1000 + seen));
      if (seen === 100) sales.commit(numberedSale(251).ids, numberedSale(251).finish);
    }
    expect(seen).toBe(251);
  });

  test('STO-66 uses of a promotion are its applications', () => {
    const { sales } = shop();
    for (const n of [1, 2]) {
      const sale = numberedSale(n, { customer: 'c-1' });
      sales.commit(sale.ids, sale.finish);
    }
    sales.commit(numberedSale(3).ids, numberedSale(3).finish);
    expect(sales.promotionUses('c-1')).toEqual({ 'two-for-less': 4 });
    expect(sales.promotionUses('c-2')).toEqual({});
  });
});

describe('payment intents', () => {
  test('STO-64 a payment id begins once, and open intents come oldest first', () => {
    const { sales } = shop();
    expect(sales.beginIntent(testIntent(2), [])).toEqual({ ok: true, value: true });
    expect(sales.beginIntent(testIntent(1), [])).toEqual({ ok: true, value: true });
    expect(sales.beginIntent(testIntent(1, { amountMinor: 5 }), [])).toEqual({
      ok: true,
      value: false,
    });
    expect(sales.intent(uuid(2001))).toEqual(testIntent(1));
    expect(sales.intent(uuid(9))).toBeNull();
    expect(sales.openPaymentIds()).toEqual([uuid(2001), uuid(2002)]);
    expect(sales.setIntentState(uuid(2001), 'unsettled').ok).toBe(true);
    expect(sales.setIntentState(uuid(2002), 'declined').ok).toBe(true);
    expect(sales.openPaymentIds().map((id) => sales.intent(id)?.state)).toEqual(['unsettled']);
  });

  test('STO-64 an intent outlives the program', () => {
    const { file, store, sales } = shop();
    sales.beginIntent(testIntent(1), []);
    store.close();
    const again = openStore(file).sales;
    expect(again.openPaymentIds().map((id) => again.intent(id))).toEqual([testIntent(1)]);
  });
});

test('STO-20 a new file gets a code that can be read aloud, and keeps it', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const { deviceCode: _, ...options } = storeOptions(file);
  for (const end of ['0f83a', '00000']) {
    const ids = { next: () => `01990000-0000-7000-8000-0000000${end}` };
    const opened = openKioskStore({ ...options, ids });
    // 0x0f83a is 00001 11110 00001 11010.
    expect(opened.ok && opened.value.sales.device().code).toBe('D1Y1T');
    if (opened.ok) opened.value.close();
  }
  const given = openStore(undefined, { deviceCode: 'GIVEN' });
  expect(given.sales.device().code).toBe('GIVEN');
});
