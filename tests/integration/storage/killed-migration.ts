import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';

// A program that migrates a store for much longer than it will live.
const [, , file = ''] = process.argv;
const long = {
  name: '9000-long.sql',
  sql: `CREATE TABLE long (id INTEGER PRIMARY KEY, filler TEXT) STRICT;
    INSERT INTO long (filler)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)
      SELECT hex(randomblob(500)) FROM n;`,
};
const quiet = (): void => {};
openKioskStore({
  file,
  clock: { now: () => 0 },
  ids: { next: () => '00000000-0000-7000-8000-000000000001' },
  logger: {
    // The backup is the last thing that is told before the migration begins.
    info: (message) => void process.stdout.write(`${message}\n`),
    warn: quiet,
    error: quiet,
  },
  migrations: [...readMigrations(), long],
});
