import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { eventsOf, happenings, newJourneyId } from '../../helpers/journeys.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore } from './store-fixture.ts';

test('STO-10 migration 0080 leaves journeys as they are, and a place for surveys', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const logger = recordingLogger();
  const before = readMigrations().filter(({ name }) => name < '0080');
  const old = openDatabase(file, { logger });
  migrate(old, before, { clock: { now: () => 1 }, logger });
  old.run("INSERT INTO device (id, code, store, created_at) VALUES (1, 'DOLD1', 'berlin', 5)");
  for (const { seq, atMs, what } of eventsOf(happenings)) {
    old.run(
      'INSERT INTO journey_events (journey_id, seq, day, at_ms, what) VALUES (?, ?, ?, ?, ?)',
      ...[newJourneyId(), seq, '2026-11-21', atMs, JSON.stringify(what)],
    );
  }
  old.close();

  const store = openStore(file);
  const period = { from: '2026-11-21', to: '2026-11-21' };
  expect([...store.journeys.journeys(period)]).toHaveLength(happenings.length);
  expect(store.surveys.live()).toEqual([]);
  expect(store.surveys.counts()).toEqual([]);
  expect(store.check()).toEqual([]);
});
