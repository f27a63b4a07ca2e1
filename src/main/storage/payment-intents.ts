import type { PaymentIntent, StockMovement } from '#main/core/ports/sale-store.ts';
import { Basket } from '#shared/domain/pricing/basket.ts';
import { Quote } from '#shared/domain/pricing/quote.ts';
import { addPerson, dropPersonOfPayment, sealedPerson } from './people.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { holdStock, releaseHolds } from './stock-holds.ts';
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
  readonly person: string | null;
}

const parseBasket = storedJson(Basket);
const parseQuote = storedJson(Quote);

const columns =
  'payment_id, order_id, amount_minor, currency, created_at, state, basket, quote, person';

const endsWithoutSale: ReadonlySet<PaymentIntent['state']> = new Set<PaymentIntent['state']>([
  'declined',
  'cancelled',
  'timeout',
  'reversed',
]);

function intentOf(db: ReadableDb, row: IntentRow): PaymentIntent {
  const person = row.person === null ? undefined : sealedPerson(db, row.person);
  return {
    paymentId: row.payment_id,
    orderId: row.order_id,
    basket: parseBasket(row.basket, `basket of payment ${row.payment_id}`),
    quote: parseQuote(row.quote, `quote of payment ${row.payment_id}`),
    amountMinor: row.amount_minor,
    currency: row.currency,
    createdAt: row.created_at,
    state: row.state,
    ...(person === undefined ? {} : { person }),
  };
}

/** Stores an intent, with the contact that was left for it; false when its payment id is there already. */
export function addIntent(
  db: WritableDb,
  intent: PaymentIntent,
  movements: readonly StockMovement[],
): boolean {
  const { orderId, createdAt, person } = intent;
  return db.immediate(() => {
    const { changes } = db.run(
      `INSERT INTO payment_intents (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (payment_id) DO NOTHING`,
      intent.paymentId,
      orderId,
      intent.amountMinor,
      intent.currency,
      createdAt,
      intent.state,
      JSON.stringify(intent.basket),
      JSON.stringify(intent.quote),
      person?.id ?? null,
    );
    if (changes === 0) return false;
    holdStock(db, intent, movements);
    if (person !== undefined) {
      addPerson(db, person, { orderId, store: intent.quote.store, at: createdAt });
    }
    return true;
  });
}

export function findIntent(db: ReadableDb, paymentId: string): PaymentIntent | null {
  const row = db.get<IntentRow>(
    `SELECT ${columns} FROM payment_intents WHERE payment_id = ?`,
    paymentId,
  );
  return row === undefined ? null : intentOf(db, row);
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
  if (!endsWithoutSale.has(state)) return;
  releaseHolds(db, paymentId);
  dropPersonOfPayment(db, paymentId);
}
