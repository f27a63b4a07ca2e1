import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { stockMovements } from '#shared/domain/sale/stock-movements.ts';
import { type Shortage, soldOut } from '#shared/domain/stock/sold-out.ts';
import { required } from '#shared/lib/assert.ts';
import type { Fault } from '#shared/lib/errors.ts';
import { pricingRecords } from '../catalog/pricing-records.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Logger } from '../ports/logger.ts';
import type { AllotmentReader } from '../ports/stock.ts';

export interface StockPorts {
  readonly catalog: CatalogReader;
  readonly allotments: AllotmentReader;
  readonly logger: Logger;
}

/**
 * Why a cart may not change from `before` to `after`: it would need more of something than this device may
 * sell. What it needed before is not asked again, so that taking out always works. STK-31, STK-36
 */
export function stockProblem(
  { catalog, allotments, logger }: StockPorts,
  version: number,
  before: readonly BasketLine[],
  after: readonly BasketLine[],
): Fault<'stock.sold_out'> | null {
  const skus = [...before, ...after].map(({ sku }) => sku);
  const records = required(pricingRecords(catalog, version, skus), `catalog version ${version}`);
  const needed = new Map(stockMovements(before, records).map((m) => [m.sku, -m.quantity]));
  const store = records.store.id;
  const short: Shortage[] = [];
  for (const movement of stockMovements(after, records)) {
    const { sku } = movement;
    const wanted = -movement.quantity;
    if (wanted <= (needed.get(sku) ?? 0)) continue;
    const free = allotments.free(store, sku);
    if (free !== null && wanted > free) short.push({ sku, wanted, remaining: free });
  }
  if (short.length === 0) return null;
  for (const { sku, wanted } of short) {
    const noted = allotments.want(store, sku, wanted);
    // The shopper is answered all the same; head office is asked for it at the next refusal.
    if (!noted.ok) logger.warn('A want was not noted', { sku, code: noted.error.code });
  }
  return soldOut(short);
}
