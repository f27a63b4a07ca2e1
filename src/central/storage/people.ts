import { sql } from 'kysely';
import type { FeedPlace } from './feed.ts';
import type { Db } from './schema.ts';

/** A key as it lies in the database. */
export interface WrappedKey {
  /** Id of the master key that wrapped it. */
  readonly masterKey: string;
  readonly wrapped: Buffer;
}

/** Everything that is known of a person; each part may be missing. */
export interface KnownPerson {
  readonly recorded: {
    readonly store: string;
    readonly orderId: string;
    readonly recordedAt: Date;
    /** base64url, as the device sealed it. */
    readonly sealed: string;
  } | null;
  readonly key: (WrappedKey & { readonly store: string }) | null;
  readonly erasedAt: Date | null;
}

/** `null` when nothing was ever heard of such a person. */
export async function findPerson(db: Db, id: string): Promise<KnownPerson | null> {
  const recorded = await db
    .selectFrom('people')
    .innerJoin('events', (join) =>
      join.onRef('events.store', '=', 'people.store').onRef('events.id', '=', 'people.event'),
    )
    .select([
      'people.store',
      'people.order_id as orderId',
      'people.recorded_at as recordedAt',
      sql<string>`events.payload ->> 'sealed'`.as('sealed'),
    ])
    .where('people.id', '=', id)
    .executeTakeFirst();
  const key = await db
    .selectFrom('person_keys')
    .select(['store', 'master_key as masterKey', 'wrapped'])
    .where('person', '=', id)
    .executeTakeFirst();
  const erasure = await db
    .selectFrom('person_erasures')
    .select('erased_at')
    .where('person', '=', id)
    .executeTakeFirst();
  if (recorded === undefined && key === undefined && erasure === undefined) return null;
  return {
    recorded: recorded ?? null,
    key: key ?? null,
    erasedAt: erasure?.erased_at ?? null,
  };
}

/** One at a time for each person, until the end of the transaction: a key and its erasure may meet. */
export async function lockPerson(db: Db, id: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`person ${id}`}, 0))`.execute(db);
}

export async function insertPerson(
  db: Db,
  person: {
    readonly id: string;
    readonly store: string;
    readonly orderId: string;
    readonly event: string;
    readonly recordedAt: Date;
  },
): Promise<void> {
  const { id, store, orderId, event, recordedAt } = person;
  await db
    .insertInto('people')
    .values({ id, store, order_id: orderId, event, recorded_at: recordedAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertPersonKey(
  db: Db,
  key: WrappedKey & { readonly person: string; readonly store: string; readonly at: Date },
): Promise<void> {
  const { person, store, masterKey, wrapped, at } = key;
  await db
    .insertInto('person_keys')
    .values({ person, store, master_key: masterKey, wrapped, received_at: at })
    .execute();
}

/** Deletes the key and remembers that it must not come back; false when that was done before. */
export async function insertErasure(db: Db, person: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person_erasures')
    .values({ person, erased_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await db.deleteFrom('person_keys').where('person', '=', person).execute();
  return numInsertedOrUpdatedRows === 1n;
}

/** The next erasures of all persons, oldest first; only what nothing can come to stand before. */
export async function erasuresAfter(
  db: Db,
  after: FeedPlace,
  limit: number,
): Promise<readonly (FeedPlace & { readonly person: string; readonly erasedAt: Date })[]> {
  const { rows } = await sql<FeedPlace & { person: string; erasedAt: Date }>`
    SELECT person, erased_at AS "erasedAt", epoch, xid::text AS xid, seq FROM person_erasures
    WHERE (epoch, xid, seq) > (${after.epoch}, ${after.xid}::xid8, ${after.seq})
      AND (epoch < feed_epoch() OR xid < pg_snapshot_xmin(pg_current_snapshot()))
    ORDER BY person_erasures.epoch, person_erasures.xid, person_erasures.seq
    LIMIT ${limit}
  `.execute(db);
  return rows;
}

/** The next keys that another master key wrapped, by person; held until the end of the transaction. */
export async function takeForeignKeys(
  db: Db,
  {
    masterKey,
    after,
    limit,
  }: { readonly masterKey: string; readonly after: string | null; readonly limit: number },
): Promise<readonly (WrappedKey & { readonly person: string })[]> {
  let keys = db
    .selectFrom('person_keys')
    .select(['person', 'master_key as masterKey', 'wrapped'])
    .where('master_key', '<>', masterKey);
  if (after !== null) keys = keys.where('person', '>', after);
  return keys.orderBy('person').limit(limit).forUpdate().execute();
}

export async function replaceWrapped(
  db: Db,
  person: string,
  { masterKey, wrapped }: WrappedKey,
): Promise<void> {
  await db
    .updateTable('person_keys')
    .set({ master_key: masterKey, wrapped })
    .where('person', '=', person)
    .execute();
}
