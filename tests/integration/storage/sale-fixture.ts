import type { PaymentIntent, SaleRecords } from '#main/core/ports/sale-store.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import { testTime, uuid } from './store-fixture.ts';

const en = (text: string) => ({ en: text });

export interface SaleShape {
  readonly orderId: string;
  readonly paymentId: string;
  readonly kind?: 'cash' | 'card';
  readonly quantity?: number;
  readonly customer?: string;
  readonly catalogVersion?: number;
  readonly soldAt?: number;
}

/** Two lipsticks at 19.92 and a promotion of 3.84, with 19 % tax included. */
function testQuote({ quantity = 2, catalogVersion = 1 }: Partial<SaleShape> = {}): Quote {
  const subtotalMinor = 1992 * quantity;
  const totalMinor = subtotalMinor - 384;
  const netMinor = Math.round(totalMinor / 1.19);
  const tax = {
    rate: 'vat',
    label: en('VAT'),
    rateBps: 1900,
    netMinor,
    taxMinor: totalMinor - netMinor,
  };
  return {
    catalogVersion,
    store: 'berlin',
    at: testTime,
    currency: 'EUR',
    pricesIncludeTax: true,
    lines: [
      {
        lineId: 'l1',
        sku: 'LIPSTICK',
        name: en('Lipstick'),
        quantity,
        unitPriceMinor: 1992,
        subtotalMinor,
        discountMinor: 384,
        taxes: [tax],
        taxMinor: tax.taxMinor,
        totalMinor,
        trace: [],
      },
    ],
    promotions: [
      { promotion: 'two-for-less', name: en('Two'), discountMinor: 384, applications: 2 },
    ],
    unusedCoupons: [],
    subtotalMinor,
    discountMinor: 384,
    taxes: [tax],
    taxMinor: tax.taxMinor,
    totalMinor,
    cashTotalMinor: totalMinor,
    cashRoundingMinor: 0,
  };
}

export function testOrder(shape: SaleShape, number: string): Order {
  const quote = testQuote(shape);
  const amountMinor = quote.totalMinor;
  return {
    id: shape.orderId,
    number,
    device: 'D7K2M',
    store: 'berlin',
    soldAt: shape.soldAt ?? testTime,
    currency: 'EUR',
    basket: {
      lines: [{ lineId: 'l1', sku: 'LIPSTICK', quantity: shape.quantity ?? 2 }],
      coupons: [],
      at: testTime,
      ...(shape.customer === undefined ? {} : { customer: { id: shape.customer } }),
    },
    quote,
    payments: [
      shape.kind === 'card'
        ? {
            id: shape.paymentId,
            kind: 'card',
            amountMinor,
            reference: 'A1',
            scheme: 'VISA',
            maskedPan: '**** 4242',
          }
        : {
            id: shape.paymentId,
            kind: 'cash',
            amountMinor,
            tenderedMinor: amountMinor + 50,
            changeMinor: 50,
          },
    ],
    cashRoundingMinor: 0,
    totalMinor: amountMinor,
  };
}

/** What one sale writes, for `SaleStore.commit`. */
function saleRecords(shape: SaleShape, eventId: string): (number: string) => SaleRecords {
  return (number) => {
    const order = testOrder(shape, number);
    return {
      order,
      movements: [{ sku: 'LIPSTICK', quantity: -(shape.quantity ?? 2) }],
      events: [{ id: eventId, type: 'order.completed', schemaVersion: 1, payload: toldOf(order) }],
      journal: { type: 'sale.completed', payload: { orderId: order.id, number } },
      receipt: { title: number, locale: 'en', blocks: [{ kind: 'title', text: 'Nord' }] },
    };
  };
}

/** The n-th sale of a test: order, payment and event ids are made from `n`. */
export function numberedSale(n: number, fields: Partial<SaleShape> = {}) {
  const shape: SaleShape = { orderId: uuid(1000 + n), paymentId: uuid(2000 + n), ...fields };
  return {
    shape,
    ids: { orderId: shape.orderId, paymentIds: [shape.paymentId] },
    finish: saleRecords(shape, uuid(3000 + n)),
  };
}

export function testIntent(n: number, fields: Partial<PaymentIntent> = {}): PaymentIntent {
  const quote = testQuote();
  return {
    paymentId: uuid(2000 + n),
    orderId: uuid(1000 + n),
    basket: {
      lines: [{ lineId: 'l1', sku: 'LIPSTICK', quantity: 2 }],
      coupons: [],
      at: testTime,
    },
    quote,
    amountMinor: quote.totalMinor,
    currency: 'EUR',
    createdAt: testTime + n,
    state: 'pending',
    ...fields,
  };
}

/** As much of the event as the store compares with the order. */
function toldOf({ id, currency, totalMinor, quote }: Order) {
  const lines = quote.lines.map((price) => ({ sku: price.sku, price }));
  return { orderId: id, currency, totalMinor, lines };
}
