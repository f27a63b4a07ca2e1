import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import type { ProductArt, ProductRecord } from '#shared/domain/catalog/product.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import type { Undertone } from '#shared/domain/color/undertone.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { UnixMs } from '#shared/lib/time.ts';

/**
 * What a shopper searches for; `brand` and `category` filter exactly, `offset` and `limit` count products.
 */
export interface SearchQuery {
  readonly text: string;
  readonly brand?: string;
  readonly category?: string;
  readonly offset: number;
  readonly limit: number;
}

/** A brand or category, and how many products of a search have it. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** One page of a search, best first; what `total`, `more` and the facets promise is in STO-42 to STO-47. */
export interface SearchResult {
  readonly products: readonly ProductRecord[];
  readonly total: number;
  readonly more: boolean;
  readonly correctedTo?: string;
  readonly brands: readonly FacetCount[];
  readonly categories: readonly FacetCount[];
}

/** A shade that a shopper may see: of a ready product, or an option of a product to be designed. */
export interface CatalogShade {
  readonly sku: string;
  /** The product's. */
  readonly name: LocalizedText;
  readonly brand: string;
  readonly category: string;
  /** A printed name is the same in every language. */
  readonly shade: { readonly hex: string; readonly code?: string; readonly name?: LocalizedText };
  readonly finish?: NonNullable<ProductArt['finish']>;
  /** Where the catalog says it. */
  readonly undertone?: Undertone;
  /** The choice that makes a product to be designed this shade. */
  readonly choice?: { readonly group: string; readonly option: string };
}

/** Some of a version's shades. */
export interface ShadePage {
  readonly shades: readonly CatalogShade[];
  /** Where to go on; `null` at the end. */
  readonly next: string | null;
}

/**
 * Reads the catalog as it was at a version; every published version stays readable for as long as
 * an order or a cart names it. `null` means that there is no such record at that version.
 */
export interface CatalogReader {
  /** The published version, 0 before the first import. */
  currentVersion(): number;
  /** SHA-256 over the version's records: versions are this device's own, the content is everybody's. */
  contentHash(version: number): string | null;
  /** This device's store at that version. */
  store(version: number): StoreRecord | null;
  product(version: number, sku: string): ProductRecord | null;
  /** Every variant of `variantOf`, in shade order. */
  variants(version: number, variantOf: string): readonly ProductRecord[];
  /** By GTIN-14, check digit included. */
  productByGtin(version: number, gtin14: string): ProductRecord | null;
  template(version: number, templateId: string): TemplateSource | null;
  allergens(version: number): readonly AllergenRecord[];
  /** Searches the products that are for the shopper (never components). Empty text lists by popularity. */
  search(version: number, query: SearchQuery): SearchResult;
  /**
   * The shades of ready products and the options with a color of the color groups of those to be designed,
   * page by page, so that others get their turn between; `null` begins.
   */
  shades(version: number, from: string | null): ShadePage;
  /** Every product of type `custom`, the most popular first. */
  customProducts(version: number): readonly ProductRecord[];
  /** What one unit costs here at `at`, before options and promotions; `null` when it has no price. */
  priceMinor(version: number, sku: string, at: UnixMs): number | null;
  /** Every price of each of the SKUs, of whatever store and time; a SKU without any has an empty list. */
  prices(version: number, skus: readonly string[]): PricingCatalog['prices'];
  /**
   * What the store has: with an allotment what this device may sell and what head office said of the
   * rest, otherwise count plus movements since; `null` when the item was never counted here. STK-35
   */
  stock(version: number, sku: string): number | null;
  /** For this device's store, or for another one that an earlier sale was made in. */
  pricingCatalog(version: number, skus: readonly string[], storeId?: string): PricingCatalog | null;
}
