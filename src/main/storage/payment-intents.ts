import type { PaymentIntent } from '#main/core/ports/sale-store.ts';
import { Basket } from '#shared/domain/pricing/basket.ts';
import { Quote } from '#shared/domain/pricing/quote.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

interface IntentRow {
  readonly payment_id: string;
  readonly order_id: string;
  readonly amount_minor: number;
  readonly currency: string;
  readonly created_at: number;
  readonly state: PaymentIntent['state'];
  readonly basket: string;
  readonly quote: string;
}

const parseBasket = storedJson(Basket);
const parseQuote = storedJson(Quote);

const columns = 'payment_id, order_id, amount_minor, currency, created_at, state, basket, quote';

function intentOf(row: IntentRow): PaymentIntent {
  return {
    paymentId: row.payment_id,
    orderId: row.order_id,
    basket: parseBasket(row.basket, `basket of payment ${row.payment_id}`),
    quote: parseQuote(row.quote, `quote of payment ${row.payment_id}`),
    amountMinor: row.amount_minor,
    currency: row.currency,
    createdAt: row.created_at,
    state: row.state,
  };
}

/** Stores an intent; false when its payment id is there already. */
export function addIntent(db: WritableDb, intent: PaymentIntent): boolean {
  return db.immediate(
    () =>
      db.run(
        `INSERT INTO payment_intents (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (payment_id) DO NOTHING`,
        intent.paymentId,
        intent.orderId,
        intent.amountMinor,
        intent.currency,
        intent.createdAt,
        intent.state,
        JSON.stringify(intent.basket),
        JSON.stringify(intent.quote),
      ).changes === 1,
  );
}

export function findIntent(db: ReadableDb, paymentId: string): PaymentIntent | null {
  const row = db.get<IntentRow>(
    `SELECT ${columns} FROM payment_intents WHERE payment_id = ?`,
    paymentId,
  );
  return row === undefined ? null : intentOf(row);
}

/** Payments whose outcome is not known, oldest first; one that cannot be read keeps none from the others. */
export function openPaymentIds(db: ReadableDb): readonly string[] {
  return db
    .tuples<[paymentId: string]>(
      `SELECT payment_id FROM payment_intents WHERE state IN ('pending', 'unsettled')
       ORDER BY created_at, payment_id`,
    )
    .map(([paymentId]) => paymentId);
}

/** Changes nothing when the payment id is unknown. Inside a transaction. */
export function setIntentState(
  db: WritableDb,
  paymentId: string,
  state: PaymentIntent['state'],
): void {
  db.run('UPDATE payment_intents SET state = ? WHERE payment_id = ?', state, paymentId);
}
