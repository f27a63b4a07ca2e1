import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import type { Json } from '#shared/lib/canonical-json.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { SealedPerson } from './sealed-person.ts';

/**
 * A card payment that we asked, or are about to ask, the terminal for; written before the
 * terminal hears of it, with everything that is needed to finish or undo the sale after a crash.
 */
export interface PaymentIntent {
  readonly paymentId: string;
  readonly orderId: string;
  readonly basket: Basket;
  readonly quote: Quote;
  readonly amountMinor: number;
  readonly currency: string;
  /** What the customer left; stored with the intent, and worthless when it ends without a sale. */
  readonly person?: SealedPerson | undefined;
  readonly createdAt: UnixMs;
  readonly state:
    | 'pending'
    | 'unsettled'
    | 'committed'
    | 'declined'
    | 'cancelled'
    | 'timeout'
    | 'reversed';
}

/** Something that happened, for the outbox; immutable and versioned. */
export interface DomainEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: Json;
}

/** Goods that left the store, in the item's stock unit; negative for a sale. */
export interface StockMovement {
  readonly sku: string;
  readonly quantity: number;
}

/** Everything that one sale writes. */
export interface SaleRecords {
  readonly order: Order;
  readonly movements: readonly StockMovement[];
  readonly events: readonly DomainEvent[];
  readonly journal: { readonly type: string; readonly payload: Json };
  readonly receipt: ReceiptDocument;
  /** Absent when no contact was left. */
  readonly person?: SealedPerson | undefined;
  /** The hand-off that was sold, and is not sold again. */
  readonly handOff?: string | undefined;
}

/** Takes the next pickup number of a day, such as `D1-417`; days are of the store, as `2026-11-21`. HOF-20 */
type NextPickup = (day: string) => string;

/** The store cannot be written now; nothing was. The same call may succeed later. */
export type StoreFault = Fault<'store.full' | 'store.busy' | 'store.unavailable'>;

/** A sale is not written: also when this device's allotment has not enough left (docs/specs/stock.md). */
export type SaleFault = StoreFault | Fault<'stock.sold_out'>;

/**
 * Orders and card payments on disk. What it answers as stored is durable: it survives a power cut (STO-60
 * to STO-68).
 */
export interface SaleStore {
  /** This device; receipt numbers begin with its code. */
  device(): { readonly code: string };
  /**
   * Stores a new intent durably and holds what its sale will take until the payment ends; false when the
   * payment id is known already. Writes nothing when there is not enough.
   */
  beginIntent(
    intent: PaymentIntent,
    movements: readonly StockMovement[],
  ): Result<boolean, SaleFault>;
  /** `null` when no such payment was ever begun. */
  intent(paymentId: string): PaymentIntent | null;
  /** Durable when it answers; an id that nobody knows changes nothing. */
  setIntentState(paymentId: string, state: PaymentIntent['state']): Result<null, StoreFault>;
  /** Payments whose intent is `pending` or `unsettled`, oldest first. */
  openPaymentIds(): readonly string[];
  /**
   * One IMMEDIATE transaction: allots the next receipt number, lets `finish` make the records with
   * it, writes them all, and closes the intent of the order's payments. When an order with this id
   * or payment is stored already, writes nothing and returns that one. A sale whose payment had an
   * intent is never refused for stock: its goods were held.
   */
  commit(
    sale: { readonly orderId: string; readonly paymentIds: readonly string[] },
    finish: (number: string, nextPickup: NextPickup) => SaleRecords,
  ): Result<Order, SaleFault>;
  /** `null` when no such order is stored. */
  order(orderId: string): Order | null;
  /** The order that a payment belongs to; `null` when none was stored for it. */
  orderByPayment(paymentId: string): Order | null;
  /** All orders, oldest first, read one by one. */
  orders(): Iterable<Order>;
  /** Adds an entry to the journal by itself, for what happens outside a sale. */
  journal(
    entry: { readonly type: string; readonly payload: Json },
    at: UnixMs,
  ): Result<null, StoreFault>;
  /** How often a customer used each promotion in sales stored here. */
  promotionUses(customerId: string): Readonly<Record<string, number>>;
}
