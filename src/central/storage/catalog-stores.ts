import type { Db } from './schema.ts';

/** Ids of the stores that a version has records of. */
export async function storeIdsAt(db: Db, version: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('catalog_records')
    .select('key')
    .where('kind', '=', 'store')
    .where('from_version', '<=', version)
    .where((where) =>
      where.or([where('to_version', 'is', null), where('to_version', '>', version)]),
    )
    .execute();
  return new Set(rows.map(({ key }) => key));
}
