import type { PaymentStage } from '#shared/contract/ipc/checkout.ts';
import { cardPayment } from '#shared/domain/sale/card.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import { stockMovements } from '#shared/domain/sale/stock-movements.ts';
import { assertNever, required } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { EventSink } from '../ports/events.ts';
import type { Logger } from '../ports/logger.ts';
import type { PaymentTerminal, TerminalAnswer } from '../ports/payment-terminal.ts';
import type { PaymentIntent, SaleFault } from '../ports/sale-store.ts';
import { type CommitPorts, catalogOfQuote, commitSale } from './commit-sale.ts';
import type { PaidSale } from './sale-records.ts';

export interface CardPorts extends CommitPorts {
  readonly terminal: PaymentTerminal;
  readonly events: EventSink;
  readonly logger: Logger;
}

/** Whoever waits for the end of a payment: the cart and the printer. */
export interface PaymentWatcher {
  /** The order is stored. */
  sold(paymentId: string): void;
  /** Nothing was charged, or it was given back. */
  notCharged(paymentId: string): void;
}

type CardFault =
  | Fault<
      | 'payment.declined'
      | 'payment.cancelled'
      | 'payment.timeout'
      | 'payment.reversed'
      | 'payment.unsettled'
    >
  | SaleFault;
type CardResult = Result<Order, CardFault>;

export interface CardPayments {
  /** Charges the card and stores the sale; with an id that is known already, only finishes what began. */
  pay(paymentId: string, sale: Omit<PaidSale, 'payments'>): Promise<CardResult>;
  /** The payment that is being worked on now, or null. */
  running(paymentId: string): Promise<CardResult> | null;
  /** Asks the terminal what became of a payment that is open, and finishes or closes it. */
  settle(intent: PaymentIntent): Promise<CardResult>;
  /** Settles everything that is open; returns how many payments stay so. */
  settleOpen(): Promise<number>;
}

type ClosedState = 'declined' | 'cancelled' | 'timeout' | 'reversed';
type Answer = TerminalAnswer | { readonly outcome: 'unknown' };

/**
 * Card payments, SAL-22 to SAL-29: the intent is on disk before the terminal hears of the payment,
 * and leaves the open states only together with its order, or when nothing was charged.
 */
export function createCardPayments(ports: CardPorts, watcher: PaymentWatcher): CardPayments {
  const { catalog, sales, terminal, events, logger, clock } = ports;
  const work = new Map<string, Promise<CardResult>>();

  /** One piece of work for a payment at a time; whoever asks meanwhile gets its result. */
  function alone(paymentId: string, task: () => Promise<CardResult>): Promise<CardResult> {
    const present = work.get(paymentId);
    if (present !== undefined) return present;
    const promise = task().finally(() => work.delete(paymentId));
    work.set(paymentId, promise);
    return promise;
  }

  function tell({ paymentId, amountMinor }: PaymentIntent, stage: PaymentStage) {
    events.emit('payment.changed', { paymentId, stage, amountMinor });
  }

  async function authorize(intent: PaymentIntent): Promise<CardResult> {
    const { paymentId, amountMinor, currency } = intent;
    let begun: Result<boolean, SaleFault> | null = null;
    try {
      const goods = catalogOfQuote(catalog, intent.quote);
      begun = sales.beginIntent(intent, stockMovements(intent.basket.lines, goods));
    } finally {
      // Not written down, not asked for: the shopper is free again.
      if (begun?.ok !== true) watcher.notCharged(paymentId);
    }
    if (!begun.ok) return begun;
    if (!begun.value) return lookUp(intent);
    const answer = await reached(paymentId, () =>
      terminal.authorize({ paymentId, amountMinor, currency }, (stage) => tell(intent, stage)),
    );
    return conclude(intent, answer);
  }

  async function lookUp(intent: PaymentIntent): Promise<CardResult> {
    return conclude(
      intent,
      await reached(intent.paymentId, () => terminal.lookup(intent.paymentId)),
    );
  }

  /** A terminal that fails to answer leaves the payment in doubt, like one whose answer got lost. */
  async function reached<A extends Answer>(paymentId: string, ask: () => Promise<A>) {
    try {
      return await ask();
    } catch (error) {
      logger.error('The card terminal failed', { paymentId, error: String(error) });
      return { outcome: 'lost' } as const;
    }
  }

  async function conclude(intent: PaymentIntent, answer: Answer): Promise<CardResult> {
    switch (answer.outcome) {
      case 'approved':
        return complete(intent, answer);
      case 'declined':
        return close(intent, 'declined', `The card was declined: ${answer.reason}.`);
      case 'cancelled':
        return close(intent, 'cancelled', 'The payment was cancelled.');
      case 'timeout':
        return close(intent, 'timeout', 'No card was presented in time.');
      case 'unknown':
        return forbid(intent);
      case 'lost':
        return leaveOpen(intent, 'The answer of the card terminal got lost.');
      default:
        return assertNever(answer);
    }
  }

  async function complete(
    intent: PaymentIntent,
    approval: Extract<TerminalAnswer, { outcome: 'approved' }>,
  ): Promise<CardResult> {
    const { paymentId, orderId, basket, quote, amountMinor, person } = intent;
    const payments = [cardPayment(paymentId, amountMinor, approval)];
    let committed: Result<Order, SaleFault>;
    try {
      committed = commitSale(ports, { orderId, basket, quote, payments, person });
    } catch (error) {
      return giveBack(intent, error);
    }
    if (!committed.ok) {
      const { code, message } = committed.error;
      return leaveOpen(intent, `The card was charged, but the sale waits: ${message}`, code);
    }
    tell(intent, 'approved');
    watcher.sold(paymentId);
    return committed;
  }

  /** SAL-27: what can never become an order is given back. */
  async function giveBack(intent: PaymentIntent, error: unknown): Promise<CardResult> {
    const { paymentId } = intent;
    logger.error('A charged sale cannot be stored', { paymentId, error: String(error) });
    // A store that cannot even be read leaves this in doubt: the payment stays open.
    const stored = sales.orderByPayment(paymentId);
    if (stored !== null) return ok(stored);
    const answer = await terminal.reverse(paymentId).catch(() => 'lost' as const);
    if (answer === 'lost') {
      return leaveOpen(intent, 'A charged sale cannot be stored and could not be given back yet.');
    }
    return close(intent, 'reversed', 'The sale could not be stored; the card was not charged.');
  }

  /** Whoever may still be on the way to the terminal with this payment comes too late. */
  async function forbid(intent: PaymentIntent): Promise<CardResult> {
    const answer = await terminal.reverse(intent.paymentId).catch(() => 'lost' as const);
    if (answer === 'lost') return leaveOpen(intent, 'The card terminal cannot be reached.');
    return close(intent, 'cancelled', 'The terminal was never asked; nothing was charged.');
  }

  function close(intent: PaymentIntent, state: ClosedState, message: string): CardResult {
    const { paymentId } = intent;
    const stored = sales.setIntentState(paymentId, state);
    // Nothing is lost: still open on disk, it is asked about again and closed then.
    if (!stored.ok) logger.warn('A payment stays open', { paymentId, code: stored.error.code });
    tell(intent, state === 'reversed' ? 'cancelled' : state);
    watcher.notCharged(paymentId);
    return err(fault(`payment.${state}`, message));
  }

  function leaveOpen(intent: PaymentIntent, message: string, reason = 'lost'): CardResult {
    const { paymentId } = intent;
    const stored = sales.setIntentState(paymentId, 'unsettled');
    // `pending` is as open as `unsettled`.
    if (!stored.ok) logger.warn('A payment stays pending', { paymentId, code: stored.error.code });
    tell(intent, 'unsettled');
    return err(fault('payment.unsettled', message, { reason }));
  }

  async function settle(intent: PaymentIntent): Promise<CardResult> {
    const { paymentId } = intent;
    const present = work.get(paymentId);
    if (present !== undefined) return present;
    const order = sales.orderByPayment(paymentId);
    if (order !== null) return ok(order);
    switch (intent.state) {
      case 'pending':
      case 'unsettled':
        return alone(paymentId, () => lookUp(intent));
      case 'committed':
        throw new Error(`Invariant broken: payment ${paymentId} is committed without an order`);
      default:
        return err(fault(`payment.${intent.state}`, 'The payment ended without a charge.'));
    }
  }

  /** A payment that cannot even be asked about must not keep the others from it. */
  async function isSettled(paymentId: string): Promise<boolean> {
    try {
      const settled = await settle(required(sales.intent(paymentId), `payment ${paymentId}`));
      return settled.ok || settled.error.code !== 'payment.unsettled';
    } catch (error) {
      logger.error('A payment could not be settled', { paymentId, error: String(error) });
      return false;
    }
  }

  return {
    pay: (paymentId, sale) =>
      alone(paymentId, () =>
        authorize({
          ...sale,
          paymentId,
          amountMinor: sale.quote.totalMinor,
          currency: sale.quote.currency,
          createdAt: clock.now(),
          state: 'pending',
        }),
      ),
    running: (paymentId) => work.get(paymentId) ?? null,
    settle,
    async settleOpen() {
      let open = 0;
      for (const paymentId of sales.openPaymentIds()) {
        // Whoever is waiting at the terminal now is not in doubt.
        if (work.has(paymentId)) continue;
        if (!(await isSettled(paymentId))) open += 1;
      }
      return open;
    },
  };
}
