import type { Central } from '../central.ts';
import { projectSales } from '../core/stock/project-sales.ts';
import type { FeedConsumer } from './feed-consumer.ts';

/** Takes sales out of stock as they arrive. */
export function stockProjection({ now }: Pick<Central, 'now'>): FeedConsumer {
  return {
    name: 'stock',
    types: ['order.completed'],
    // A tampered device may have each take a thousand SKUs.
    batchSize: 200,
    apply: (db, events) => projectSales(db, events, new Date(now())),
  };
}
