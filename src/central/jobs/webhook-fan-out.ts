import type { Central } from '../central.ts';
import { storedTypesOf } from '../core/feed/to-cloud-events.ts';
import { planDeliveries } from '../core/webhooks/plan-deliveries.ts';
import { fanOutName } from '../core/webhooks/replay-feed.ts';
import { insertDeliveries } from '../storage/webhook-deliveries.ts';
import { listWebhooks } from '../storage/webhooks.ts';
import type { FeedConsumer } from './feed-consumer.ts';

/**
 * Makes a delivery of each event for each webhook that wants it, in the transaction that moves on in the
 * feed: an event is neither forgotten nor told twice. EVO-33
 * @param applied deliveries may be waiting now.
 */
export function webhookFanOut({ now }: Pick<Central, 'now'>, applied: () => void): FeedConsumer {
  return {
    name: fanOutName,
    types: storedTypesOf([]),
    batchSize: 200,
    async apply(db, events) {
      const webhooks = (await listWebhooks(db)).filter(
        ({ disabledReason }) => disabledReason === null,
      );
      await insertDeliveries(db, planDeliveries(events, webhooks), new Date(now()), false);
    },
    applied,
  };
}
