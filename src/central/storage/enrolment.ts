import { sql } from 'kysely';
import type { EnrolledDevice, KnownDevice } from './devices.ts';
import type { Db } from './schema.ts';

/** A code that was issued. */
interface IssuedCode {
  readonly store: string;
  readonly name: string;
  readonly expiresAt: Date;
  readonly usedBy: KnownDevice | null;
}

export async function insertEnrolCode(
  db: Db,
  code: {
    readonly codeHash: Buffer;
    readonly store: string;
    readonly name: string;
    readonly at: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const { codeHash, store, name, at, expiresAt } = code;
  await db
    .insertInto('enrol_codes')
    .values({
      code_hash: codeHash,
      store,
      name,
      created_at: at,
      expires_at: expiresAt,
      used_by: null,
    })
    .execute();
}

/** The code, held until the end of the transaction; `null` when there is none. */
export async function takeEnrolCode(db: Db, codeHash: Buffer): Promise<IssuedCode | null> {
  const code = await db
    .selectFrom('enrol_codes')
    .select(['store', 'name', 'expires_at', 'used_by'])
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  if (code === undefined) return null;
  const user =
    code.used_by === null
      ? undefined
      : await db
          .selectFrom('devices')
          .select(['id', 'code', 'name', 'store', 'public_key', 'revoked_at'])
          .where('id', '=', code.used_by)
          .executeTakeFirst();
  const { store, name, expires_at: expiresAt } = code;
  if (user === undefined) return { store, name, expiresAt, usedBy: null };
  const { public_key: publicKey, revoked_at: revokedAt, ...device } = user;
  return { store, name, expiresAt, usedBy: { device, publicKey, revoked: revokedAt !== null } };
}

/**
 * A new device, or the one that has this key already, now in another store perhaps; `null` when that one
 * was revoked.
 */
export async function saveDevice(
  db: Db,
  device: EnrolledDevice & {
    readonly publicKey: Buffer;
    readonly appVersion: string;
    readonly at: Date;
  },
): Promise<EnrolledDevice | null> {
  const { code, store, name, publicKey, appVersion, at } = device;
  const saved = await db
    .insertInto('devices')
    .values({
      id: device.id,
      code,
      store,
      name,
      public_key: publicKey,
      enrolled_at: at,
      revoked_at: null,
      last_seen_at: at,
      app_version: appVersion,
      clock_skew_ms: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('public_key')
        .doUpdateSet({ code, store, name, enrolled_at: at, app_version: appVersion })
        .where('devices.revoked_at', 'is', null),
    )
    .returning(['id', 'code', 'name', 'store'])
    .executeTakeFirst();
  if (saved === undefined) return null;
  await db
    .insertInto('device_stores')
    .values({ device: saved.id, store })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return saved;
}

export async function markEnrolCodeUsed(db: Db, codeHash: Buffer, device: string): Promise<void> {
  await db
    .updateTable('enrol_codes')
    .set({ used_by: device })
    .where('code_hash', '=', codeHash)
    .execute();
}

/** Forgets codes that let nobody in any more. */
export async function forgetEnrolCodes(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('enrol_codes').where('expires_at', '<', before).execute();
}

/** Takes a device's rights away, from its next request on; false when there is no such device. */
export async function revokeDevice(db: Db, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('devices')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, ${at})` })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
