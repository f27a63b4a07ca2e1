import type { FeedEvent } from '../../storage/feed.ts';
import type { NewDelivery } from '../../storage/webhook-deliveries.ts';
import type { Webhook } from '../../storage/webhooks.ts';
import { toCloudEvents } from '../feed/to-cloud-events.ts';

/** Which CloudEvents of these stored events each webhook wants. Pure. EVO-33 */
export function planDeliveries(
  events: readonly FeedEvent[],
  webhooks: readonly Pick<Webhook, 'id' | 'types' | 'stores'>[],
): readonly NewDelivery[] {
  if (webhooks.length === 0) return [];
  return events.flatMap((stored) => {
    const { store } = stored;
    const listening = webhooks.filter(
      ({ stores }) => stores.length === 0 || stores.includes(store),
    );
    if (listening.length === 0) return [];
    return toCloudEvents(stored).flatMap(({ id, type }) =>
      listening
        .filter(({ types }) => types.length === 0 || types.includes(type))
        .map((webhook) => ({
          webhook: webhook.id,
          event: id,
          type,
          store,
          storedEvent: stored.id,
        })),
    );
  });
}
