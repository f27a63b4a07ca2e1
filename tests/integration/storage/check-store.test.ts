import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale, testIntent } from './sale-fixture.ts';
import { openStore, price, product, publishFull, rawDb, testShop } from './store-fixture.ts';

function soundStore() {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  publishFull(store.catalogWriter(), [
    testShop,
    product('LIPSTICK', 'Lipstick', { gtins: ['4006381333931'] }),
    price('LIPSTICK', 1992),
  ]);
  store.sales.beginIntent(testIntent(2), []);
  for (const n of [1, 2, 3]) {
    const sale = numberedSale(n, n === 2 ? { kind: 'card' } : {});
    if (!store.sales.commit(sale.ids, sale.finish).ok) throw new Error('not stored');
  }
  return { store, db: rawDb(file) };
}

test('STO-70 a sound store has no findings', () => {
  expect(soundStore().store.check()).toEqual([]);
});

/** An allotment that counts so many sales; there were six. */
const allotment = (sold: number) => `INSERT INTO stock_allotments
  (store, sku, granted, sold, returned, level, elsewhere, due_at)
  VALUES ('berlin', 'LIPSTICK', 10, ${sold}, 0, 4, 0, 0)`;

test('STK-37 an allotment that knows of every sale has no findings', () => {
  const { store, db } = soundStore();
  db.run(allotment(6));
  expect(store.check()).toEqual([]);
});

const second = "(SELECT id FROM orders WHERE number = 'D7K2M-000002')";

/** What somebody, or a fault of ours, could do to a store, and the check that finds it. */
const tampering: readonly (readonly [check: string, sql: string])[] = [
  ['references', `UPDATE order_lines SET order_id = 'nobody' WHERE order_id = ${second}`],
  [
    'order-lines',
    `UPDATE order_lines SET total_minor = total_minor + 1 WHERE order_id = ${second}`,
  ],
  ['order-line-amounts', `UPDATE order_lines SET quantity = 3 WHERE order_id = ${second}`],
  ['order-taxes', `UPDATE order_taxes SET tax_minor = 0 WHERE order_id = ${second}`],
  ['order-payments', `UPDATE payments SET amount_minor = 1 WHERE order_id = ${second}`],
  ['order-payments', `DELETE FROM payments WHERE order_id = ${second}`],
  ['order-payments', "UPDATE payments SET change_minor = 0 WHERE kind = 'cash'"],
  [
    'order-document',
    `UPDATE orders SET document = json_set(document, '$.totalMinor', 1) WHERE id = ${second}`,
  ],
  ['order-document', `UPDATE orders SET document = '{' WHERE id = ${second}`],
  ...[
    "json_set(document, '$.quote.lines[0].totalMinor', 1)",
    "json_set(document, '$.quote.totalMinor', 1)",
    "json_set(document, '$.payments[0].amountMinor', 1)",
    "json_set(document, '$.currency', 'USD')",
    "json_remove(document, '$.basket')",
  ].map(
    (document) =>
      ['order-document', `UPDATE orders SET document = ${document} WHERE id = ${second}`] as const,
  ),
  ['order-document', `UPDATE orders SET currency = 'USD' WHERE id = ${second}`],
  ['order-document', `UPDATE order_lines SET sku = 'OTHER' WHERE order_id = ${second}`],
  ['order-document', `UPDATE order_taxes SET net_minor = net_minor + 1 WHERE order_id = ${second}`],
  ['order-document', `DELETE FROM order_promotions WHERE order_id = ${second}`],
  ['order-document', "UPDATE payments SET reference = 'x' WHERE kind = 'card'"],
  ['stock-allotments', allotment(5)],
  [
    'stock-holds',
    `INSERT INTO stock_holds SELECT payment_id, 'LIPSTICK', 'berlin', 1 FROM payment_intents`,
  ],
  ['order-stock', `DELETE FROM stock_movements WHERE order_id = ${second}`],
  ['order-stock', `UPDATE stock_movements SET quantity = -9 WHERE order_id = ${second}`],
  ['order-catalog', `UPDATE orders SET catalog_version = 9 WHERE id = ${second}`],
  ['order-outbox', `UPDATE outbox_events SET order_id = NULL WHERE order_id = ${second}`],
  ['order-journal', `UPDATE journal SET order_id = NULL WHERE order_id = ${second}`],
  ['order-print-job', `DELETE FROM print_jobs WHERE order_id = ${second}`],
  ['print-jobs', `UPDATE print_jobs SET document = '{}' WHERE order_id = ${second}`],
  ['payment-intents', `UPDATE payment_intents SET state = 'unsettled'`],
  ['receipt-numbers', 'UPDATE orders SET number_seq = 9 WHERE number_seq = 3'],
  ['receipt-numbers', 'UPDATE device SET receipt_counter = 4'],
  ['journal-chain', "UPDATE journal SET payload = '{}' WHERE seq = 2"],
  ['journal-chain', 'DELETE FROM journal WHERE seq = 2'],
  ['journal-chain', 'UPDATE journal SET seq = seq + 10 WHERE seq > 1'],
  ['outbox', "UPDATE outbox_events SET payload = '{}' WHERE device_seq = 2"],
  ['outbox', 'DELETE FROM outbox_events WHERE device_seq = 3'],
  ['outbox', 'DELETE FROM outbox_events WHERE device_seq = 2'],
  ['catalog-records', "UPDATE catalog_records SET doc = replace(doc, '1992', '1')"],
  ['catalog-content', "DELETE FROM catalog_records WHERE kind = 'price'"],
  ['catalog-products', 'DELETE FROM catalog_products'],
  ['catalog-barcodes', 'UPDATE catalog_gtins SET record_id = 999'],
];

describe('STO-70 STO-71 STO-72 what is not as it was is found', () => {
  for (const [check, sql] of tampering) {
    test(`${check}: ${sql}`, () => {
      const { store, db } = soundStore();
      db.execute('PRAGMA foreign_keys = OFF');
      expect(db.run(sql).changes).toBeGreaterThan(0);
      expect(store.check().map((finding) => finding.check)).toContain(check);
    });
  }

  test('an order is named', () => {
    const { store, db } = soundStore();
    db.run(`UPDATE payments SET amount_minor = 1 WHERE order_id = ${second}`);
    expect(store.check()).toEqual([
      { check: 'order-payments', message: 'order D7K2M-000002 is not what was paid for it' },
      {
        check: 'order-document',
        message: 'order D7K2M-000002 is not what its document says in payments',
      },
    ]);
  });
});
