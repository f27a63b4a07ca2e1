import { textIn } from '#shared/domain/catalog/primitives.ts';
import { formatMoney } from '#shared/domain/money/format.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { required } from '#shared/lib/assert.ts';
import { withPromotionUses } from '../../core/checkout/sell-basket.ts';
import { basketFailure, noteUnusedCoupons, readBasket, unknownCoupon } from '../basket-file.ts';
import type { CliContext } from '../context.ts';
import type { Output } from '../output.ts';
import { requireCatalog, requireShop } from '../shop.ts';

/** `quote BASKET.json`: the price and how it came about. */
export function quoteCommand({ store, clock, output, json }: CliContext, file: string): void {
  const basket = withPromotionUses(store.sales, readBasket(file, clock.now()));
  const version = requireCatalog(store);
  requireShop(store, version);
  const skus = basket.lines.map((line) => line.sku);
  const catalog = required(store.catalog.pricingCatalog(version, skus), 'the published catalog');
  const quote = priceBasket(basket, catalog);
  if (!quote.ok) throw basketFailure(file, basket, quote.error);
  const unknown = unknownCoupon(quote.value);
  if (unknown !== null) throw basketFailure(file, basket, unknown);
  if (json) {
    output.line(JSON.stringify(quote.value));
    return;
  }
  explain(output, quote.value);
  noteUnusedCoupons(output, quote.value);
}

function explain(output: Output, quote: Quote): void {
  const money = (amountMinor: number) =>
    formatMoney(amountMinor, quote.currency, 'en').padStart(12);
  for (const line of quote.lines) {
    output.line(`${money(line.totalMinor)}  ${line.quantity} x ${textIn(line.name, 'en')}`);
    for (const entry of line.trace) {
      output.line(`${money(entry.amountMinor)}      ${entry.step}: ${textIn(entry.label, 'en')}`);
    }
  }
  output.line(`${money(quote.taxMinor)}  tax${quote.pricesIncludeTax ? ', included' : ''}`);
  output.line(`${money(quote.totalMinor)}  total`);
  if (quote.cashRoundingMinor !== 0) output.line(`${money(quote.cashTotalMinor)}  in cash`);
}
