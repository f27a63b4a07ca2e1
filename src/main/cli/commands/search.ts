import { textIn } from '#shared/domain/catalog/primitives.ts';
import { formatMoney } from '#shared/domain/money/format.ts';
import type { CliContext } from '../context.ts';
import { requireCatalog } from '../shop.ts';

/** `search TEXT`: what a shopper would find, best first; without a store nothing has a price. */
export function searchCommand(
  { store, clock, output, json }: CliContext,
  text: string,
  limit: number,
): void {
  const version = requireCatalog(store);
  const shop = store.catalog.store(version);
  const found = store.catalog.search(version, { text, offset: 0, limit });
  const at = clock.now();
  const hits = found.products.map((product) => ({
    sku: product.sku,
    name: textIn(product.name, 'en'),
    brand: product.brand,
    priceMinor: store.catalog.priceMinor(version, product.sku, at),
  }));
  if (json) {
    output.line(JSON.stringify(hits));
    return;
  }
  if (found.correctedTo !== undefined) output.note(`showing results for "${found.correctedTo}"`);
  for (const { sku, name, brand, priceMinor } of hits) {
    const price =
      priceMinor === null || shop === null
        ? 'no price'
        : formatMoney(priceMinor, shop.currency, 'en');
    output.line(`${sku.padEnd(20)} ${price.padStart(12)}  ${brand}: ${name}`);
  }
  output.note(`${found.total}${found.more ? '+' : ''} found`);
}
