import type { SaleRecords, SaleStore } from '#main/core/ports/sale-store.ts';
import { Order } from '#shared/domain/sale/order.ts';
import { assert } from '#shared/lib/assert.ts';
import { deviceCode, takePickupNumber, takeReceiptNumber } from './device.ts';
import { markHandOffSold } from './hand-offs.ts';
import { addJournalEntry } from './journal.ts';
import { insertOrder } from './order-rows.ts';
import { addOutboxEvent } from './outbox.ts';
import { addIntent, findIntent, openPaymentIds, setIntentState } from './payment-intents.ts';
import { addPerson } from './people.ts';
import { addPrintJob } from './print-ledger.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';
import { addMovements } from './stock.ts';
import { orSoldOut, takeStock } from './stock-holds.ts';
import { storedJson } from './stored-json.ts';

type SaleIds = Parameters<SaleStore['commit']>[0];

const parseOrder = storedJson(Order);
const ordersPerPage = 100;

function findOrder(db: ReadableDb, orderId: string): Order | null {
  const document = db.value<string>('SELECT document FROM orders WHERE id = ?', orderId);
  return document === undefined ? null : parseOrder(document, `order ${orderId}`);
}

function findOrderByPayment(db: ReadableDb, paymentId: string): Order | null {
  const orderId = db.value<string>('SELECT order_id FROM payments WHERE id = ?', paymentId);
  return orderId === undefined ? null : findOrder(db, orderId);
}

function findStoredSale(db: ReadableDb, { orderId, paymentIds }: SaleIds): Order | null {
  const byId = findOrder(db, orderId);
  if (byId !== null) return byId;
  for (const paymentId of paymentIds) {
    const byPayment = findOrderByPayment(db, paymentId);
    if (byPayment !== null) return byPayment;
  }
  return null;
}

function writeSale(db: WritableDb, records: SaleRecords, sequence: number): void {
  const { order, movements, events, journal, receipt, person, handOff } = records;
  insertOrder(db, order, sequence);
  takeStock(db, order, movements);
  addMovements(db, order, movements);
  addJournalEntry(db, { ...journal, at: order.soldAt, orderId: order.id });
  addPrintJob(db, order.id, receipt, order.soldAt);
  for (const event of events) addOutboxEvent(db, order.id, event);
  if (person !== undefined) {
    addPerson(db, person, { orderId: order.id, store: order.store, at: order.soldAt });
  }
  if (handOff !== undefined) markHandOffSold(db, handOff, order.soldAt);
  for (const { id } of order.payments) setIntentState(db, id, 'committed');
}

type Finish = Parameters<SaleStore['commit']>[1];

function commitSale(db: WritableDb, sale: SaleIds, finish: Finish): Order {
  return db.immediate(() => {
    const stored = findStoredSale(db, sale);
    if (stored !== null) return stored;
    const { number, sequence } = takeReceiptNumber(db);
    const records = finish(number, (day) => takePickupNumber(db, day));
    assert(
      records.order.id === sale.orderId && records.order.number === number,
      `the records are those of order ${sale.orderId} with number ${number}`,
    );
    writeSale(db, records, sequence);
    return records.order;
  });
}

/** Page by page, so that the caller may write between two orders. */
function* eachOrder(db: ReadableDb): Generator<Order> {
  let last = 0;
  for (;;) {
    const rows = db.all<{ readonly number_seq: number; readonly document: string }>(
      'SELECT number_seq, document FROM orders WHERE number_seq > ? ORDER BY number_seq LIMIT ?',
      last,
      ordersPerPage,
    );
    for (const row of rows) {
      yield parseOrder(row.document, `order number ${row.number_seq}`);
      last = row.number_seq;
    }
    if (rows.length < ordersPerPage) return;
  }
}

function promotionUses(db: ReadableDb, customerId: string): Readonly<Record<string, number>> {
  const rows = db.tuples<[promotion: string, uses: number]>(
    `SELECT p.promotion, sum(p.applications) FROM orders o
     JOIN order_promotions p ON p.order_id = o.id
     WHERE o.customer = ? GROUP BY p.promotion`,
    customerId,
  );
  return Object.fromEntries(rows);
}

export function createSaleStore(db: WritableDb): SaleStore {
  return {
    device: () => ({ code: deviceCode(db) }),
    beginIntent: (intent, movements) => orSoldOut(db, () => addIntent(db, intent, movements)),
    intent: (paymentId) => findIntent(db, paymentId),
    setIntentState: (paymentId, state) =>
      tryWrite(db.file, () => {
        db.immediate(() => setIntentState(db, paymentId, state));
        return null;
      }),
    openPaymentIds: () => openPaymentIds(db),
    commit: (sale, finish) => orSoldOut(db, () => commitSale(db, sale, finish)),
    order: (orderId) => findOrder(db, orderId),
    orderByPayment: (paymentId) => findOrderByPayment(db, paymentId),
    orders: () => eachOrder(db),
    journal: (entry, at) =>
      tryWrite(db.file, () => {
        db.immediate(() => addJournalEntry(db, { ...entry, at, orderId: null }));
        return null;
      }),
    promotionUses: (customerId) => promotionUses(db, customerId),
  };
}
