import { soldOf } from './allotment-rows.ts';
import type { ReadableDb } from './sqlite.ts';
import type { StoreFinding } from './store-finding.ts';

const mostNamed = 20;

/** Allotments know of every sale, and only payments under way hold anything. STK-37 */
export function checkStock(db: ReadableDb): readonly StoreFinding[] {
  const behind = db
    .tuples<[store: string, sku: string]>(
      `SELECT store, sku FROM stock_allotments a WHERE sold < ${soldOf('a')}
       ORDER BY store, sku LIMIT ?`,
      mostNamed,
    )
    .map(([store, sku]) => ({
      check: 'stock-allotments',
      message: `the allotment of ${sku} in ${store} counts fewer sales than there were`,
    }));
  const idle = db
    .tuples<[paymentId: string]>(
      `SELECT DISTINCT h.payment_id FROM stock_holds h
       JOIN payment_intents i ON i.payment_id = h.payment_id
       WHERE i.state NOT IN ('pending', 'unsettled') ORDER BY 1 LIMIT ?`,
      mostNamed,
    )
    .map(([paymentId]) => ({
      check: 'stock-holds',
      message: `payment ${paymentId} has ended and still holds stock`,
    }));
  return [...behind, ...idle];
}
