import { Compile } from 'typebox/compile';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { textGroups, withTextsOfLength } from '#shared/domain/customization/typed-texts.ts';
import { Basket, type BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { differences } from '#shared/domain/sale/reprice.ts';
import { toldTexts } from '#shared/domain/sale/told-texts.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** What pricing a sale again gave. */
export interface Repriced {
  /** `unpriceable`: there is no second price to compare with. */
  readonly outcome: 'same' | 'diverges' | 'unpriceable';
  /** Ours, in minor units; `null` when there is none. */
  readonly totalMinor: number | null;
  /** Pointers into the payload where it differs, or why there is no second price. */
  readonly differences: readonly string[];
}

/** More says nothing new. */
const mostDifferences = 50;
const isBasket = Compile(Basket);

/**
 * Prices a sale again from what its event tells and the catalog that it was sold from, and compares every
 * amount that the event has, to the last line of the trace. Pure. API-60 to API-64.
 */
export function priceAgain(sale: OrderCompletedV1, catalog: PricingCatalog): Repriced {
  const lines = basketLines(sale, catalog);
  if (!lines.ok) return unpriceable(lines.error);
  const basket = basketOf(sale, lines.value);
  if (!isBasket.Check(basket)) return unpriceable('The sale is more than one basket holds');
  const quote = priceBasket(basket, catalog);
  if (!quote.ok) return unpriceable(quote.error.message);
  const found = divergence(sale, quote.value, catalog.store.locale);
  return {
    outcome: found.length === 0 ? 'same' : 'diverges',
    totalMinor: saleOf(sale, quote.value).totalMinor,
    differences: found.slice(0, mostDifferences),
  };
}

/** From what is told (SAL-37), or was before that, in every language: whichever is nearer. */
function divergence(sale: OrderCompletedV1, quote: Quote, locale: string): readonly string[] {
  const sold = told(sale);
  const now = differences(sold, saleOf(sale, { ...quote, ...toldTexts(quote, locale) }), '');
  if (now.length === 0) return now;
  const before = differences(sold, saleOf(sale, quote), '');
  return before.length < now.length ? before : now;
}

export function unpriceable(why: string): Repriced {
  return { outcome: 'unpriceable', totalMinor: null, differences: [why] };
}

/** The basket's lines, with texts as long as those that were left out. */
function basketLines(
  { lines }: OrderCompletedV1,
  { templates }: PricingCatalog,
): Result<readonly BasketLine[], string> {
  const made: BasketLine[] = [];
  for (const { sku, design, textLengths = {}, price } of lines) {
    const line = { lineId: price.lineId, sku, quantity: price.quantity };
    if (design === undefined) {
      made.push(line);
      continue;
    }
    const template = templates.get(design.template);
    const texts = new Set(
      template === undefined ? [] : textGroups(template).map((group) => group.id),
    );
    const stranger = Object.keys(textLengths).find((group) => !texts.has(group));
    if (template !== undefined && stranger !== undefined) {
      return err(`line ${line.lineId}: ${template.id} has no text ${stranger}`);
    }
    made.push({ ...line, design: withTextsOfLength(design, textLengths) });
  }
  return ok(made);
}

function basketOf(
  { coupons = [], pricedFor, pricedAt }: OrderCompletedV1,
  lines: readonly BasketLine[],
): Basket {
  const basket = { lines: [...lines], coupons, at: pricedAt };
  if (pricedFor === undefined) return basket;
  const { isKnown, ...customer } = pricedFor;
  // Who it was does not matter to a price; that it was somebody known does.
  return { ...basket, customer: { ...customer, ...(isKnown ? { id: 'known' } : {}) } };
}

type Amounts = Pick<
  OrderCompletedV1,
  | 'store'
  | 'currency'
  | 'promotions'
  | 'taxes'
  | 'subtotalMinor'
  | 'discountMinor'
  | 'taxMinor'
  | 'cashRoundingMinor'
  | 'totalMinor'
> & { readonly lines: readonly { readonly price: Quote['lines'][number] }[] };

/** The part of the event that pricing decides. */
function told(sale: OrderCompletedV1): Amounts {
  const { store, currency, lines, promotions, taxes, subtotalMinor } = sale;
  const { discountMinor, taxMinor, cashRoundingMinor, totalMinor } = sale;
  return {
    store,
    currency,
    lines: lines.map(({ price }) => ({ price })),
    promotions,
    taxes,
    subtotalMinor,
    discountMinor,
    taxMinor,
    cashRoundingMinor,
    totalMinor,
  };
}

/** The same part, as our quote has it. SAL-31 */
function saleOf({ payments }: OrderCompletedV1, quote: Quote): Amounts {
  const { store, currency, lines, promotions, taxes } = quote;
  const { subtotalMinor, discountMinor, taxMinor } = quote;
  const inCash = payments.every(({ kind }) => kind === 'cash');
  const cashRoundingMinor = inCash ? quote.cashRoundingMinor : 0;
  return {
    store,
    currency,
    lines: lines.map((price) => ({ price })),
    promotions,
    taxes,
    subtotalMinor,
    discountMinor,
    taxMinor,
    cashRoundingMinor,
    totalMinor: quote.totalMinor + cashRoundingMinor,
  };
}
