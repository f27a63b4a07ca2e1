import { normalizeGtin } from '../catalog/gtin.ts';
import type { ProductRecord } from '../catalog/product.ts';
import { type NextCatalog, stayingRecords } from './live-records.ts';

/** A barcode of a product, as it is written there and as it is compared. */
interface Barcode {
  readonly sku: string;
  readonly index: number;
  readonly gtin: string;
  readonly normal: string;
}

/**
 * Rejects a product whose barcode is another product's: a scan must find exactly one. What stays
 * published keeps its barcodes, also what is published under the SKU of a rejected product; within
 * the input those keep theirs that had them, then the first ones. CAT-34
 */
export function checkBarcodes(next: NextCatalog): void {
  const { contents } = next;
  const held = [...productsWithBarcodes(next)];
  // Reading the whole published catalog is only worth it when there is something to compare.
  if (held.length === 0) return;
  const published = publishedBarcodes(next);
  const staying = new Map<string, string>();
  for (const product of stayingRecords('product', next)) {
    for (const { normal } of barcodesOf(product)) staying.set(normal, product.sku);
  }
  const claims = new Map<string, Barcode>();

  /** A rejected product gives back what it claims; what is published of it then takes others along. */
  function reject(lost: Barcode, owner: string): void {
    const losses = [{ lost, owner }];
    for (const loss of losses) {
      const { sku, index, gtin } = loss.lost;
      for (const [normal, claim] of claimsOf(sku)) if (claim.sku === sku) claims.delete(normal);
      const reason = `the barcode ${gtin} is already that of ${loss.owner}`;
      contents.reject('product', sku, { field: `gtins[${index}]`, reason });
      for (const normal of published().get(sku) ?? []) {
        staying.set(normal, sku);
        const claim = claims.get(normal);
        if (claim !== undefined) losses.push({ lost: claim, owner: sku });
      }
    }
  }

  function claimsOf(sku: string): readonly (readonly [string, Barcode])[] {
    const record = contents.held('product').get(sku)?.record;
    if (record?.kind !== 'product') return [];
    return barcodesOf(record).flatMap(({ normal }) => {
      const claim = claims.get(normal);
      return claim === undefined ? [] : [[normal, claim] as const];
    });
  }

  /** Rejects the product, or one that holds its barcode wrongly; false when nothing is in its way. */
  function settleOne(product: ProductRecord): boolean {
    for (const barcode of barcodesOf(product)) {
      const { sku, normal } = barcode;
      const owner = staying.get(normal);
      if (owner !== undefined && owner !== sku) {
        reject(barcode, owner);
        return true;
      }
      const claim = claims.get(normal);
      if (claim === undefined || claim.sku === sku) continue;
      if (published().get(sku)?.has(normal) === true) reject(claim, sku);
      else reject(barcode, claim.sku);
      return true;
    }
    return false;
  }

  for (const product of held) {
    const isHeld = (): boolean => contents.held('product').has(product.sku);
    let isInTheWay = true;
    while (isInTheWay && isHeld()) isInTheWay = settleOne(product);
    if (!isHeld()) continue;
    for (const barcode of barcodesOf(product)) claims.set(barcode.normal, barcode);
  }
}

function* productsWithBarcodes({ contents }: NextCatalog): Generator<ProductRecord> {
  for (const { record } of contents.held('product').values()) {
    if (record.kind === 'product' && (record.gtins?.length ?? 0) > 0) yield record;
  }
}

/** By SKU, read when they are first asked for. */
function publishedBarcodes(next: NextCatalog): () => ReadonlyMap<string, ReadonlySet<string>> {
  let bySku: Map<string, ReadonlySet<string>> | null = null;
  return () => {
    if (bySku !== null) return bySku;
    bySku = new Map();
    for (const record of next.published.live('product')) {
      if (record.kind !== 'product') continue;
      const normals = new Set(barcodesOf(record).map(({ normal }) => normal));
      if (normals.size > 0) bySku.set(record.sku, normals);
    }
    return bySku;
  };
}

function barcodesOf({ sku, gtins = [] }: ProductRecord): readonly Barcode[] {
  return gtins.flatMap((gtin, index) => {
    const normal = normalizeGtin(gtin);
    return normal.ok ? [{ sku, index, gtin, normal: normal.value }] : [];
  });
}
