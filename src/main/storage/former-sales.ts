import type { ReadableDb, WritableDb } from './sqlite.ts';

/** Movements of the orders whose `order.completed` events are numbered so; JSON, so that it is one scan for all. */
const ofEvents = `order_id IN (
  SELECT e.order_id FROM json_each(?) numbered
  JOIN outbox_events e ON e.device_seq = numbered.value WHERE e.type = 'order.completed'
)`;
const ofEventsFrom = `order_id IN (
  SELECT order_id FROM outbox_events WHERE device_seq >= ? AND type = 'order.completed'
)`;

/**
 * This device is another one to head office from now on. What was told is the old one's; what waits in the
 * outbox, or was refused and may be sent once more, will be told by the new one. STK-25
 */
export function endFormerSales(db: WritableDb): void {
  db.run(
    `UPDATE stock_movements SET former = 1
     WHERE former = 0 AND order_id IS NOT NULL AND order_id NOT IN (
       SELECT order_id FROM outbox_events
       WHERE type = 'order.completed' AND order_id IS NOT NULL AND (
         device_seq > (SELECT answered_through FROM outbox_state)
         OR device_seq IN (SELECT device_seq FROM outbox_set_aside)
       )
     )`,
  );
}

/**
 * Head office has these from a former one of this device after all: an answer was lost, or they were sent
 * again. Head office may have been told of them as sold by this one, and holds units for them: those are given
 * back and not sold, since others may have been promised them. STK-26
 */
export function learnFormerSales(db: WritableDb, deviceSeqs: readonly number[]): void {
  if (deviceSeqs.length === 0) return;
  const numbered = JSON.stringify(deviceSeqs);
  for (const { store, sku, quantity } of salesOf(db, `former = 0 AND ${ofEvents}`, numbered)) {
    db.run(
      `UPDATE stock_allotments SET sold = sold - min(sold, ?), returned = returned + min(sold, ?),
         due_at = 0
       WHERE store = ? AND sku = ?`,
      quantity,
      quantity,
      store,
      sku,
    );
  }
  db.run(`UPDATE stock_movements SET former = 1 WHERE former = 0 AND ${ofEvents}`, numbered);
}

/**
 * Those from there on are sent again: what head office has lost of them arrives as sold by this device. Until
 * it has answered, nobody knows which. STK-26
 */
export function doubtFormerSales(db: WritableDb, fromSeq: number): void {
  for (const { store, sku, quantity } of salesOf(db, `former = 1 AND ${ofEventsFrom}`, fromSeq)) {
    db.run(
      'UPDATE stock_allotments SET sold = sold + ?, due_at = 0 WHERE store = ? AND sku = ?',
      quantity,
      store,
      sku,
    );
  }
  db.run(`UPDATE stock_movements SET former = 0 WHERE former = 1 AND ${ofEventsFrom}`, fromSeq);
}

interface Sold {
  readonly store: string;
  readonly sku: string;
  readonly quantity: number;
}

function salesOf(db: ReadableDb, condition: string, value: string | number): readonly Sold[] {
  return db.all<Sold>(
    `SELECT store, sku, -sum(quantity) AS quantity FROM stock_movements
     WHERE quantity < 0 AND ${condition} GROUP BY store, sku`,
    value,
  );
}
