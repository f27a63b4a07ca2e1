import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';
import { effectivePrices } from '#shared/domain/pricing/effective-price.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { allottedStock } from './allotments.ts';
import { recordAt, recordsAt, recordsUnder } from './catalog-records.ts';
import { deviceStoreId } from './device.ts';
import { customProducts, productByGtin, variantsOf } from './product-lookup.ts';
import { createProductSearch } from './product-search.ts';
import { shadePage } from './product-shades.ts';
import type { ReadableDb } from './sqlite.ts';
import { movedSince } from './stock.ts';

/** Versions that carts and receipts use at a time; each keeps its rules and promotions in memory. */
const rememberedVersions = 4;

/** What every quote of a version needs; immutable like the version. */
interface VersionRecords {
  /** Not read again once it is there. */
  store: StoreRecord | null;
  readonly taxClasses: PricingCatalog['taxClasses'];
  readonly promotions: PricingCatalog['promotions'];
  readonly templates: Map<string, TemplateSource | null>;
}

export function createCatalogReader(db: ReadableDb): CatalogReader {
  const search = createProductSearch(db);
  const versions = new Map<number, VersionRecords>();

  const currentVersion = (): number =>
    db.value<number>('SELECT coalesce(max(version), 0) FROM catalog_versions') ?? 0;

  function recordsOf(version: number): VersionRecords {
    const known = versions.get(version);
    if (known !== undefined) return known;
    const isPublished = version <= currentVersion();
    const records: VersionRecords = {
      // What is being imported is nobody's business yet.
      store: isPublished ? storeAt(db, version) : null,
      taxClasses: new Map(recordsAt(db, version, 'taxClass').map((tax) => [tax.id, tax])),
      promotions: recordsAt(db, version, 'promotion'),
      templates: new Map(),
    };
    if (!isPublished) return records;
    if (versions.size >= rememberedVersions) versions.delete(Math.min(...versions.keys()));
    versions.set(version, records);
    return records;
  }

  function storeOf(version: number): StoreRecord | null {
    const records = recordsOf(version);
    // A device may be told its store after the catalog came.
    if (records.store === null && version <= currentVersion()) records.store = storeAt(db, version);
    return records.store;
  }

  function template(version: number, templateId: string): TemplateSource | null {
    const { templates } = recordsOf(version);
    const known = templates.get(templateId);
    if (known !== undefined) return known;
    const source = templateSource(db, version, templateId);
    templates.set(templateId, source);
    return source;
  }

  function priceMinor(version: number, sku: string, at: number): number | null {
    const store = storeOf(version);
    if (store === null) return null;
    const prices = effectivePrices(recordsUnder(db, version, 'price', sku), store, at);
    return prices.storeMinor ?? prices.chainMinor;
  }

  function stock(version: number, sku: string): number | null {
    const store = storeOf(version);
    if (store === null) return null;
    const allotted = allottedStock(db, store.id, sku);
    if (allotted !== null) return allotted;
    const count = recordAt(db, version, 'stock', `${sku}|${store.id}`);
    if (count === null) return null;
    return count.quantity + movedSince(db, store.id, sku, count.countedAt);
  }

  return {
    currentVersion,
    contentHash: (version) => publishedHash(db, version),
    store: storeOf,
    product: (version, sku) => recordAt(db, version, 'product', sku),
    variants: (version, variantOf) => variantsOf(db, version, variantOf),
    productByGtin: (version, gtin14) => productByGtin(db, version, gtin14),
    template,
    allergens: (version) => recordsAt(db, version, 'allergen'),
    search,
    shades: (version, from) => shadePage(db, version, from),
    customProducts: (version) => customProducts(db, version),
    priceMinor,
    prices: (version, skus) => pricesOf(db, version, skus),
    stock,
    pricingCatalog: (version, skus, storeId) => {
      const here = storeOf(version);
      const store =
        storeId === undefined || storeId === here?.id
          ? here
          : recordAt(db, version, 'store', storeId);
      const { taxClasses, promotions } = recordsOf(version);
      return store === null
        ? null
        : { version, store, taxClasses, promotions, ...goods(db, version, skus, template) };
    },
  };
}

/** As it was counted when the version was published. */
function publishedHash(db: ReadableDb, version: number): string | null {
  const sql = 'SELECT content_hash FROM catalog_versions WHERE version = ?';
  return db.value<string>(sql, version) ?? null;
}

/** The store that this device is in: the one it was told, else the only one. */
function storeAt(db: ReadableDb, version: number): StoreRecord | null {
  const told = deviceStoreId(db);
  if (told !== null) return recordAt(db, version, 'store', told);
  const [only, ...others] = recordsAt(db, version, 'store');
  return only === undefined || others.length > 0 ? null : only;
}

/** Every ingredient id that a template's or rule's JSON names, however deep. */
function ingredientIds(value: unknown, found: Set<string>): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) ingredientIds(item, found);
  else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      if (key === 'ingredient' && typeof member === 'string') found.add(member);
      else ingredientIds(member, found);
    }
  }
  return found;
}

function templateSource(
  db: ReadableDb,
  version: number,
  templateId: string,
): TemplateSource | null {
  const template = recordAt(db, version, 'template', templateId);
  if (template === null) return null;
  const rules = recordsAt(db, version, 'rule').filter((rule) => rule.template === templateId);
  const ids = [...ingredientIds([template, rules], new Set())].sort();
  return {
    template,
    rules,
    ingredients: ids.flatMap((id) => recordAt(db, version, 'ingredient', id) ?? []),
    allergens: recordsAt(db, version, 'allergen'),
  };
}

function goods(
  db: ReadableDb,
  version: number,
  skus: readonly string[],
  template: CatalogReader['template'],
): Pick<PricingCatalog, 'products' | 'prices' | 'templates'> {
  const found = [...new Set(skus)].flatMap((sku) => recordAt(db, version, 'product', sku) ?? []);
  const templates = found.flatMap(({ template: id }) =>
    id === undefined ? [] : (template(version, id) ?? []),
  );
  return {
    products: new Map(found.map((product) => [product.sku, product])),
    prices: pricesOf(
      db,
      version,
      found.map(({ sku }) => sku),
    ),
    templates: new Map(templates.map((source) => [source.template.id, source.template])),
  };
}

function pricesOf(
  db: ReadableDb,
  version: number,
  skus: readonly string[],
): PricingCatalog['prices'] {
  return new Map(skus.map((sku) => [sku, recordsUnder(db, version, 'price', sku)]));
}
