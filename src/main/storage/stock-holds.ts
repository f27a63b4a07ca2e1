import type { PaymentIntent, StockMovement, StoreFault } from '#main/core/ports/sale-store.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import { type Shortage, soldOut } from '#shared/domain/stock/sold-out.ts';
import { isLow } from '#shared/domain/stock/target.ts';
import type { Fault } from '#shared/lib/errors.ts';
import { err, type Result } from '#shared/lib/result.ts';
import { type AllotmentRow, findAllotment, freeOf } from './allotment-rows.ts';
import type { WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';

/** Rolls the transaction back that would have taken what is not there. */
class StockSoldOut extends Error {
  readonly store: string;
  readonly shortages: readonly Shortage[];

  constructor(store: string, shortages: readonly Shortage[]) {
    super('There is not enough left');
    this.store = store;
    this.shortages = shortages;
  }
}

/** A write that is refused for stock, after its rollback, is answered, and head office asked for more. STK-36 */
export function orSoldOut<T>(
  db: WritableDb,
  write: () => T,
): Result<T, StoreFault | Fault<'stock.sold_out'>> {
  try {
    return tryWrite(db.file, write);
  } catch (error) {
    if (!(error instanceof StockSoldOut)) throw error;
    const { store, shortages } = error;
    const noted = tryWrite(db.file, () => wantMore(db, store, shortages));
    return noted.ok ? err(soldOut(shortages)) : noted;
  }
}

/** A shopper needs these and they are not there: asked for with the next exchange. */
export function wantMore(
  db: WritableDb,
  store: string,
  shortages: readonly Pick<Shortage, 'sku' | 'wanted'>[],
): void {
  db.immediate(() => {
    for (const { sku, wanted } of shortages) {
      db.run(
        `UPDATE stock_allotments SET wanted = max(wanted, ?), due_at = 0
         WHERE store = ? AND sku = ?`,
        wanted,
        store,
        sku,
      );
    }
  });
}

/**
 * Raises `sold` by what a sale takes; inside its transaction. STK-32, STK-34: what a card was charged for was
 * held before and is never refused, anything else is when it is more than remains.
 * @throws StockSoldOut, which `orSoldOut` answers.
 */
export function takeStock(db: WritableDb, order: Order, movements: readonly StockMovement[]): void {
  const isCharged = order.payments.some(({ id }) => hasIntent(db, id));
  for (const { id } of order.payments) releaseHolds(db, id);
  const taken = takenOf(db, order.store, movements);
  if (!isCharged) refuseShortages(order.store, taken);
  for (const { row, sku, quantity } of taken) {
    if (row === undefined) continue;
    const becomesLow = isLow(row.granted - row.sold - row.returned - quantity, row.level);
    db.run(
      'UPDATE stock_allotments SET sold = sold + ?, due_at = ? WHERE store = ? AND sku = ?',
      quantity,
      becomesLow ? 0 : row.due_at,
      order.store,
      sku,
    );
  }
}

/**
 * Holds what a card payment will take; inside the transaction of its intent. STK-33
 * @throws StockSoldOut, which `orSoldOut` answers.
 */
export function holdStock(
  db: WritableDb,
  { paymentId, quote }: PaymentIntent,
  movements: readonly StockMovement[],
): void {
  const taken = takenOf(db, quote.store, movements);
  refuseShortages(quote.store, taken);
  for (const { sku, quantity } of taken) {
    db.run(
      'INSERT INTO stock_holds (payment_id, sku, store, quantity) VALUES (?, ?, ?, ?)',
      paymentId,
      sku,
      quote.store,
      quantity,
    );
  }
}

/** A payment has ended: what it held is sold by now, or free again. */
export function releaseHolds(db: WritableDb, paymentId: string): void {
  db.run('DELETE FROM stock_holds WHERE payment_id = ?', paymentId);
}

interface Taken {
  readonly sku: string;
  readonly quantity: number;
  readonly free: number;
  /** Without one nothing limits the sale. */
  readonly row: AllotmentRow | undefined;
}

function takenOf(db: WritableDb, store: string, movements: readonly StockMovement[]): Taken[] {
  return movements
    .filter(({ quantity }) => quantity < 0)
    .map(({ sku, quantity }) => {
      const row = findAllotment(db, store, sku);
      const free = row === undefined ? Number.POSITIVE_INFINITY : freeOf(db, row);
      return { sku, quantity: -quantity, free, row };
    });
}

function refuseShortages(store: string, taken: readonly Taken[]): void {
  const short = taken.filter(({ quantity, free }) => quantity > free);
  if (short.length === 0) return;
  throw new StockSoldOut(
    store,
    short.map(({ sku, quantity, free }) => ({ sku, wanted: quantity, remaining: free })),
  );
}

function hasIntent(db: WritableDb, paymentId: string): boolean {
  return (
    db.value<number>('SELECT 1 FROM payment_intents WHERE payment_id = ?', paymentId) !== undefined
  );
}
