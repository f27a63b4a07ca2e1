import type { Order } from '#shared/domain/sale/order.ts';
import { type Repricing, reprice } from '#shared/domain/sale/reprice.ts';
import type { CliContext } from '../context.ts';
import { badInput, CommandFailure } from '../failure.ts';

/** `reprice`: prices stored sales again from their own catalog versions; each must come out identical. */
export function repriceCommand(context: CliContext, orderId: string | undefined): void {
  const { output, json } = context;
  let count = 0;
  let different = 0;
  for (const order of chosen(context, orderId)) {
    const result = again(context, order);
    count += 1;
    if (!result.same) different += 1;
    if (json) output.line(JSON.stringify({ orderId: order.id, number: order.number, ...result }));
    else if (!result.same) output.line(`${order.number}: ${result.differences.join(', ')}`);
  }
  if (different > 0) {
    throw new CommandFailure(`${different} of ${count} orders price differently now`, 1);
  }
  if (!json) output.line(`${count} orders priced again, all identical`);
}

function chosen({ store }: CliContext, orderId: string | undefined): Iterable<Order> {
  if (orderId === undefined) return store.sales.orders();
  const order = store.sales.order(orderId);
  if (order === null) throw badInput(`there is no order ${orderId}`);
  return [order];
}

function again({ store }: CliContext, order: Order): Repricing {
  const { catalogVersion } = order.quote;
  const catalog = store.catalog.pricingCatalog(
    catalogVersion,
    order.basket.lines.map((line) => line.sku),
    order.store,
  );
  if (catalog === null) {
    return {
      same: false,
      differences: [`store ${order.store} of catalog version ${catalogVersion} is not there`],
    };
  }
  return reprice(order, catalog);
}
