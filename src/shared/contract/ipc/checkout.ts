import { type Static, Type } from 'typebox';
import { CurrencyCode } from '#shared/domain/catalog/primitives.ts';
import { Contact } from '#shared/domain/person/contact.ts';
import { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { Payment, Uuid } from '#shared/domain/sale/order.ts';
import { command, event, query } from '../define.ts';
import { commandFields } from './common.ts';

const closed = { additionalProperties: false };

/** A finished sale, as the thanks screen tells it. */
export const Sale = Type.Object(
  {
    orderId: Uuid,
    number: Type.String(),
    /** Of an order that has to be made first: what is called when it is ready. */
    pickup: Type.Optional(Type.String()),
    currency: CurrencyCode,
    totalMinor: Type.Integer({ minimum: 0 }),
    payments: Type.Array(Payment),
  },
  closed,
);
export type Sale = Static<typeof Sale>;

const payFields = {
  ...commandFields,
  cartId: Uuid,
  /** The revision whose price the shopper agreed to; another one is refused as `cart.changed`. */
  revision: Type.Integer({ minimum: 0 }),
  /** Client-made; a retry with the same id never charges twice. */
  paymentId: Uuid,
  /** What the customer leaves to be reached; sealed before anything of it is stored. */
  contact: Type.Optional(Contact),
};

const payErrors = [
  'cart.empty',
  'cart.locked',
  'cart.changed',
  'design.not_valid',
  'stock.sold_out',
] as const;

/** How far a card payment is. `unsettled`: the answer got lost, and the card may have been charged. */
export const PaymentStage = Type.Enum([
  'waitingForCard',
  'authorizing',
  'approved',
  'declined',
  'cancelled',
  'timeout',
  'unsettled',
]);
export type PaymentStage = Static<typeof PaymentStage>;

/** Paying a cart, and its receipt; the rules are SAL-20 to SAL-28. */
export const checkoutContract = {
  'checkout.payCash': command(
    Type.Object(
      { ...payFields, tenderedMinor: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) },
      closed,
    ),
    Sale,
    [...payErrors, 'payment.insufficient'],
  ),
  /** Answers when the terminal has; `payment.changed` tells the stages meanwhile. */
  'checkout.payCard': command(Type.Object(payFields, closed), Sale, [
    ...payErrors,
    'payment.declined',
    'payment.cancelled',
    'payment.timeout',
    'payment.reversed',
    'payment.unsettled',
  ]),
  /** Asks the terminal to stop waiting; the payment command then answers. */
  'checkout.cancelCard': command(
    Type.Object({ ...commandFields, paymentId: Uuid }, closed),
    Type.Object({}, closed),
  ),
  /** Asks the terminal again about a payment whose answer was lost. */
  'checkout.settle': command(Type.Object({ ...commandFields, paymentId: Uuid }, closed), Sale, [
    'payment.declined',
    'payment.cancelled',
    'payment.timeout',
    'payment.reversed',
    'payment.unsettled',
    'stock.sold_out',
    'order.not_found',
  ]),
  /** `translatedTo` a language (ISO 639) it is not the receipt, but the same to read (SAL-68). */
  'receipt.get': query(
    Type.Object(
      { orderId: Uuid, translatedTo: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}$' })) },
      closed,
    ),
    Type.Object({ document: ReceiptDocument, html: Type.String(), text: Type.String() }, closed),
    ['order.not_found'],
  ),
} as const;

/** What a card payment tells on its way. */
export const checkoutEvents = {
  'payment.changed': event(
    Type.Object({ paymentId: Uuid, stage: PaymentStage, amountMinor: Type.Integer() }, closed),
  ),
} as const;
