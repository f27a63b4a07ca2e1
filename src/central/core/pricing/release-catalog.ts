import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import { visitReferences } from '#shared/domain/catalog/record-references.ts';
import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import type { TaxClassRecord } from '#shared/domain/catalog/tax-class.ts';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import type { CompiledTemplate } from '#shared/domain/customization/model.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { recordAt, recordsAt, recordsNamed } from '../../storage/catalog-records.ts';
import { publishedVersion } from '../../storage/catalog-releases.ts';
import type { Database } from '../../storage/database.ts';
import { pricesOf } from '../../storage/products.ts';
import type { Db } from '../../storage/schema.ts';
import { createMemo, type Memo } from './memo.ts';

/** A store's release of the catalog. What is read of it is kept: a published version never changes. */
export interface ReleaseCatalog {
  readonly version: number;
  readonly store: StoreRecord;
  /** `null` when there is no such product. */
  product(sku: string): Promise<ProductRecord | null>;
  /** `null` when there is no such template. */
  template(id: string): Promise<CompiledTemplate | null>;
  allergens(): Promise<readonly AllergenRecord[]>;
  /** What pricing needs for these SKUs; those that are not there are left out. */
  goods(skus: readonly string[]): Promise<Goods>;
  /** As `goods`, for products that were read already. */
  goodsOf(products: readonly ProductRecord[]): Promise<Goods>;
}

/** Products with all that their prices depend on, gathered before anything is computed. */
export interface Goods {
  readonly records: PricingCatalog;
  /** The templates of the custom ones, ready to judge designs, by id. */
  readonly templates: ReadonlyMap<string, CompiledTemplate>;
}

/** What is the same for every store and SKU of a version. */
interface VersionRecords {
  readonly taxClasses: ReadonlyMap<string, TaxClassRecord>;
  readonly promotions: readonly PromotionRecord[];
  readonly allergens: readonly AllergenRecord[];
  readonly rules: readonly RuleRecord[];
}

/** Of one process; each entry is some kilobytes, a template with its rules up to a megabyte. */
const remembered = { versions: 6, templates: 100, stores: 2_000, products: 5_000, prices: 20_000 };

interface Memos {
  readonly versions: Memo<VersionRecords>;
  readonly templates: Memo<CompiledTemplate>;
  readonly stores: Memo<StoreRecord>;
  readonly products: Memo<ProductRecord>;
  readonly prices: Memo<readonly PriceRecord[]>;
}

const memosOf = new WeakMap<Database, Memos>();

function createMemos(): Memos {
  return {
    versions: createMemo(remembered.versions),
    templates: createMemo(remembered.templates),
    stores: createMemo(remembered.stores),
    products: createMemo(remembered.products),
    prices: createMemo(remembered.prices),
  };
}

/** What a store gets now; `null` when nothing was published that has the store. */
export async function currentRelease(
  database: Database,
  store: string,
): Promise<ReleaseCatalog | null> {
  const version = await publishedVersion(database.db, store);
  return version === null ? null : releaseCatalog(database, database.db, store, version);
}

/**
 * A version as a store gets it; `null` when it does not have the store. `db` may be a transaction, whose
 * statements then go one after the other.
 */
export async function releaseCatalog(
  database: Database,
  db: Db,
  storeId: string,
  version: number,
): Promise<ReleaseCatalog | null> {
  const memos = memosOf.get(database) ?? createMemos();
  memosOf.set(database, memos);
  const stores = await memos.stores.getAll([`${version}|${storeId}`], async ([key = '']) => {
    const record = await recordAt(db, version, storeId, 'store', storeId);
    return new Map(record === null ? [] : [[key, record]]);
  });
  const [store] = stores.values();
  return store === undefined ? null : readRelease(memos, db, store, version);
}

function readRelease(memos: Memos, db: Db, store: StoreRecord, version: number): ReleaseCatalog {
  const place = { version, store: store.id };
  const keyed = (id: string) => `${version}|${id}`;

  const versionRecords = () =>
    memos.versions.get(String(version), async () => {
      const taxClasses = await recordsAt(db, version, store.id, 'taxClass');
      return {
        taxClasses: new Map(taxClasses.map((record) => [record.id, record])),
        promotions: await recordsAt(db, version, store.id, 'promotion'),
        allergens: await recordsAt(db, version, store.id, 'allergen'),
        rules: await recordsAt(db, version, store.id, 'rule'),
      };
    });

  async function products(skus: readonly string[]): Promise<ReadonlyMap<string, ProductRecord>> {
    const found = await memos.products.getAll(skus.map(keyed), async (missing) => {
      const wanted = missing.map((key) => key.slice(key.indexOf('|') + 1));
      const records = await recordsNamed(db, version, store.id, 'product', wanted);
      return new Map(records.map((record) => [keyed(record.sku), record]));
    });
    return new Map([...found.values()].map((record) => [record.sku, record]));
  }

  async function prices(
    skus: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PriceRecord[]>> {
    const prefix = `${version}|${store.id}|`;
    const keys = skus.map((sku) => prefix + sku);
    const found = await memos.prices.getAll(keys, async (missing) => {
      const wanted = missing.map((key) => key.slice(prefix.length));
      const read = await pricesOf(db, place, wanted);
      return new Map(wanted.map((sku) => [prefix + sku, read.get(sku) ?? []]));
    });
    return new Map([...found].map(([key, records]) => [key.slice(prefix.length), records]));
  }

  async function template(id: string): Promise<CompiledTemplate | null> {
    const key = keyed(id);
    const found = await memos.templates.getAll([key], async () => {
      const record = await recordAt(db, version, store.id, 'template', id);
      if (record === null) return new Map();
      const { rules, allergens } = await versionRecords();
      const own = rules.filter((rule) => rule.template === id);
      const named = ingredientIds([record, ...own]);
      const ingredients = await recordsNamed(db, version, store.id, 'ingredient', named);
      const source = { template: record, rules: own, ingredients, allergens };
      return new Map([[key, compileTemplate(source)]]);
    });
    return found.get(key) ?? null;
  }

  async function goodsOf(found: readonly ProductRecord[]): Promise<Goods> {
    const { taxClasses, promotions } = await versionRecords();
    const templates = new Map<string, CompiledTemplate>();
    for (const { template: id } of found) {
      if (id === undefined || templates.has(id)) continue;
      const compiled = await template(id);
      if (compiled !== null) templates.set(id, compiled);
    }
    const records: PricingCatalog = {
      version,
      store,
      products: new Map(found.map((product) => [product.sku, product])),
      prices: await prices(found.map(({ sku }) => sku)),
      templates: new Map([...templates].map(([id, { source }]) => [id, source.template])),
      taxClasses,
      promotions,
    };
    return { records, templates };
  }

  return {
    version,
    store,
    product: async (sku) => (await products([sku])).get(sku) ?? null,
    template,
    allergens: async () => (await versionRecords()).allergens,
    goods: async (skus) => goodsOf([...(await products(skus)).values()]),
    goodsOf,
  };
}

/** Every ingredient that a template and its rules name. */
function ingredientIds(records: readonly (TemplateRecord | RuleRecord)[]): readonly string[] {
  const ids = new Set<string>();
  for (const record of records) {
    visitReferences(record, (kind, key) => {
      if (kind === 'ingredient') ids.add(key);
    });
  }
  return [...ids];
}
