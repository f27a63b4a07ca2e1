import { expect, test } from 'vitest';
import { openDatabase } from '#central/storage/database.ts';
import { clocksOf } from '#central/storage/device-lines.ts';
import { listDevices } from '#central/storage/devices.ts';
import { centralMigrations, migrate } from '#central/storage/migrate.ts';
import { startTestPostgres } from '../../helpers/central.ts';

const postgres = startTestPostgres();
const [quiet, busy] = [
  '0199a1b2-0000-7000-8000-000000000001',
  '0199a1b2-0000-7000-8000-000000000002',
] as const;
const seen = '2026-05-04T10:00:00.000Z';

test('0070 knows of the devices that there are up to where they told, and how their clocks are', async () => {
  const database = openDatabase(postgres(), { poolSize: 2, onError: () => undefined });
  const { pool, db } = database;
  try {
    for (const { number, sql } of centralMigrations()) if (number < 70) await pool.query(sql);
    await pool.query(
      `CREATE TABLE schema_migrations (number integer PRIMARY KEY, name text NOT NULL,
         checksum text NOT NULL, applied_at timestamptz(3) NOT NULL DEFAULT now())`,
    );
    for (const { number, name, checksum } of centralMigrations()) {
      if (number >= 70) continue;
      await pool.query(
        'INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)',
        [number, name, checksum],
      );
    }
    const device = `INSERT INTO devices (id, code, store, name, public_key, enrolled_at, last_seen_at,
      clock_skew_ms) VALUES ($1, 'D1', 'berlin', 'Kiosk', decode(repeat($2, 32), 'hex'), $3, $3, $4)`;
    await pool.query(device, [quiet, '01', seen, null]);
    await pool.query(device, [busy, '02', seen, -2_400_000]);
    await pool.query(
      `INSERT INTO events (store, id, device, device_seq, type, schema_version, payload, hash, received_at)
       SELECT 'berlin', gen_random_uuid(), $1, seq, 'order.completed', 1, '{}', '\\x00', now()
       FROM generate_series(1, 7) seq`,
      [busy],
    );
    await pool.query("INSERT INTO stock_levels (store, sku) VALUES ('berlin', 'A')");
    await pool.query(
      "INSERT INTO stock_allotments (store, sku, device, granted, sold) VALUES ('berlin', 'A', $1, 5, 2)",
      [busy],
    );

    const [next] = await migrate(pool);
    expect(next).toBe('0070-device-lines.sql');
    const { rows } = await pool.query(
      'SELECT id, stored_through_seq AS through FROM devices ORDER BY id',
    );
    expect(rows).toEqual([
      { id: quiet, through: null },
      { id: busy, through: 7 },
    ]);
    expect((await listDevices(db)).map(({ numberDoubledAt }) => numberDoubledAt)).toEqual([
      null,
      null,
    ]);
    expect([...(await clocksOf(db, [quiet, busy]))]).toEqual([
      [busy, [{ device: busy, since: new Date(seen), skewMs: -2_400_000 }]],
    ]);
    const allotments = await db
      .selectFrom('stock_allotments')
      .select(['granted', 'sold', 'told_sold', 'told_at', 'settled_at'])
      .execute();
    expect(allotments).toEqual([
      { granted: 5, sold: 2, told_sold: 0, told_at: null, settled_at: null },
    ]);
  } finally {
    await database.close();
  }
});
