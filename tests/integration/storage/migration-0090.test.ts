import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore } from './store-fixture.ts';

const page = JSON.stringify({ title: 'P', locale: 'en', blocks: [] });

test('STO-10 migration 0090 keeps the print jobs of before, and has a place for cards', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const logger = recordingLogger();
  const old = openDatabase(file, { logger });
  const before = readMigrations().filter(({ name }) => name < '0090');
  migrate(old, before, { clock: { now: () => 1 }, logger });
  old.run(
    `INSERT INTO orders (id, number, number_seq, device, store, sold_at, currency, catalog_version,
       prices_include_tax, subtotal_minor, discount_minor, tax_minor, cash_rounding_minor,
       total_minor, document)
     VALUES ('order-1', 'N1', 1, 'D', 's', 1, 'EUR', 1, 1, 0, 0, 0, 0, 0, '{}')`,
  );
  const job = (columns: string) =>
    old.run(
      `INSERT INTO print_jobs (kind, order_id, document, state, attempts, queued_at, changed_at,
         confirmed_by, reason, acknowledged) VALUES (${columns})`,
      page,
    );
  job("'receipt', 'order-1', ?, 'printed', 1, 5, 6, 'processId', NULL, 0");
  job("'copy', 'order-1', ?, 'unknown', 2, 7, 8, NULL, 'unplugged', 1");
  job("'test', NULL, ?, 'queued', 0, 9, 9, NULL, NULL, 0");
  old.close();

  const { printLedger, designs } = openStore(file);
  const jobs = [...printLedger.jobs({ limit: 10, open: false })].reverse();
  expect(jobs).toEqual([
    {
      id: 1,
      kind: 'receipt',
      orderId: 'order-1',
      orderNumber: 'N1',
      state: 'printed',
      attempts: 1,
      queuedAt: 5,
      changedAt: 6,
      confirmedBy: 'processId',
    },
    {
      id: 2,
      kind: 'copy',
      orderId: 'order-1',
      orderNumber: 'N1',
      state: 'unknown',
      attempts: 2,
      queuedAt: 7,
      changedAt: 8,
      reason: 'unplugged',
    },
    { id: 3, kind: 'test', state: 'queued', attempts: 0, queuedAt: 9, changedAt: 9 },
  ]);
  expect(printLedger.jobs({ limit: 10, open: true }).map(({ id }) => id)).toEqual([3]);
  const document = { title: 'C', locale: 'en', blocks: [] };
  const card = printLedger.addPaper('card', document, 10);
  expect(printLedger.job(card)).toMatchObject({ kind: 'card', state: 'queued' });
  expect(designs.find('7K4QX2M98')).toBeNull();
});
