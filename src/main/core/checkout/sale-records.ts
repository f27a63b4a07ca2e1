import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { withoutTypedTexts } from '#shared/domain/customization/typed-texts.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { buildReceipt } from '#shared/domain/receipt/build-receipt.ts';
import type { ReceiptTexts } from '#shared/domain/receipt/receipt-texts.ts';
import type { Order, Payment } from '#shared/domain/sale/order.ts';
import { stockMovements } from '#shared/domain/sale/stock-movements.ts';
import { toldTexts } from '#shared/domain/sale/told-texts.ts';
import { required } from '#shared/lib/assert.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { SaleRecords, StockMovement } from '../ports/sale-store.ts';
import type { SealedPerson } from '../ports/sealed-person.ts';
import { pricedFor } from './priced-for.ts';

/** A paid sale that only lacks its number. */
export interface PaidSale {
  readonly orderId: string;
  readonly basket: Basket;
  readonly quote: Quote;
  readonly payments: readonly Payment[];
  readonly person?: SealedPerson | undefined;
  /** The hand-off that the cart was filled with. */
  readonly handOff?: string | null;
}

/** Where, when and under which ids the sale is written. */
export interface SaleStamp {
  readonly device: string;
  readonly number: string;
  /** Of an order that has to be made first. */
  readonly pickup?: string;
  readonly soldAt: UnixMs;
  readonly eventId: string;
  /** Content of the catalog that the quote is from. */
  readonly catalogHash?: string;
}

/** Everything that one sale writes; pure. `catalog` is read at the quote's version. SAL-30 to SAL-37. */
export function buildSaleRecords(
  sale: PaidSale,
  stamp: SaleStamp,
  catalog: PricingCatalog,
  texts: ReceiptTexts,
): SaleRecords {
  const order = buildOrder(sale, stamp);
  const movements = stockMovements(order.basket.lines, catalog);
  return {
    order,
    movements,
    events: [
      {
        id: stamp.eventId,
        type: 'order.completed',
        schemaVersion: 1,
        payload: {
          ...orderCompleted(order, movements, catalog),
          ...(stamp.catalogHash === undefined ? {} : { catalogHash: stamp.catalogHash }),
        },
      },
    ],
    journal: {
      type: 'sale.completed',
      payload: {
        orderId: order.id,
        number: order.number,
        currency: order.currency,
        totalMinor: order.totalMinor,
        payments: order.payments.map(({ id, kind, amountMinor }) => ({ id, kind, amountMinor })),
      },
    },
    receipt: buildReceipt(order, catalog, texts),
    ...(sale.handOff == null ? {} : { handOff: sale.handOff }),
  };
}

function buildOrder({ orderId, basket, quote, payments }: PaidSale, stamp: SaleStamp): Order {
  const paidInCash = payments.every(({ kind }) => kind === 'cash');
  const cashRoundingMinor = paidInCash ? quote.cashRoundingMinor : 0;
  return {
    id: orderId,
    number: stamp.number,
    ...(stamp.pickup === undefined ? {} : { pickup: stamp.pickup }),
    device: stamp.device,
    store: quote.store,
    soldAt: stamp.soldAt,
    currency: quote.currency,
    basket,
    quote,
    payments: [...payments],
    cashRoundingMinor,
    totalMinor: quote.totalMinor + cashRoundingMinor,
  };
}

function orderCompleted(
  order: Order,
  movements: readonly StockMovement[],
  { store, templates, promotions }: PricingCatalog,
): OrderCompletedV1 {
  const { basket, quote } = order;
  const told = toldTexts(quote, store.locale);
  const designs = new Map(basket.lines.map(({ lineId, design }) => [lineId, design]));
  return {
    orderId: order.id,
    number: order.number,
    device: order.device,
    store: order.store,
    soldAt: order.soldAt,
    pricedAt: quote.at,
    catalogVersion: quote.catalogVersion,
    currency: order.currency,
    lines: told.lines.map((price) => {
      const design = designs.get(price.lineId);
      if (design === undefined) return { sku: price.sku, price };
      const template = required(templates.get(design.template), `template ${design.template}`);
      // SAL-35: an engraving is often a name.
      const { design: untyped, textLengths } = withoutTypedTexts(template, design);
      const lengths = Object.keys(textLengths).length === 0 ? {} : { textLengths };
      return { sku: price.sku, design: untyped, ...lengths, price };
    }),
    ...pricedFor(basket, quote, promotions),
    promotions: told.promotions,
    taxes: told.taxes,
    subtotalMinor: quote.subtotalMinor,
    discountMinor: quote.discountMinor,
    taxMinor: quote.taxMinor,
    cashRoundingMinor: order.cashRoundingMinor,
    totalMinor: order.totalMinor,
    payments: order.payments.map((payment) => ({
      id: payment.id,
      kind: payment.kind,
      amountMinor: payment.amountMinor,
      ...(payment.kind === 'card' ? { scheme: payment.scheme } : {}),
    })),
    movements: movements.map(({ sku, quantity }) => ({ sku, quantity })),
  };
}
