import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import type { CatalogRecord, RecordKind } from '#shared/domain/catalog/feed.ts';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import { isValidAt } from '#shared/lib/time.ts';

type OfKind<K extends RecordKind> = Extract<CatalogRecord, { readonly kind: K }>;

/** A catalog in memory; every list of records that is published becomes a version. */
export function memoryCatalog(): CatalogReader & {
  publish(records: readonly CatalogRecord[]): void;
} {
  const versions: (readonly CatalogRecord[])[] = [[]];

  function all<K extends RecordKind>(version: number, kind: K): readonly OfKind<K>[] {
    const records = versions[version] ?? [];
    return records.filter((record): record is OfKind<K> => record.kind === kind);
  }

  const product = (version: number, sku: string) =>
    all(version, 'product').find((record) => record.sku === sku) ?? null;
  const store = (version: number) => all(version, 'store')[0] ?? null;
  const priceAt = (version: number, sku: string, at: number): PriceRecord | undefined =>
    all(version, 'price')
      .filter((price) => price.sku === sku && isValidAt(price, at))
      .sort((a, b) => b.validFrom - a.validFrom)[0];

  const prices = (version: number, skus: readonly string[]) =>
    new Map(skus.map((sku) => [sku, all(version, 'price').filter((price) => price.sku === sku)]));

  const catalog: CatalogReader = {
    currentVersion: () => versions.length - 1,
    contentHash: () => null,
    store,
    product,
    variants: () => [],
    productByGtin: () => null,
    template(version, id) {
      const template = all(version, 'template').find((record) => record.id === id);
      if (template === undefined) return null;
      return {
        template,
        rules: all(version, 'rule').filter((rule) => rule.template === id),
        ingredients: all(version, 'ingredient'),
        allergens: all(version, 'allergen'),
      };
    },
    allergens: (version) => all(version, 'allergen'),
    search: () => ({ products: [], total: 0, more: false, brands: [], categories: [] }),
    shades: () => ({ shades: [], next: null }),
    customProducts: (version) => all(version, 'product').filter(({ type }) => type === 'custom'),
    priceMinor: (version, sku, at) => priceAt(version, sku, at)?.amountMinor ?? null,
    prices,
    stock: () => null,
    pricingCatalog(version, skus) {
      const own = store(version);
      if (own === null) return null;
      const named = all(version, 'product').filter(({ sku }) => skus.includes(sku));
      const keyed = <T extends { readonly id: string }>(records: readonly T[]) =>
        new Map(records.map((record) => [record.id, record]));
      return {
        version,
        store: own,
        products: new Map(named.map((record) => [record.sku, record])),
        prices: prices(version, skus),
        templates: keyed(all(version, 'template')),
        taxClasses: keyed(all(version, 'taxClass')),
        promotions: all(version, 'promotion'),
      };
    },
  };
  return { ...catalog, publish: (records) => void versions.push(records) };
}
