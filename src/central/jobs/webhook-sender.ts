import { setTimeout as pause } from 'node:timers/promises';
import type { Central } from '../central.ts';
import { createWebhookPoster } from '../core/webhooks/post-webhook.ts';
import {
  type ReadyDelivery,
  readyDeliveries,
  sendDelivery,
} from '../core/webhooks/send-delivery.ts';
import { claimDeliveries } from '../storage/webhook-deliveries.ts';

const attemptTimeoutMs = 15_000;
/** How long an attempt may take, its writing down included, before another process makes it again. */
const lostAfterMs = 60_000;
const pollMs = 1_000;
/** A webhook's requests at a time, of this process: a slow endpoint uses up its own lanes only. */
const lanes = 8;
/** How long attempts may go on after `stop`. */
const graceMs = 3_000;

/** Sends what waits to be delivered, beside any number of other processes. */
export interface WebhookSender {
  /** Deliveries may be due. */
  wake(): void;
  /** Begins no more; what does not end soon is given back. */
  stop(): Promise<void>;
}

/** Runs until it is stopped. EVO-44, EVO-56 to EVO-58. */
export function startWebhookSender(central: Central): WebhookSender {
  const { db, now, logger, privateWebhooks } = central;
  const poster = createWebhookPoster({
    privateAllowed: privateWebhooks,
    timeoutMs: attemptTimeoutMs,
    connectionsPerHost: lanes * 2,
  });
  const stopping = new AbortController();
  const cutting = new AbortController();
  const running = new Set<Promise<void>>();
  const busy = new Map<string, number>();
  let woken = new AbortController();

  async function claim(): Promise<readonly ReadyDelivery[]> {
    const at = new Date(now());
    const lostAt = new Date(at.getTime() + lostAfterMs);
    return readyDeliveries(central, await claimDeliveries(db, { busy, lanes, at, lostAt }));
  }

  function begin(ready: ReadyDelivery): void {
    const { webhook, event } = ready.delivery;
    busy.set(webhook, (busy.get(webhook) ?? 0) + 1);
    const sending = sendDelivery(central, poster, ready, cutting.signal)
      .catch((error: unknown) =>
        logger.error({ err: error, webhook, event }, 'A delivery could not be written down'),
      )
      .finally(() => {
        running.delete(sending);
        const others = (busy.get(webhook) ?? 1) - 1;
        if (others === 0) busy.delete(webhook);
        else busy.set(webhook, others);
        // Not for each one: a look for more is worth it when several lanes are free.
        if (others <= lanes / 2) woken.abort();
      });
    running.add(sending);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = new AbortController();
      let begun = 0;
      try {
        for (const ready of await claim()) {
          begin(ready);
          begun += 1;
        }
      } catch (error) {
        logger.error({ err: error }, 'Webhook deliveries could not be read');
      }
      if (begun > 0) continue;
      const signal = AbortSignal.any([woken.signal, stopping.signal]);
      await pause(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  const loop = run();
  return {
    wake: () => woken.abort(),
    async stop() {
      stopping.abort();
      await loop;
      const cut = setTimeout(() => cutting.abort(), graceMs);
      await Promise.all(running);
      clearTimeout(cut);
      poster.close();
    },
  };
}
