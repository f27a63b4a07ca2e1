import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import { normalizeGtin } from '#shared/domain/catalog/gtin.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { FeedContents } from './feed-contents.ts';
import { recordsAfterImport } from './live-records.ts';

type Published = Pick<CatalogWriter, 'live'>;

/** Rejects prices in a currency that their store, or no store at all, sells in. CAT-33 */
export function checkCurrencies(contents: FeedContents, published: Published): void {
  if (contents.held('price').size === 0) return;
  const currencies = new Map<string, string>();
  for (const store of recordsAfterImport('store', contents, published)) {
    currencies.set(store.id, store.currency);
  }
  const sold = new Set(currencies.values());
  for (const [key, { record }] of contents.held('price')) {
    if (record.kind !== 'price') continue;
    const storeCurrency = record.store === undefined ? undefined : currencies.get(record.store);
    if (storeCurrency !== undefined && storeCurrency !== record.currency) {
      const reason = `is ${record.currency}, but the store ${record.store} sells in ${storeCurrency}`;
      contents.reject('price', key, { field: 'currency', reason });
    } else if (sold.size > 0 && !sold.has(record.currency)) {
      const reason = `is ${record.currency}, but the stores sell in ${[...sold].sort().join(', ')}`;
      contents.reject('price', key, { field: 'currency', reason });
    }
  }
}

/** Rejects a product whose barcode is another product's: a scan must find exactly one. CAT-34 */
export function checkBarcodes(contents: FeedContents, published: Published): void {
  const owners = new Map<string, string>();
  let inFeed = 0;
  for (const { record } of contents.held('product').values()) {
    if (record.kind === 'product') inFeed += record.gtins?.length ?? 0;
  }
  // Reading the whole published catalog is only worth it when there is something to compare.
  if (inFeed === 0) return;
  const held = contents.held('product');
  // What stays published keeps its barcodes; within the input the first product keeps them.
  for (const product of recordsAfterImport('product', contents, published)) {
    if (!held.has(product.sku)) claim(product, owners);
  }
  for (const [sku, { record }] of held) {
    if (record.kind !== 'product') continue;
    const clash = claim(record, owners);
    if (clash !== null) contents.reject('product', sku, clash);
  }
}

function claim(
  product: ProductRecord,
  owners: Map<string, string>,
): { readonly field: string; readonly reason: string } | null {
  const mine: string[] = [];
  for (const [index, gtin] of (product.gtins ?? []).entries()) {
    const normal = normalizeGtin(gtin);
    if (!normal.ok) continue;
    const owner = owners.get(normal.value);
    if (owner !== undefined && owner !== product.sku) {
      return {
        field: `gtins[${index}]`,
        reason: `the barcode ${gtin} is already that of ${owner}`,
      };
    }
    mine.push(normal.value);
  }
  for (const gtin of mine) owners.set(gtin, product.sku);
  return null;
}
