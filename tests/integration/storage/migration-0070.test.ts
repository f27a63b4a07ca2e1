import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { eventsOf, happenings, newJourneyId } from '../../helpers/journeys.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore } from './store-fixture.ts';

test('STO-10 migration 0070 leaves the device as it is, and a place for journeys', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const logger = recordingLogger();
  const before = readMigrations().filter(({ name }) => name < '0070');
  const old = openDatabase(file, { logger });
  migrate(old, before, { clock: { now: () => 1 }, logger });
  old.run("INSERT INTO device (id, code, store, created_at) VALUES (1, 'DOLD1', 'berlin', 5)");
  old.close();

  const store = openStore(file);
  expect(store.sales.device().code).toBe('DOLD1');
  const period = { from: '2026-11-21', to: '2026-11-21' };
  expect([...store.journeys.journeys(period)]).toEqual([]);
  store.journeys.append(newJourneyId(), period.from, eventsOf(happenings));
  expect([...store.journeys.journeys(period)]).toHaveLength(1);
  expect(store.check()).toEqual([]);
});
