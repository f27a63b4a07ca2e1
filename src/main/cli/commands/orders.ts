import { formatMoney } from '#shared/domain/money/format.ts';
import type { CliContext } from '../context.ts';

/** `orders`: every stored sale, oldest first. With `--json`, one whole order per line. */
export function ordersCommand({ store, output, json }: CliContext): void {
  for (const order of store.sales.orders()) {
    if (json) {
      output.line(
        JSON.stringify({
          orderId: order.id,
          number: order.number,
          soldAt: order.soldAt,
          personId: order.personId,
          totalMinor: order.totalMinor,
          currency: order.currency,
          catalogVersion: order.quote.catalogVersion,
          payments: order.payments,
          lines: order.quote.lines.map(({ sku, quantity, totalMinor }) => ({
            sku,
            quantity,
            totalMinor,
          })),
        }),
      );
    } else {
      const total = formatMoney(order.totalMinor, order.currency, 'en');
      const when = new Date(order.soldAt).toISOString();
      output.line(`${order.number}  ${when}  ${total.padStart(12)}  ${order.id}`);
    }
  }
}
