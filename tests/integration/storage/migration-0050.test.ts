import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale, testIntent } from './sale-fixture.ts';
import { openStore } from './store-fixture.ts';

test('STO-10 STK-34 migration 0050: a card payment from before is sold, whatever its goods have become', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const logger = recordingLogger();
  const old = openDatabase(file, { logger });
  const before = readMigrations().filter(({ name }) => name < '0050');
  migrate(old, before, { clock: { now: () => 1 }, logger });
  const intent = testIntent(1);
  old.run(
    `INSERT INTO payment_intents
       (payment_id, order_id, amount_minor, currency, created_at, state, basket, quote)
     VALUES (?, ?, ?, ?, ?, 'pending', ?, ?)`,
    intent.paymentId,
    intent.orderId,
    intent.amountMinor,
    intent.currency,
    intent.createdAt,
    JSON.stringify(intent.basket),
    JSON.stringify(intent.quote),
  );
  old.close();

  const { sales, allotments, allotmentLedger } = openStore(file);
  expect(allotments.free('berlin', 'LIPSTICK')).toBeNull();
  const totals = { granted: 1, sold: 0, returned: 0 };
  allotmentLedger.apply(
    [{ store: 'berlin', sku: 'LIPSTICK', ...totals, level: 1, returnTo: null, elsewhere: 0 }],
    1,
  );
  const sale = numberedSale(1, { kind: 'card' });
  expect(sales.commit(sale.ids, sale.finish).ok).toBe(true);
  // Two were sold and one was there: nothing is free, and nothing below zero.
  expect(allotments.free('berlin', 'LIPSTICK')).toBe(0);
});
