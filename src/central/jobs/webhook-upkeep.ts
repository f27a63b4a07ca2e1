import { setTimeout as pause } from 'node:timers/promises';
import type { Central } from '../central.ts';
import { longestWaitMs } from '../core/webhooks/judge-attempt.ts';
import { continueReplay } from '../core/webhooks/replay-feed.ts';
import {
  deliveryHealth,
  expireDeliveries,
  forgetDeliveries,
} from '../storage/webhook-deliveries.ts';

const dayMs = 24 * 3_600_000;
/** How long deliveries can be looked up after they ended. */
const keptMs = { delivered: 7 * dayMs, dead: 30 * dayMs } as const;
const pollMs = 1_000;
const measureMs = 15_000;

/** Ends what has waited too long and forgets what ended long ago; a schedule of once a minute. EVO-52, EVO-59 */
export async function tidyDeliveries({
  db,
  now,
  metrics,
}: Pick<Central, 'db' | 'now' | 'metrics'>): Promise<void> {
  const at = now();
  const expired = await expireDeliveries(db, new Date(at - longestWaitMs), new Date(at));
  metrics.webhookAttempts.inc({ outcome: 'expired' }, expired);
  for (const state of ['delivered', 'dead'] as const) {
    await forgetDeliveries(db, state, new Date(at - keptMs[state]));
  }
}

/** Tells how far behind each webhook is. */
async function measureDeliveries({
  db,
  now,
  metrics,
}: Pick<Central, 'db' | 'now' | 'metrics'>): Promise<void> {
  const health = await deliveryHealth(db);
  metrics.webhookLag.reset();
  metrics.webhookDead.reset();
  for (const { webhook, readyAt, dead } of health) {
    const lagMs = readyAt === null ? 0 : Math.max(now() - readyAt.getTime(), 0);
    metrics.webhookLag.set({ webhook }, lagMs / 1000);
    metrics.webhookDead.set({ webhook }, dead);
  }
}

/**
 * Goes on with replays that were asked for, and measures, until it is stopped.
 * @param applied deliveries may be waiting now.
 */
export function startWebhookUpkeep(
  central: Central,
  applied: () => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  async function run(): Promise<void> {
    let measuredAtMs = Number.NEGATIVE_INFINITY;
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() - measuredAtMs >= measureMs) {
          measuredAtMs = performance.now();
          await measureDeliveries(central);
        }
        if (await continueReplay(central)) {
          applied();
          continue;
        }
      } catch (error) {
        central.logger.error({ err: error }, 'Replaying or measuring webhooks failed');
      }
      await pause(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
