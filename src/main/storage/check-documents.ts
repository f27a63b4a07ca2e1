import type { Quote } from '#shared/domain/pricing/quote.ts';
import { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { Order } from '#shared/domain/sale/order.ts';
import { stockMovements } from '#shared/domain/sale/stock-movements.ts';
import { languagesOf, toldTexts } from '#shared/domain/sale/told-texts.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { createCatalogReader } from './catalog-reader.ts';
import { tableUnlike } from './order-rows.ts';
import type { ReadableDb } from './sqlite.ts';
import type { StoreFinding } from './store-finding.ts';
import { storedJson } from './stored-json.ts';

const ordersPerPage = 200;
/** At most so many orders are named. */
const mostNamed = 20;

type OrderRow = readonly [sequence: number, number: string, document: string];
type Found = Omit<StoreFinding, 'message'> & { readonly problem: string };

const parseOrder = storedJson(Order);
const parseReceipt = storedJson(ReceiptDocument);

/**
 * Reads every order's document and compares it with all that was written from it: rows, stock, and the
 * events for head office. What `orders` and `reprice` read is thereby what was sold. STO-70.
 */
export function checkDocuments(db: ReadableDb): readonly StoreFinding[] {
  const findings: StoreFinding[] = [];
  const movementsOf = movementReader(db);
  let last = 0;
  for (;;) {
    const rows = db.tuples<OrderRow>(
      'SELECT number_seq, number, document FROM orders WHERE number_seq > ? ORDER BY number_seq LIMIT ?',
      last,
      ordersPerPage,
    );
    for (const [sequence, number, document] of rows) {
      last = sequence;
      const found = problemOf(db, number, document, movementsOf);
      if (found === null) continue;
      findings.push({ check: found.check, message: `order ${number} ${found.problem}` });
      if (findings.length >= mostNamed) return findings;
    }
    if (rows.length < ordersPerPage) return findings;
  }
}

/** Every print job holds a document that can be printed. */
export function checkPrintJobs(db: ReadableDb): readonly StoreFinding[] {
  const findings: StoreFinding[] = [];
  let last = 0;
  for (;;) {
    const rows = db.tuples<[id: number, document: string]>(
      'SELECT id, document FROM print_jobs WHERE id > ? ORDER BY id LIMIT ?',
      last,
      ordersPerPage,
    );
    for (const [id, document] of rows) {
      last = id;
      if (isReadable(document)) continue;
      findings.push({ check: 'print-jobs', message: `print job ${id} cannot be read` });
      if (findings.length >= mostNamed) return findings;
    }
    if (rows.length < ordersPerPage) return findings;
  }
}

function isReadable(document: string): boolean {
  try {
    parseReceipt(document, 'document of a print job');
    return true;
  } catch {
    return false;
  }
}

function problemOf(
  db: ReadableDb,
  number: string,
  document: string,
  movementsOf: (order: Order) => string | null,
): Found | null {
  const order = readOrder(document, number);
  if (order === null)
    return { check: 'order-document', problem: 'has a document that cannot be read' };
  const table = tableUnlike(db, order);
  if (table !== null) {
    return { check: 'order-document', problem: `is not what its document says in ${table}` };
  }
  if (order.totalMinor !== order.quote.totalMinor + order.cashRoundingMinor) {
    return { check: 'order-document', problem: 'is not the total of its quote' };
  }
  const moved = db.tuples<[sku: string, quantity: number]>(
    'SELECT sku, quantity FROM stock_movements WHERE order_id = ? ORDER BY sku',
    order.id,
  );
  const sold = movementsOf(order);
  if (sold !== null && JSON.stringify(moved) !== sold) {
    return { check: 'order-stock', problem: 'did not take from stock what it sold' };
  }
  return toldOtherwise(db, order)
    ? { check: 'order-outbox', problem: 'was told otherwise to head office' }
    : null;
}

function readOrder(document: string, number: string): Order | null {
  try {
    return parseOrder(document, `order ${number}`);
  } catch {
    return null;
  }
}

/** The events have hashes of their own: whoever changes an order changes it against them. */
function toldOtherwise(db: ReadableDb, { id, quote, totalMinor, currency }: Order): boolean {
  const payload = db.value<string>(
    `SELECT payload FROM outbox_events WHERE order_id = ? AND type = 'order.completed'`,
    id,
  );
  // Its absence is found by a check of its own.
  if (payload === undefined) return false;
  const told: { readonly [key: string]: unknown } = JSON.parse(payload);
  if (told.totalMinor !== totalMinor || told.currency !== currency) return true;
  const lines = Array.isArray(told.lines) ? told.lines.map(({ price }) => price) : [];
  const toldLines = canonicalJson(lines);
  const isAs = (own: Pick<Quote, 'lines'>) => canonicalJson(own.lines) === toldLines;
  // Which of them is the store's does not matter here; before SAL-37 a sale was told in every language.
  return !isAs(quote) && !languagesOf(quote).some((language) => isAs(toldTexts(quote, language)));
}

/**
 * What a sale takes from stock, from its own catalog version; equal sales are asked once. `null` when
 * the catalog has not what was sold, which is found by checks of its own.
 */
function movementReader(db: ReadableDb): (order: Order) => string | null {
  const catalog = createCatalogReader(db);
  const known = new Map<string, string | null>();
  return (order) => {
    const { basket, quote } = order;
    const key = JSON.stringify([quote.catalogVersion, quote.store, basket.lines]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const skus = basket.lines.map(({ sku }) => sku);
    const goods = catalog.pricingCatalog(quote.catalogVersion, skus, quote.store);
    const isComplete = goods !== null && skus.every((sku) => goods.products.has(sku));
    const movements = isComplete ? stockMovements(basket.lines, goods) : null;
    const text =
      movements === null
        ? null
        : JSON.stringify(movements.map(({ sku, quantity }) => [sku, quantity]));
    known.set(key, text);
    return text;
  };
}
