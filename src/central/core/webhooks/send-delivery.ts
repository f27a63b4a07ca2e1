import type { CloudEvent } from '#shared/contract/api/cloud-events.ts';
import type { Central } from '../../central.ts';
import { eventsById } from '../../storage/feed.ts';
import { type ClaimedDelivery, endAttempt, unclaim } from '../../storage/webhook-deliveries.ts';
import { secretsOf } from '../../storage/webhook-secrets.ts';
import { noteEndpointFailed, noteEndpointWell } from '../../storage/webhooks.ts';
import { toCloudEvents } from '../feed/to-cloud-events.ts';
import { type AttemptResult, judgeAttempt } from './judge-attempt.ts';
import { disableGone } from './manage-webhooks.ts';
import type { WebhookPoster } from './post-webhook.ts';
import { signatureHeaders } from './sign-webhook.ts';
import { openSecret } from './webhook-secrets.ts';

type Ports = Pick<Central, 'db' | 'now' | 'masterKeys' | 'metrics' | 'logger'>;

/** A claimed delivery with what it needs to be sent. */
export interface ReadyDelivery {
  readonly delivery: ClaimedDelivery;
  /** `null`: the stored event is not there any more. */
  readonly event: CloudEvent | null;
  readonly secrets: readonly Buffer[];
}

/** Gathers the events and the secrets of what was claimed. */
export async function readyDeliveries(
  { db, now, masterKeys }: Ports,
  claimed: readonly ClaimedDelivery[],
): Promise<readonly ReadyDelivery[]> {
  const places = claimed.map(({ store, storedEvent }) => ({ store, id: storedEvent }));
  const events = new Map(
    (await eventsById(db, places)).flatMap(toCloudEvents).map((event) => [event.id, event]),
  );
  const webhooks = [...new Set(claimed.map(({ webhook }) => webhook))];
  const secrets = await secretsOf(db, webhooks, new Date(now()));
  return claimed.map((delivery) => ({
    delivery,
    event: events.get(delivery.event) ?? null,
    secrets: secrets
      .filter(({ webhook }) => webhook === delivery.webhook)
      .map((secret) => openSecret(masterKeys, secret))
      .filter((secret) => secret !== null),
  }));
}

/**
 * One attempt, and what came of it written down. An attempt that `signal` ends counts as none.
 * @throws when the database cannot be reached: then the attempt is made again when it counts as lost.
 */
export async function sendDelivery(
  ports: Ports,
  poster: WebhookPoster,
  ready: ReadyDelivery,
  signal: AbortSignal,
): Promise<void> {
  const { db, now } = ports;
  const { delivery, event } = ready;
  if (event === null) {
    const error = 'The event is not in the database any more';
    const end = { state: 'dead', nextAttemptAt: null, status: null, error } as const;
    return endAttempt(db, delivery, end, new Date(now()));
  }
  let result: AttemptResult;
  try {
    result = await attempt(ports, poster, { ...ready, event }, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    return unclaim(db, delivery, new Date(now()));
  }
  await writeDown(ports, delivery, result);
}

async function attempt(
  { now }: Ports,
  poster: WebhookPoster,
  { delivery, event, secrets }: ReadyDelivery & { readonly event: CloudEvent },
  signal: AbortSignal,
): Promise<AttemptResult> {
  if (secrets.length === 0) return { error: 'No signing secret can be read' };
  const body = JSON.stringify(event);
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'Blendbar',
    ...signatureHeaders({ id: event.id, body, at: new Date(now()) }, secrets),
  };
  return poster.post({ url: new URL(delivery.url), headers, body }, signal);
}

async function writeDown(
  { db, now, metrics, logger }: Ports,
  delivery: ClaimedDelivery,
  result: AttemptResult,
): Promise<void> {
  const at = new Date(now());
  const judgement = judgeAttempt(result, delivery, at, Math.random());
  const { outcome, retryAfterMs, error } = judgement;
  const { webhook, event, attempts } = delivery;
  await endAttempt(db, delivery, judgement, at);
  if (outcome === 'delivered') {
    if (delivery.failures > 0) await noteEndpointWell(db, webhook);
  } else if (outcome === 'gone') {
    await db.transaction().execute((transaction) => disableGone(transaction, webhook, at));
  } else await noteEndpointFailed(db, webhook, at, retryAfterMs);
  metrics.webhookAttempts.inc({ outcome });
  if (outcome !== 'delivered') {
    logger.warn(
      { webhook, event, attempts, outcome, reason: error },
      'A webhook did not get through',
    );
  }
}
