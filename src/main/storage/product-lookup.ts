import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { isLive, recordById } from './catalog-records.ts';
import type { ReadableDb } from './sqlite.ts';

/** The records of rows, in their order. */
export function productsByIds(db: ReadableDb, ids: readonly number[]): ProductRecord[] {
  return ids.flatMap((id) => recordById(db, 'product', id) ?? []);
}

export function variantsOf(db: ReadableDb, version: number, key: string): readonly ProductRecord[] {
  const ids = db.tuples<[id: number]>(
    `SELECT id FROM catalog_products WHERE variant_of = ? AND ${isLive}`,
    key,
    version,
    version,
  );
  return productsByIds(
    db,
    ids.map(([id]) => id),
  ).sort(byShade);
}

/** By shade code as people count (`2W` before `10N`), then by SKU. */
function byShade(a: ProductRecord, b: ProductRecord): number {
  const order = { numeric: true } as const;
  return (
    (a.shade?.code ?? a.shade?.name ?? '').localeCompare(
      b.shade?.code ?? b.shade?.name ?? '',
      'en',
      order,
    ) || a.sku.localeCompare(b.sku, 'en', order)
  );
}

export function productByGtin(
  db: ReadableDb,
  version: number,
  gtin14: string,
): ProductRecord | null {
  const id = db.value<number>(
    `SELECT p.id FROM catalog_gtins g CROSS JOIN catalog_products p ON p.id = g.record_id
     WHERE g.gtin14 = ? AND ${isLive} ORDER BY p.sku LIMIT 1`,
    gtin14,
    version,
    version,
  );
  return id === undefined ? null : recordById(db, 'product', id);
}

export function customProducts(db: ReadableDb, version: number): readonly ProductRecord[] {
  const ids = db.tuples<[id: number]>(
    `SELECT id FROM catalog_products WHERE type = 'custom' AND ${isLive}
     ORDER BY popularity DESC, sku`,
    version,
    version,
  );
  return productsByIds(
    db,
    ids.map(([id]) => id),
  );
}
