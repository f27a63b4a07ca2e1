import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore } from './store-fixture.ts';

const receipt = JSON.stringify({ title: 'R', locale: 'en', blocks: [] });

test('STO-10 migration 0030 makes the print jobs of before a ledger, and loses none', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const logger = recordingLogger();
  const old = openDatabase(file, { logger });
  migrate(old, readMigrations().slice(0, 2), { clock: { now: () => 1 }, logger });
  const oldStates = ['printed', 'unknown', 'failed', 'sending', 'queued'] as const;
  for (const [index, state] of oldStates.entries()) {
    const id = `order-${index}`;
    old.run(
      `INSERT INTO orders (id, number, number_seq, device, store, sold_at, currency, catalog_version,
         prices_include_tax, subtotal_minor, discount_minor, tax_minor, cash_rounding_minor,
         total_minor, document)
       VALUES (?, ?, ?, 'D', 's', 1, 'EUR', 1, 1, 0, 0, 0, 0, 0, '{}')`,
      id,
      `N${index}`,
      index,
    );
    old.run(
      'INSERT INTO print_jobs (order_id, receipt, state, changed_at) VALUES (?, ?, ?, 7)',
      id,
      receipt,
      state,
    );
  }
  old.close();

  const { printLedger } = openStore(file);
  const jobs = [...printLedger.jobs({ limit: 10, open: false })].reverse();
  expect(jobs.map(({ state }) => state)).toEqual(oldStates);
  expect(jobs.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 0]);
  expect(jobs.map(({ orderNumber }) => orderNumber)).toEqual(['N0', 'N1', 'N2', 'N3', 'N4']);
  expect(jobs[0]).toMatchObject({ kind: 'receipt', confirmedBy: 'nothing', queuedAt: 7 });
  expect(printLedger.next()).toMatchObject({ orderId: 'order-4', document: { title: 'R' } });
});
