import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { testIntent } from './sale-fixture.ts';
import { openStore, uuid } from './store-fixture.ts';

test('STO-10 migration 0060 leaves the payments of before as they are, and nobody with them', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const logger = recordingLogger();
  const before = readMigrations().filter(({ name }) => name < '0060');
  const old = openDatabase(file, { logger });
  migrate(old, before, { clock: { now: () => 1 }, logger });
  const { basket, quote } = testIntent(1);
  old.run(
    `INSERT INTO payment_intents
       (payment_id, order_id, amount_minor, currency, created_at, state, basket, quote)
     VALUES (?, ?, ?, 'EUR', 5, 'unsettled', ?, ?)`,
    uuid(2001),
    uuid(1001),
    quote.totalMinor,
    JSON.stringify(basket),
    JSON.stringify(quote),
  );
  old.close();

  const store = openStore(file);
  const intent = store.sales.intent(uuid(2001));
  expect(intent).toEqual({ ...testIntent(1), createdAt: 5, state: 'unsettled' });
  expect(store.sales.openPaymentIds()).toEqual([uuid(2001)]);
  expect(store.people.unsentKeys(10)).toEqual([]);
  expect(store.people.erasuresCursor()).toBeNull();
  expect(store.check()).toEqual([]);
});
