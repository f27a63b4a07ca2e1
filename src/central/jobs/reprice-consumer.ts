import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { Central } from '../central.ts';
import { repriceSale } from '../core/reprice/reprice-sale.ts';
import { type StoredRepricing, storeRepricings } from '../storage/repricings.ts';
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
      const repriced: StoredRepricing[] = [];
      for (const { store, payload } of events) {
        // It was checked against the schema of its type before it was stored.
        const sale = payload as OrderCompletedV1;
        const result = await repriceSale(central, db, sale);
        repriced.push({ store, id: sale.orderId, ...result, at: new Date(central.now()) });
      }
      await storeRepricings(db, repriced);
      outcomes = repriced.map(({ outcome }) => outcome);
    },
    applied() {
      for (const outcome of outcomes) central.metrics.repricings.inc({ outcome });
    },
  };
}
