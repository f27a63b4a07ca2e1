import type { UnixMs } from '../../lib/time.ts';
import type { LocalizedText } from '../catalog/primitives.ts';
import type { ProductRecord } from '../catalog/product.ts';
import { openSale } from './open-sale.ts';
import { contextAlone } from './price-alone.ts';
import type { PricingCatalog } from './pricing-catalog.ts';
import { chargeUnits } from './sale-state.ts';
import { chargeBase } from './steps/base.ts';
import { applyLinePromotions } from './steps/line-promotions.ts';
import { applyPriceList } from './steps/price-list.ts';

/** What one piece costs anybody, in minor units: with or without tax as the store's prices are. */
export interface ShelfPrice {
  /** Before promotions. */
  readonly regularMinor: number;
  /** After the line promotions; never more than `regularMinor`. */
  readonly priceMinor: number;
  /** Those that took something off, in their order. */
  readonly promotions: readonly ShelfPromotion[];
}

interface ShelfPromotion {
  readonly promotion: string;
  readonly name: LocalizedText;
}

/**
 * PRC-101, PRC-102: the price of one piece, by the pipeline's own steps. `optionsOf` is asked for
 * `custom` products: what the design that is meant adds to a unit of that base price. `null` when it
 * does not know, or when the product is not for sale here and now.
 */
export function shelfPrice(
  product: ProductRecord,
  at: UnixMs,
  catalog: PricingCatalog,
  optionsOf: (unitBaseMinor: number) => number | null,
): ShelfPrice | null {
  const { sku, name: label, type } = product;
  const context = contextAlone({ lineId: sku, sku, quantity: 1 }, at, catalog);
  const opened = openSale(context);
  const based = opened.ok ? chargeBase(opened.value, context) : opened;
  if (!based.ok) return null;
  const lines = [];
  for (const line of based.value.lines) {
    const unitMinor = type === 'custom' ? optionsOf(line.unitBaseMinor) : 0;
    if (unitMinor === null) return null;
    lines.push(chargeUnits(line, { step: 'options', ref: sku, label, unitMinor }));
  }
  const listed = applyPriceList({ ...based.value, lines }, context);
  const offered = listed.ok ? applyLinePromotions(listed.value, context) : listed;
  const [line] = offered.ok ? offered.value.lines : [];
  if (!offered.ok || line === undefined) return null;
  return {
    regularMinor: line.unitPriceMinor,
    priceMinor: line.leftMinor,
    promotions: offered.value.applied.map(({ promotion: { record } }) => ({
      promotion: record.id,
      name: record.name,
    })),
  };
}
