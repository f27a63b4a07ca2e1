import type { PricedLine, PriceRequest } from '#shared/contract/api/pricing.ts';
import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { checkGoods, type Declaration, productNotFound } from '#shared/domain/sale/check-goods.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, type Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Goods } from './release-catalog.ts';

export type PriceFault = Fault<
  | 'catalog.product_not_found'
  | 'catalog.template_not_found'
  | 'pricing.not_for_sale'
  | 'design.malformed'
  | 'design.not_valid'
>;

/**
 * Prices a basket as a kiosk of the store would: every line must be sold here and its design allowed, then
 * the whole is priced. Pure. API-30 to API-34.
 */
export function priceBasketHere(
  { lines, coupons = [], customer }: PriceRequest['basket'],
  at: UnixMs,
  { records, templates }: Goods,
): Result<Quote, PriceFault> {
  const { jurisdictions } = records.store;
  for (const line of lines) {
    const product = records.products.get(line.sku);
    if (product === undefined) return err(atLine(line, productNotFound(line.sku)));
    const wanted = { ...line, declaration: declarationOf(line) };
    const compiled = templates.get(product.template ?? '') ?? null;
    const checked = checkGoods(product, wanted, compiled, { jurisdictions, at });
    if (!checked.ok) return err(atLine(line, checked.error));
  }
  const basket: Basket = {
    lines: lines.map(basketLine),
    coupons: [...coupons],
    ...(customer === undefined ? {} : { customer }),
    at,
  };
  return priceBasket(basket, records);
}

/** Judged with and forgotten: what is priced does not have it. */
export function declarationOf({
  allergies = [],
  ageYears,
}: {
  readonly allergies?: string[] | undefined;
  readonly ageYears?: number | undefined;
}): Declaration {
  return { allergies, ...(ageYears === undefined ? {} : { ageYears }) };
}

function basketLine({ lineId, sku, quantity, design }: PricedLine): BasketLine {
  return { lineId, sku, quantity, ...(design === undefined ? {} : { design }) };
}

/** Says which line of the basket a fault is about, as the faults of pricing do. */
function atLine<C extends PriceFault['code']>(
  { lineId, sku }: PricedLine,
  { code, message, details }: Fault<C>,
): Fault<C> {
  const more = details !== null && typeof details === 'object' ? details : {};
  return fault(code, message, { ...more, lineId, sku });
}
