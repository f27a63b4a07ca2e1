import type { Order } from '#shared/domain/sale/order.ts';
import type { WritableDb } from './sqlite.ts';

/** Writes an order with its lines, taxes, promotions and payments; inside the sale's transaction. */
export function insertOrder(db: WritableDb, order: Order, sequence: number): void {
  const { quote } = order;
  db.run(
    `INSERT INTO orders (id, number, number_seq, device, store, sold_at, currency, catalog_version,
       customer, prices_include_tax, subtotal_minor, discount_minor, tax_minor,
       cash_rounding_minor, total_minor, document)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    order.id,
    order.number,
    sequence,
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
    JSON.stringify(order),
  );
  insertLines(db, order);
  insertTaxes(db, order);
  insertPromotions(db, order);
  insertPayments(db, order);
}

function insertLines(db: WritableDb, order: Order): void {
  for (const [position, line] of order.quote.lines.entries()) {
    db.run(
      `INSERT INTO order_lines (order_id, position, sku, quantity, unit_price_minor,
         subtotal_minor, discount_minor, tax_minor, total_minor)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      order.id,
      position,
      line.sku,
      line.quantity,
      line.unitPriceMinor,
      line.subtotalMinor,
      line.discountMinor,
      line.taxMinor,
      line.totalMinor,
    );
  }
}

function insertTaxes(db: WritableDb, order: Order): void {
  for (const [position, tax] of order.quote.taxes.entries()) {
    db.run(
      `INSERT INTO order_taxes (order_id, position, rate, rate_bps, net_minor, tax_minor)
       VALUES (?, ?, ?, ?, ?, ?)`,
      order.id,
      position,
      tax.rate,
      tax.rateBps,
      tax.netMinor,
      tax.taxMinor,
    );
  }
}

function insertPromotions(db: WritableDb, order: Order): void {
  for (const [position, applied] of order.quote.promotions.entries()) {
    db.run(
      `INSERT INTO order_promotions (order_id, position, promotion, applications, discount_minor)
       VALUES (?, ?, ?, ?, ?)`,
      order.id,
      position,
      applied.promotion,
      applied.applications,
      applied.discountMinor,
    );
  }
}

function insertPayments(db: WritableDb, order: Order): void {
  for (const payment of order.payments) {
    const isCash = payment.kind === 'cash';
    db.run(
      `INSERT INTO payments (id, order_id, kind, amount_minor, tendered_minor, change_minor,
         reference)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      payment.id,
      order.id,
      payment.kind,
      payment.amountMinor,
      isCash ? payment.tenderedMinor : null,
      isCash ? payment.changeMinor : null,
      isCash ? null : payment.reference,
    );
  }
}
