import type { PriceRecord } from '../catalog/price.ts';
import type { ProductRecord } from '../catalog/product.ts';
import type { PromotionRecord } from '../catalog/promotion.ts';
import type { StoreRecord } from '../catalog/store.ts';
import type { TaxClassRecord } from '../catalog/tax-class.ts';
import type { TemplateRecord } from '../catalog/template.ts';

/**
 * The part of one catalog version that pricing a basket needs, gathered before anything is
 * computed. Extra records change nothing.
 */
export interface PricingCatalog {
  /** The catalog version that every record was read at. */
  readonly version: number;
  readonly store: StoreRecord;
  readonly products: ReadonlyMap<string, ProductRecord>;
  /** By SKU: every price of that SKU, the chain's and this store's, in any order. */
  readonly prices: ReadonlyMap<string, readonly PriceRecord[]>;
  readonly templates: ReadonlyMap<string, TemplateRecord>;
  readonly taxClasses: ReadonlyMap<string, TaxClassRecord>;
  readonly promotions: readonly PromotionRecord[];
}
