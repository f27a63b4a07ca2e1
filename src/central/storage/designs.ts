import { Check } from 'typebox/value';
import { Design } from '#shared/domain/customization/design.ts';
import { assert } from '#shared/lib/assert.ts';
import type { Db } from './schema.ts';

/** A design that somebody kept, without typed texts. */
export interface KeptDesign {
  /** As it is stored: nine symbols. */
  readonly code: string;
  readonly store: string;
  readonly sku: string;
  readonly design: Design;
  /** Groups whose texts were left out. */
  readonly leftOut: readonly string[];
  /** What the store had then; without a version when it did not have it from here. */
  readonly release: { readonly version: number | null; readonly contentHash: string };
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** False when the code is taken. */
export async function insertDesign(db: Db, kept: KeptDesign): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('saved_designs')
    .values({
      code: kept.code,
      store: kept.store,
      sku: kept.sku,
      design: JSON.stringify(kept.design),
      left_out: [...kept.leftOut],
      catalog_version: kept.release.version,
      catalog_hash: kept.release.contentHash,
      saved_at: kept.savedAt,
      saved_by: kept.savedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findDesign(db: Db, code: string): Promise<KeptDesign | null> {
  const row = await db
    .selectFrom('saved_designs')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  if (row === undefined) return null;
  assert(Check(Design, row.design), 'a stored design is one');
  return {
    code: row.code,
    store: row.store,
    sku: row.sku,
    design: row.design,
    leftOut: row.left_out,
    release: { version: row.catalog_version, contentHash: row.catalog_hash },
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
}
