import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { required } from '#shared/lib/assert.ts';
import type { Central } from '../central.ts';
import { repriceSales } from '../core/reprice/reprice-sales.ts';
import { storeRepricings } from '../storage/repricings.ts';
import type { FeedConsumer } from './feed-consumer.ts';

/** Prices every sale again; what differs is flagged, never refused. API-60 */
export function repriceConsumer(
  central: Pick<Central, 'database' | 'logger' | 'metrics' | 'now'>,
): FeedConsumer {
  let outcomes: readonly string[] = [];
  return {
    name: 'reprice',
    types: ['order.completed'],
    batchSize: 200,
    async apply(db, events) {
      // Each was checked against the schema of its type before it was stored.
      const sales = events.map(({ payload }) => payload as OrderCompletedV1);
      const repriced = await repriceSales(central, db, sales);
      const at = new Date(central.now());
      await storeRepricings(
        db,
        repriced.map((result, index) => {
          const { store, orderId } = required(sales[index], 'the sale that was priced');
          return { store, id: orderId, ...result, at };
        }),
      );
      outcomes = repriced.map(({ outcome }) => outcome);
    },
    applied() {
      for (const outcome of outcomes) central.metrics.repricings.inc({ outcome });
    },
  };
}
