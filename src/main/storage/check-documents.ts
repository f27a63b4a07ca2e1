import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
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
  const expectedOf = expectationReader(db);
  let last = 0;
  for (;;) {
    const rows = db.tuples<OrderRow>(
      'SELECT number_seq, number, document FROM orders WHERE number_seq > ? ORDER BY number_seq LIMIT ?',
      last,
      ordersPerPage,
    );
    for (const [sequence, number, document] of rows) {
      last = sequence;
      const found = problemOf(db, number, document, expectedOf);
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
  expectedOf: (order: Order) => Expected | null,
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
  const expected = expectedOf(order);
  if (expected !== null && JSON.stringify(moved) !== expected.movements) {
    return { check: 'order-stock', problem: 'did not take from stock what it sold' };
  }
  return toldOtherwise(db, order, expected)
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
function toldOtherwise(
  db: ReadableDb,
  { id, quote, totalMinor, currency }: Order,
  expected: Expected | null,
): boolean {
  const payload = db.value<string>(
    `SELECT payload FROM outbox_events WHERE order_id = ? AND type = 'order.completed'`,
    id,
  );
  // Its absence is found by a check of its own.
  if (payload === undefined) return false;
  const told: { readonly [key: string]: unknown } = JSON.parse(payload);
  if (told.totalMinor !== totalMinor || told.currency !== currency) return true;
  const lines = canonicalJson(
    Array.isArray(told.lines) ? told.lines.map(({ price }) => price) : [],
  );
  const isAs = (own: Pick<Quote, 'lines'>) => canonicalJson(own.lines) === lines;
  // Which of its languages is the store's, only the catalog knows.
  const locales = expected === null ? languagesOf(quote) : [expected.locale];
  // Before SAL-37 a sale was told in every language.
  return !isAs(quote) && !locales.some((locale) => isAs(toldTexts(quote, locale)));
}

/** What an order's catalog makes of it. */
interface Expected {
  /** As JSON: what it takes from stock. */
  readonly movements: string;
  /** Of its store. */
  readonly locale: string;
}

/**
 * Reads each order's own catalog version; equal sales are asked once. `null` when the catalog has not what
 * was sold, which is found by checks of its own.
 */
function expectationReader(db: ReadableDb): (order: Order) => Expected | null {
  const catalog = createCatalogReader(db);
  const known = new Map<string, Expected | null>();
  return (order) => {
    const { basket, quote } = order;
    const key = JSON.stringify([quote.catalogVersion, quote.store, basket.lines]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const skus = basket.lines.map(({ sku }) => sku);
    const goods = catalog.pricingCatalog(quote.catalogVersion, skus, quote.store);
    const isComplete = goods !== null && skus.every((sku) => goods.products.has(sku));
    const expected = isComplete
      ? { movements: movementsJson(basket, goods), locale: goods.store.locale }
      : null;
    known.set(key, expected);
    return expected;
  };
}

function movementsJson({ lines }: Basket, goods: PricingCatalog): string {
  const movements = stockMovements(lines, goods);
  return JSON.stringify(movements.map(({ sku, quantity }) => [sku, quantity]));
}
