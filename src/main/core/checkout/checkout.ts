import type { Sale } from '#shared/contract/ipc/checkout.ts';
import { buildReceipt, buildReceiptTranslation } from '#shared/domain/receipt/build-receipt.ts';
import { renderHtml } from '#shared/domain/receipt/render-html.ts';
import { renderText } from '#shared/domain/receipt/render-text.ts';
import { receiptTextsIn } from '#shared/domain/receipt/texts.ts';
import { cashPayment } from '#shared/domain/sale/cash.ts';
import type { Order, Payment } from '#shared/domain/sale/order.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Carts, PayableCart } from '../cart/carts.ts';
import type { Handlers } from '../handlers.ts';
import { sealPerson } from '../people/seal-person.ts';
import type { SoldHandOffs } from '../ports/hand-offs.ts';
import type { SaleFault } from '../ports/sale-store.ts';
import type { SealedPerson } from '../ports/sealed-person.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { type CardPorts, createCardPayments } from './card-payments.ts';
import { catalogOfQuote, commitSale } from './commit-sale.ts';
import { createSettlement } from './settlement.ts';

export interface CheckoutPorts extends CardPorts {
  /** Keeps the keys of contacts that customers leave. */
  readonly secretBox: SecretBox;
  readonly handOffs: SoldHandOffs;
  /** Told after every sale that a receipt waits. */
  readonly printQueue: { wake(): void };
}

type CheckoutHandlers = Handlers<
  | 'checkout.payCash'
  | 'checkout.payCard'
  | 'checkout.cancelCard'
  | 'checkout.settle'
  | 'receipt.get'
>;

export interface Checkout {
  readonly handlers: CheckoutHandlers;
  /** Finishes or closes what a crash or a lost answer left open, and goes on trying. Called at start. */
  settleOpenPayments(): Promise<void>;
  stop(): void;
}

/** A receipt on a screen has the width of common 80 mm paper. */
const screenColumns = 42;

export function createCheckout(ports: CheckoutPorts, carts: Carts): Checkout {
  const { catalog, sales, handOffs, ids, terminal, logger, printQueue } = ports;
  const cards = createCardPayments(ports, {
    sold(paymentId) {
      const handOff = carts.finishPayment(paymentId);
      if (handOff !== null) soldHandOff(handOff);
      printQueue.wake();
    },
    notCharged: (paymentId) => carts.cancelPayment(paymentId),
  });
  const settlement = createSettlement(cards.settleOpen, logger);

  /** Beside a sale by card, which is stored already. HOF-9 */
  function soldHandOff(id: string): void {
    const marked = handOffs.markSold(id, ports.clock.now());
    if (!marked.ok) logger.warn('A hand-off was not marked as sold', { reason: marked.error.code });
  }

  /** Stores a sale that was paid on the spot; the cart is free again if that fails. */
  function sell(
    { basket, quote, handOff }: PayableCart,
    payment: Payment,
    person: SealedPerson | undefined,
  ): Result<Order, SaleFault> {
    let order: Result<Order, SaleFault> | null = null;
    try {
      order = commitSale(ports, {
        orderId: ids.next(),
        basket,
        quote,
        payments: [payment],
        person,
        handOff,
      });
    } finally {
      if (order?.ok === true) carts.finishPayment(payment.id);
      else carts.cancelPayment(payment.id);
    }
    if (order.ok) printQueue.wake();
    return order;
  }

  return {
    handlers: {
      'checkout.payCash': ({ cartId, revision, paymentId, tenderedMinor, contact }) => {
        const sold = sales.orderByPayment(paymentId);
        if (sold !== null) return ok(saleOf(sold));
        if (sales.intent(paymentId) !== null) {
          return err(fault('cart.locked', 'A card payment with this id was begun.'));
        }
        const person = sealPerson(ports, contact);
        const payable = carts.beginPayment(cartId, revision, paymentId);
        if (!payable.ok) return payable;
        const payment = cashPayment(paymentId, payable.value.quote, tenderedMinor);
        if (!payment.ok) {
          carts.cancelPayment(paymentId);
          return payment;
        }
        return saleResult(sell(payable.value, payment.value, person));
      },

      'checkout.payCard': async ({ cartId, revision, paymentId, contact }) => {
        const running = cards.running(paymentId);
        if (running !== null) return saleResult(await running);
        const sold = sales.orderByPayment(paymentId);
        if (sold !== null) return ok(saleOf(sold));
        const begun = sales.intent(paymentId);
        if (begun !== null) return saleResult(await cards.settle(begun));
        const person = sealPerson(ports, contact);
        const payable = carts.beginPayment(cartId, revision, paymentId);
        if (!payable.ok) return payable;
        const { basket, quote } = payable.value;
        if (quote.totalMinor === 0) {
          return saleResult(sell(payable.value, nothingOwed(paymentId), person));
        }
        const sale = { orderId: ids.next(), basket, quote, person };
        const paid = await cards.pay(paymentId, sale).catch((error) => {
          // Whatever failed, the terminal may have been asked.
          settlement.later();
          throw error;
        });
        if (!paid.ok && paid.error.code === 'payment.unsettled') settlement.later();
        return saleResult(paid);
      },

      'checkout.cancelCard': ({ paymentId }) => {
        terminal.cancel(paymentId);
        return ok({});
      },

      'checkout.settle': async ({ paymentId }) => {
        const sold = sales.orderByPayment(paymentId);
        if (sold !== null) return ok(saleOf(sold));
        const intent = sales.intent(paymentId);
        if (intent !== null) return saleResult(await cards.settle(intent));
        return err(fault('order.not_found', `There is no payment ${paymentId}.`));
      },

      'receipt.get': ({ orderId, translatedTo }) => {
        const order = sales.order(orderId);
        if (order === null) return err(fault('order.not_found', `There is no order ${orderId}.`));
        const records = catalogOfQuote(catalog, order.quote);
        const document =
          translatedTo === undefined
            ? buildReceipt(order, records, receiptTextsIn(records.store.locale))
            : buildReceiptTranslation(order, records, receiptTextsIn(translatedTo), translatedTo);
        return ok({
          document,
          html: renderHtml(document),
          text: renderText(document, screenColumns),
        });
      },
    },

    settleOpenPayments: settlement.run,
    stop: settlement.stop,
  };
}

/** SAL-22: a sale that costs nothing needs no terminal. */
function nothingOwed(id: string): Payment {
  return { id, kind: 'cash', amountMinor: 0, tenderedMinor: 0, changeMinor: 0 };
}

function saleResult<E>(order: Result<Order, E>): Result<Sale, E> {
  return order.ok ? ok(saleOf(order.value)) : order;
}

function saleOf({ id, number, pickup, currency, totalMinor, payments }: Order): Sale {
  const toCall = pickup === undefined ? {} : { pickup };
  return { orderId: id, number, ...toCall, currency, totalMinor, payments };
}
