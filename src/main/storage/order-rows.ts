import type { Order } from '#shared/domain/sale/order.ts';
import type { ReadableDb, SqlValue, WritableDb } from './sqlite.ts';

type Row = readonly SqlValue[];

/** A table that holds something of every order, by position in it or by a key of its own. */
interface OrderTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** The values of `columns`, in the order in which the rows are read back. */
  readonly rows: (order: Order) => readonly Row[];
}

/** Everything that is stored of an order besides its document, made from it alone. */
const tables: readonly OrderTable[] = [
  {
    table: 'order_lines',
    columns: [
      'position',
      'sku',
      'quantity',
      'unit_price_minor',
      'subtotal_minor',
      'discount_minor',
      'tax_minor',
      'total_minor',
    ],
    rows: ({ quote }) =>
      quote.lines.map((line, position) => [
        position,
        line.sku,
        line.quantity,
        line.unitPriceMinor,
        line.subtotalMinor,
        line.discountMinor,
        line.taxMinor,
        line.totalMinor,
      ]),
  },
  {
    table: 'order_taxes',
    columns: ['position', 'rate', 'rate_bps', 'net_minor', 'tax_minor'],
    rows: ({ quote }) =>
      quote.taxes.map((tax, position) => [
        position,
        tax.rate,
        tax.rateBps,
        tax.netMinor,
        tax.taxMinor,
      ]),
  },
  {
    table: 'order_promotions',
    columns: ['position', 'promotion', 'applications', 'discount_minor'],
    rows: ({ quote }) =>
      quote.promotions.map((applied, position) => [
        position,
        applied.promotion,
        applied.applications,
        applied.discountMinor,
      ]),
  },
  {
    table: 'payments',
    columns: ['id', 'kind', 'amount_minor', 'tendered_minor', 'change_minor', 'reference'],
    rows: ({ payments }) =>
      payments
        .map((payment): Row => {
          const { id, kind, amountMinor } = payment;
          return payment.kind === 'cash'
            ? [id, kind, amountMinor, payment.tenderedMinor, payment.changeMinor, null]
            : [id, kind, amountMinor, null, null, payment.reference];
        })
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  },
];

const orderColumns = [
  'number',
  'device',
  'store',
  'sold_at',
  'currency',
  'catalog_version',
  'customer',
  'prices_include_tax',
  'subtotal_minor',
  'discount_minor',
  'tax_minor',
  'cash_rounding_minor',
  'total_minor',
] as const;

function orderRow(order: Order): Row {
  const { quote } = order;
  return [
    order.number,
    order.device,
    order.store,
    order.soldAt,
    order.currency,
    quote.catalogVersion,
    order.basket.customer?.id ?? null,
    quote.pricesIncludeTax ? 1 : 0,
    quote.subtotalMinor,
    quote.discountMinor,
    quote.taxMinor,
    order.cashRoundingMinor,
    order.totalMinor,
  ];
}

const insertOrderSql = insertion('orders', ['id', 'number_seq', 'document', ...orderColumns]);
const insertSqls = new Map(
  tables.map(({ table, columns }) => [table, insertion(table, ['order_id', ...columns])]),
);

/** Writes an order with its lines, taxes, promotions and payments; inside the sale's transaction. */
export function insertOrder(db: WritableDb, order: Order, sequence: number): void {
  db.run(insertOrderSql, order.id, sequence, JSON.stringify(order), ...orderRow(order));
  for (const { table, rows } of tables) {
    const sql = insertSqls.get(table) ?? '';
    for (const row of rows(order)) db.run(sql, order.id, ...row);
  }
}

/** The first table whose rows are not those that the order's document makes; `null`: all are. */
export function tableUnlike(db: ReadableDb, order: Order): string | null {
  const stored = db.tuples(`SELECT ${orderColumns.join(', ')} FROM orders WHERE id = ?`, order.id);
  if (!equal(stored, [orderRow(order)])) return 'orders';
  const wrong = tables.find(({ table, columns, rows }) => {
    const sql = `SELECT ${columns.join(', ')} FROM ${table} WHERE order_id = ? ORDER BY ${columns[0]}`;
    return !equal(db.tuples(sql, order.id), rows(order));
  });
  return wrong?.table ?? null;
}

function insertion(table: string, columns: readonly string[]): string {
  const marks = columns.map(() => '?').join(', ');
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`;
}

function equal(a: readonly Row[], b: readonly Row[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
