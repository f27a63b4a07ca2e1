import type { Contact } from '#shared/domain/person/contact.ts';
import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { cashPayment } from '#shared/domain/sale/cash.ts';
import { nothingDeclared, productNotFound } from '#shared/domain/sale/check-goods.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { checkLine } from '../cart/check-line.ts';
import { pricingRecords } from '../catalog/pricing-records.ts';
import { sealPerson } from '../people/seal-person.ts';
import type { SaleStore } from '../ports/sale-store.ts';
import { createCardPayments } from './card-payments.ts';
import type { CheckoutPorts } from './checkout.ts';
import { commitSale, QuoteOutdated } from './commit-sale.ts';

export type Tender =
  | { readonly kind: 'cash'; readonly tenderedMinor: number }
  | { readonly kind: 'card' };

/**
 * Sells a whole basket at once, as the command line does: checked, priced, paid and stored by the
 * same steps as a cart. Nobody declares anything here, so rules about age fail closed. SAL-41.
 */
export async function sellBasket(
  ports: CheckoutPorts,
  basket: Basket,
  tender: Tender,
  contact?: Contact,
): Promise<Result<Order, Fault>> {
  for (;;) {
    try {
      return await sellOnce(ports, basket, tender, contact);
    } catch (error) {
      // Another till used the customer's promotion meanwhile: what it costs now is asked again.
      if (!(error instanceof QuoteOutdated)) throw error;
    }
  }
}

async function sellOnce(
  ports: CheckoutPorts,
  basket: Basket,
  tender: Tender,
  contact: Contact | undefined,
): Promise<Result<Order, Fault>> {
  const wanted = withPromotionUses(ports.sales, basket);
  const quote = priceChecked(ports, wanted);
  if (!quote.ok) return quote;

  const person = sealPerson(ports, contact);
  const sale = { orderId: ports.ids.next(), basket: wanted, quote: quote.value, person };
  const paymentId = ports.ids.next();
  if (tender.kind === 'card' && quote.value.totalMinor > 0) {
    const cards = createCardPayments(ports, {
      sold: () => ports.printQueue.wake(),
      notCharged: () => undefined,
    });
    return cards.pay(paymentId, sale);
  }

  const tenderedMinor = tender.kind === 'cash' ? tender.tenderedMinor : 0;
  const payment = cashPayment(paymentId, quote.value, tenderedMinor);
  if (!payment.ok) return payment;
  const usesNow = () => withPromotionUses(ports.sales, basket).customer?.promotionUses;
  const order = commitSale(
    ports,
    { ...sale, payments: [payment.value] },
    () => canonicalJson(usesNow() ?? {}) === canonicalJson(wanted.customer?.promotionUses ?? {}),
  );
  if (order.ok) ports.printQueue.wake();
  return order;
}

function priceChecked({ catalog, clock }: CheckoutPorts, basket: Basket): Result<Quote, Fault> {
  if (basket.lines.length === 0) return err(fault('cart.empty', 'The basket has no lines.'));
  const version = catalog.currentVersion();
  const skus = basket.lines.map(({ sku }) => sku);
  const records = pricingRecords(catalog, version, skus);
  if (records === null) {
    return err(fault('catalog.unavailable', 'No catalog with this store was imported yet.'));
  }
  for (const line of basket.lines) {
    const product = records.products.get(line.sku);
    if (product === undefined) return err(atLine(line, productNotFound(line.sku)));
    const wanted = { ...line, declaration: nothingDeclared };
    const checked = checkLine(catalog, version, clock.now(), product, wanted);
    if (!checked.ok) return err(atLine(line, checked.error));
  }
  const quote = priceBasket(basket, records);
  if (!quote.ok) return quote;
  const unknown = quote.value.unusedCoupons.find(({ reason }) => reason === 'unknown');
  if (unknown !== undefined) {
    const { code } = unknown;
    return err(fault('pricing.coupon_unknown', `There is no coupon ${code}.`, { coupon: code }));
  }
  return ok(quote.value);
}

/** Says which line of the basket a fault is about, as the faults of pricing do. */
function atLine({ lineId, sku }: BasketLine, { code, message }: Fault): Fault {
  return fault(code, message, { lineId, sku });
}

/** A customer's earlier uses of capped promotions, unless the basket tells them itself. */
export function withPromotionUses(sales: SaleStore, basket: Basket): Basket {
  const { customer } = basket;
  if (customer?.id === undefined || customer.promotionUses !== undefined) return basket;
  return { ...basket, customer: { ...customer, promotionUses: sales.promotionUses(customer.id) } };
}
