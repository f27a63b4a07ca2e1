import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** Stores that are published to together. */
export interface StoreGroup {
  readonly id: string;
  readonly name: string;
  /** In order. */
  readonly stores: readonly string[];
}

/** Every group, by id. */
export async function listStoreGroups(db: Db): Promise<readonly StoreGroup[]> {
  return db
    .selectFrom('store_groups')
    .leftJoin('store_group_members', 'group_id', 'id')
    .select(['id', 'name', membersOf])
    .groupBy('id')
    .orderBy('id')
    .execute();
}

const membersOf = sql<readonly string[]>`
  coalesce(array_agg(store ORDER BY store) FILTER (WHERE store IS NOT NULL), '{}')
`.as('stores');

export async function findStoreGroup(db: Db, id: string): Promise<StoreGroup | null> {
  const row = await db
    .selectFrom('store_groups')
    .leftJoin('store_group_members', 'group_id', 'id')
    .select(['id', 'name', membersOf])
    .where('id', '=', id)
    .groupBy('id')
    .executeTakeFirst();
  return row ?? null;
}

/** Makes the group, or makes it another. */
export async function saveStoreGroup(db: Db, { id, name, stores }: StoreGroup): Promise<void> {
  await db
    .insertInto('store_groups')
    .values({ id, name })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
    .execute();
  await db.deleteFrom('store_group_members').where('group_id', '=', id).execute();
  if (stores.length === 0) return;
  await db
    .insertInto('store_group_members')
    .values(stores.map((store) => ({ group_id: id, store })))
    .execute();
}

/** False when there is no such group. */
export async function deleteStoreGroup(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('store_groups')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
