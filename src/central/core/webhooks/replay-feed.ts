import type { Fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import { comparePlaces, type FeedPlace, feedAfter } from '../../storage/feed.ts';
import { placeOfConsumer } from '../../storage/feed-consumers.ts';
import {
  type Delivery,
  insertDeliveries,
  replayDelivery,
} from '../../storage/webhook-deliveries.ts';
import { endReplay, moveReplay, requestReplay, takeReplay } from '../../storage/webhook-replays.ts';
import { endQuiet, findWebhook } from '../../storage/webhooks.ts';
import { storedTypesOf } from '../feed/to-cloud-events.ts';
import { webhookNotFound } from './manage-webhooks.ts';
import { planDeliveries } from './plan-deliveries.ts';

/** Names the place of the consumer that makes deliveries; replays go up to it. */
export const fanOutName = 'webhooks';
const batchSize = 200;

type Ports = Pick<Central, 'db' | 'now'>;

/** Sends one event again, now, whatever became of it; `null` when it was never to be sent. EVO-54 */
export async function replayOne(
  { db, now }: Ports,
  webhook: string,
  event: string,
  actor: string,
): Promise<Delivery | null> {
  const at = new Date(now());
  return db.transaction().execute(async (transaction) => {
    const delivery = await replayDelivery(transaction, webhook, event, at);
    if (delivery === null) return null;
    await endQuiet(transaction, webhook);
    const details = { webhook, event };
    await audit(transaction, { actor, action: 'webhook.delivery_replayed', details }, at);
    return delivery;
  });
}

/** Lets a webhook get everything again that came after a place in the feed. EVO-55 */
export async function replayFrom(
  { db, now }: Ports,
  id: string,
  place: FeedPlace,
  actor: string,
): Promise<Result<null, Fault<'webhook.not_found'>>> {
  const at = new Date(now());
  return db.transaction().execute(async (transaction) => {
    if ((await findWebhook(transaction, id)) === null) return err(webhookNotFound(id));
    const until = await placeOfConsumer(transaction, fanOutName);
    await requestReplay(transaction, { webhook: id, place, until }, at);
    await endQuiet(transaction, id);
    const details = { webhook: id, from: [place.epoch, place.xid, place.seq] };
    await audit(transaction, { actor, action: 'webhook.replayed', details }, at);
    return ok(null);
  });
}

/** Goes on with a replay, a batch of stored events at a time; false when there is none to go on with. */
export async function continueReplay({ db, now }: Ports): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const replay = await takeReplay(transaction);
    if (replay === null) return false;
    const webhook = await findWebhook(transaction, replay.webhook);
    const { events, end, more } = await feedAfter(transaction, {
      after: replay.place,
      types: storedTypesOf(webhook?.types ?? []),
      limit: batchSize,
    });
    const wanted = events.filter((event) => comparePlaces(event, replay.until) <= 0);
    if (webhook !== null) {
      const deliveries = planDeliveries(wanted, [webhook]);
      await insertDeliveries(transaction, deliveries, new Date(now()), true);
    }
    const done = end === null || !more || comparePlaces(end, replay.until) >= 0;
    if (done) await endReplay(transaction, replay.webhook);
    else await moveReplay(transaction, replay.webhook, end);
    return true;
  });
}
