import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** A clock that is off by so much more or less than before was set meanwhile; less may be the line's doing. */
const clockToleranceMs = 60_000;
/** Of one device; whoever sets its clock all the time fills no table. */
const keptClocks = 50;

/** How far a device's clock was ahead of ours, from a push on. */
export interface DeviceClock {
  readonly since: Date;
  readonly skewMs: number;
}

/**
 * The highest number of the device's events that are stored, or `null`; nobody else stores any until the end of
 * the transaction.
 */
export async function holdLine(db: Db, device: string): Promise<number | null> {
  const row = await db
    .selectFrom('devices')
    .select('stored_through_seq')
    .where('id', '=', device)
    // Rows that name the device may still be written.
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.stored_through_seq ?? null;
}

/** Which of these numbers another event of the device has, that is none of `ids`. ING-10 */
export async function numbersOfOthers(
  db: Db,
  device: string,
  { numbers, ids }: { readonly numbers: readonly number[]; readonly ids: readonly string[] },
): Promise<readonly number[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ readonly seq: number }>`
    SELECT DISTINCT device_seq AS seq FROM events
    WHERE device = ${device} AND device_seq = ANY(${[...numbers]}::bigint[])
      AND id <> ALL(${[...ids]}::uuid[])
  `.execute(db);
  return rows.map(({ seq }) => seq);
}

/** Writes down up to which number the device's events are stored, and whether a number came twice. */
export async function noteNumbers(
  db: Db,
  device: string,
  { through, doubledAt }: { readonly through: number | null; readonly doubledAt: Date | null },
): Promise<void> {
  await db
    .updateTable('devices')
    .set({
      stored_through_seq: through,
      ...(doubledAt === null ? {} : { number_doubled_at: doubledAt }),
    })
    .where('id', '=', device)
    .execute();
}

/** Remembers how far the device's clock is ahead, when that is news; its line must be held. STK-43 */
export async function noteClock(
  db: Db,
  device: string,
  { since, skewMs }: DeviceClock,
): Promise<void> {
  const { rows } = await sql`
    INSERT INTO device_clocks (device, since, skew_ms)
    SELECT ${device}, ${since}, ${skewMs}::bigint
    WHERE NOT EXISTS (
      SELECT FROM (
        SELECT skew_ms FROM device_clocks WHERE device = ${device} ORDER BY since DESC LIMIT 1
      ) last
      WHERE abs(last.skew_ms - ${skewMs}::bigint) <= ${clockToleranceMs}
    )
    ON CONFLICT (device, since) DO UPDATE SET skew_ms = least(device_clocks.skew_ms, excluded.skew_ms)
    RETURNING 1
  `.execute(db);
  if (rows.length === 0) return;
  await sql`
    DELETE FROM device_clocks WHERE device = ${device} AND since < (
      SELECT min(since) FROM (
        SELECT since FROM device_clocks WHERE device = ${device}
        ORDER BY since DESC LIMIT ${keptClocks}
      ) kept
    )
  `.execute(db);
}

/** What is known of these devices' clocks, the oldest first. */
export async function clocksOf(
  db: Db,
  devices: readonly string[],
): Promise<ReadonlyMap<string, readonly DeviceClock[]>> {
  if (devices.length === 0) return new Map();
  const rows = await db
    .selectFrom('device_clocks')
    .select(['device', 'since', 'skew_ms'])
    .where('device', 'in', [...devices])
    .orderBy('since')
    .execute();
  const clocks = rows.map(({ device, since, skew_ms: skewMs }) => ({ device, since, skewMs }));
  return Map.groupBy(clocks, ({ device }) => device);
}
