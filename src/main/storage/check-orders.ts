import type { ReadableDb } from './sqlite.ts';
import type { StoreFinding } from './store-finding.ts';

interface OrderCheck {
  readonly check: string;
  readonly message: string;
  /** Selects the numbers of the orders that are wrong. */
  readonly sql: string;
}

/** At most so many orders are named for each check. */
const mostNamed = 20;

/** The sum of a column over an order's rows in another table. */
function sumOf(table: string, column: string): string {
  return `(SELECT coalesce(sum(${column}), 0) FROM ${table} WHERE order_id = o.id)`;
}

function inDocument(path: string): string {
  return `json_extract(o.document, '$.${path}')`;
}

const checks: readonly OrderCheck[] = [
  {
    check: 'order-lines',
    message: 'is not the sum of its lines',
    sql: `SELECT o.number FROM orders o WHERE
      o.subtotal_minor <> ${sumOf('order_lines', 'subtotal_minor')}
      OR o.discount_minor <> ${sumOf('order_lines', 'discount_minor')}
      OR o.tax_minor <> ${sumOf('order_lines', 'tax_minor')}
      OR o.total_minor - o.cash_rounding_minor <> ${sumOf('order_lines', 'total_minor')}`,
  },
  {
    check: 'order-line-amounts',
    message: 'has a line that does not add up',
    sql: `SELECT o.number FROM orders o WHERE EXISTS (
      SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND (
        l.subtotal_minor <> l.unit_price_minor * l.quantity
        OR l.total_minor <> l.subtotal_minor - l.discount_minor
          + CASE o.prices_include_tax WHEN 1 THEN 0 ELSE l.tax_minor END))`,
  },
  {
    check: 'order-taxes',
    message: 'is not the sum of its taxes',
    sql: `SELECT o.number FROM orders o WHERE
      o.tax_minor <> ${sumOf('order_taxes', 'tax_minor')}`,
  },
  {
    check: 'order-payments',
    message: 'is not what was paid for it',
    sql: `SELECT o.number FROM orders o WHERE
      o.total_minor <> ${sumOf('payments', 'amount_minor')}
      OR NOT EXISTS (SELECT 1 FROM payments WHERE order_id = o.id)
      OR EXISTS (SELECT 1 FROM payments WHERE order_id = o.id AND kind = 'cash'
        AND tendered_minor - change_minor <> amount_minor)`,
  },
  {
    check: 'order-document',
    message: 'is not what its document says',
    sql: `SELECT o.number FROM orders o WHERE
      NOT json_valid(o.document)
      OR ${inDocument('id')} IS NOT o.id
      OR ${inDocument('number')} IS NOT o.number
      OR ${inDocument('soldAt')} IS NOT o.sold_at
      OR ${inDocument('totalMinor')} IS NOT o.total_minor
      OR ${inDocument('cashRoundingMinor')} IS NOT o.cash_rounding_minor
      OR ${inDocument('quote.catalogVersion')} IS NOT o.catalog_version
      OR ${inDocument('quote.subtotalMinor')} IS NOT o.subtotal_minor
      OR ${inDocument('quote.discountMinor')} IS NOT o.discount_minor
      OR ${inDocument('quote.taxMinor')} IS NOT o.tax_minor
      OR json_array_length(o.document, '$.quote.lines') IS NOT
        (SELECT count(*) FROM order_lines WHERE order_id = o.id)
      OR json_array_length(o.document, '$.payments') IS NOT
        (SELECT count(*) FROM payments WHERE order_id = o.id)`,
  },
  {
    check: 'order-catalog',
    message: 'was priced from a catalog version that is not there',
    sql: `SELECT o.number FROM orders o WHERE NOT EXISTS
      (SELECT 1 FROM catalog_versions WHERE version = o.catalog_version)`,
  },
  {
    check: 'order-outbox',
    message: 'has no outbox event',
    sql: `SELECT o.number FROM orders o WHERE NOT EXISTS
      (SELECT 1 FROM outbox_events WHERE order_id = o.id AND type = 'order.completed')`,
  },
  {
    check: 'order-journal',
    message: 'has no journal entry',
    sql: `SELECT o.number FROM orders o WHERE NOT EXISTS
      (SELECT 1 FROM journal WHERE order_id = o.id)`,
  },
  {
    check: 'order-print-job',
    message: 'has no print job',
    sql: `SELECT o.number FROM orders o WHERE NOT EXISTS
      (SELECT 1 FROM print_jobs WHERE order_id = o.id AND kind = 'receipt')`,
  },
  {
    check: 'payment-intents',
    message: 'has a payment whose intent is not closed',
    sql: `SELECT o.number FROM orders o WHERE EXISTS
      (SELECT 1 FROM payments p JOIN payment_intents i ON i.payment_id = p.id
       WHERE p.order_id = o.id AND i.state <> 'committed')`,
  },
];

/** Every order equals its lines, taxes, payments and document, and has all that a sale writes. */
export function checkOrders(db: ReadableDb): readonly StoreFinding[] {
  return checks.flatMap(({ check, message, sql }) =>
    db
      .tuples<[number: string]>(`${sql} ORDER BY o.number_seq LIMIT ?`, mostNamed)
      .map(([number]) => ({ check, message: `order ${number} ${message}` })),
  );
}
