import { isUuid } from '#shared/lib/uuid.ts';
import type { Db } from './schema.ts';

/** A device as its requests are judged. */
export interface EnrolledDevice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Where it is now. */
  readonly store: string;
}

/** What is known of the sender of a signed request. */
export interface KnownDevice {
  readonly device: EnrolledDevice;
  readonly publicKey: Buffer;
  readonly revoked: boolean;
}

/** Asked at every request, so that revoking counts from the next one on. */
export async function findDevice(db: Db, id: string): Promise<KnownDevice | null> {
  if (!isUuid(id)) return null;
  const row = await db
    .selectFrom('devices')
    .select(['code', 'name', 'store', 'public_key', 'revoked_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { code, name, store, public_key: publicKey, revoked_at: revokedAt } = row;
  return { device: { id, code, name, store }, publicKey, revoked: revokedAt !== null };
}

/** Public keys of devices that were not revoked, at most `limit`, those that were heard of last. */
export async function activeKeys(
  db: Db,
  limit: number,
): Promise<readonly { readonly id: string; readonly publicKey: Buffer }[]> {
  return db
    .selectFrom('devices')
    .select(['id', 'public_key as publicKey'])
    .where('revoked_at', 'is', null)
    .orderBy('last_seen_at', (by) => by.desc().nullsLast())
    .limit(limit)
    .execute();
}

/** False when the device used this nonce before; of two requests at once, one is first. */
export async function noteNonce(
  db: Db,
  nonce: { readonly device: string; readonly nonce: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('device_nonces')
    .values({ device: nonce.device, nonce: nonce.nonce, seen_at: nonce.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets nonces of requests that are refused by their age alone. */
export async function forgetNonces(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('device_nonces').where('seen_at', '<', before).execute();
}

/** Every store that the device was ever in. */
export async function storesOf(db: Db, device: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('device_stores')
    .select('store')
    .where('device', '=', device)
    .execute();
  return new Set(rows.map(({ store }) => store));
}

/**
 * Writes down when a device was heard of, and how far its clock is ahead; returns the highest number of its
 * events that are stored, or `null`.
 */
export async function noteSeen(
  db: Db,
  id: string,
  { at, clockSkewMs }: { readonly at: Date; readonly clockSkewMs: number | null },
): Promise<number | null> {
  const row = await db
    .updateTable('devices')
    .set({ last_seen_at: at, ...(clockSkewMs === null ? {} : { clock_skew_ms: clockSkewMs }) })
    .where('id', '=', id)
    .returning('stored_through_seq')
    .executeTakeFirst();
  return row?.stored_through_seq ?? null;
}

/** A device as head office sees it. */
export interface ListedDevice extends EnrolledDevice {
  readonly enrolledAt: string;
  readonly revokedAt: string | null;
  readonly lastSeenAt: string | null;
  readonly appVersion: string | null;
  readonly clockSkewMs: number | null;
  /** When two events last came under one of its numbers: somebody copied its store, or put it back. */
  readonly numberDoubledAt: string | null;
}

/** Every device, by store and code. */
export async function listDevices(db: Db): Promise<readonly ListedDevice[]> {
  const rows = await db
    .selectFrom('devices')
    .selectAll()
    .orderBy('store')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    store: row.store,
    enrolledAt: row.enrolled_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    appVersion: row.app_version,
    clockSkewMs: row.clock_skew_ms,
    numberDoubledAt: row.number_doubled_at?.toISOString() ?? null,
  }));
}
