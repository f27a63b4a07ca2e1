import { type Fault, fault } from '#shared/lib/errors.ts';

/** Something that there is not enough of, in the item's stock unit. */
export interface Shortage {
  readonly sku: string;
  readonly wanted: number;
  readonly remaining: number;
}

/** The fault for what there is not enough of; `details.short` names each SKU with what remains. STK-30. */
export function soldOut(shortages: readonly Shortage[]): Fault<'stock.sold_out'> {
  const named = shortages.map(
    ({ sku, wanted, remaining }) => `${sku}: ${wanted} wanted, ${remaining} left`,
  );
  return fault('stock.sold_out', `There is not enough of this left (${named.join('; ')}).`, {
    short: shortages.map(({ sku, wanted, remaining }) => ({ sku, wanted, remaining })),
  });
}
