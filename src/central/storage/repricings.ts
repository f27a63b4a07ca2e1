import { sql } from 'kysely';
import { assert } from '#shared/lib/assert.ts';
import type { Db } from './schema.ts';

/** What pricing an order again gave. */
export interface StoredRepricing {
  readonly store: string;
  /** The order's. */
  readonly id: string;
  readonly outcome: 'same' | 'diverges' | 'unpriceable';
  readonly totalMinor: number | null;
  readonly differences: readonly string[];
  readonly at: Date;
}

/** Writes what became of orders; of an order that was priced again before, the newest counts. */
export async function storeRepricings(db: Db, all: readonly StoredRepricing[]): Promise<void> {
  if (all.length === 0) return;
  await db
    .insertInto('repricings')
    .values(
      all.map(({ store, id, outcome, totalMinor, differences, at }) => ({
        store,
        id,
        outcome,
        total_minor: totalMinor,
        differences: JSON.stringify(differences),
        repriced_at: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['store', 'id']).doUpdateSet((excluded) => ({
        outcome: excluded.ref('excluded.outcome'),
        total_minor: excluded.ref('excluded.total_minor'),
        differences: sql<string>`excluded.differences`,
        repriced_at: excluded.ref('excluded.repriced_at'),
      })),
    )
    .execute();
}

/** `null` until the order was priced again. */
export async function findRepricing(
  db: Db,
  { store, id }: { readonly store: string; readonly id: string },
): Promise<StoredRepricing | null> {
  const row = await db
    .selectFrom('repricings')
    .selectAll()
    .where('store', '=', store)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { differences } = row;
  assert(isTexts(differences), 'stored differences are texts');
  const { outcome, total_minor: totalMinor, repriced_at: at } = row;
  return { store, id, outcome, totalMinor, differences, at };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/**
 * The version whose records were sold from: a release that the store got from here, or a whole catalog
 * that the store imported by itself. `null` when no version here has this content.
 */
export async function versionByContent(
  db: Db,
  store: string,
  contentHash: string,
): Promise<number | null> {
  const { rows } = await sql<{ readonly version: number }>`
    SELECT version FROM catalog_releases WHERE store = ${store} AND content_hash = ${contentHash}
    UNION ALL
    SELECT version FROM catalog_versions
    WHERE content_hash = ${contentHash} AND discarded_at IS NULL
    ORDER BY version DESC LIMIT 1
  `.execute(db);
  return rows[0]?.version ?? null;
}
