import type { Central } from '../central.ts';
import type { CentralConfig } from '../config.ts';
import type { FeedConsumer } from './feed-consumer.ts';
import { natsPublisher } from './nats-publisher.ts';
import { openEventStream } from './nats-stream.ts';
import { webhookFanOut } from './webhook-fan-out.ts';
import { startWebhookSender } from './webhook-sender.ts';
import { startWebhookUpkeep } from './webhook-upkeep.ts';

/** What tells other systems of events: webhooks, and NATS when a server is named. */
export function startEventsOut(
  central: Central,
  { natsUrl, natsCreds }: Pick<CentralConfig, 'natsUrl' | 'natsCreds'>,
): {
  /** Readers of the feed, to be run beside it and stopped before it. */
  readonly consumers: readonly FeedConsumer[];
  stop(): Promise<void>;
} {
  const sender = startWebhookSender(central);
  const upkeep = startWebhookUpkeep(central, sender.wake);
  const stream = natsUrl === null ? null : openEventStream(natsUrl, natsCreds);
  return {
    consumers: [
      webhookFanOut(central, sender.wake),
      ...(stream === null ? [] : [natsPublisher(central, stream)]),
    ],
    async stop() {
      await upkeep.stop();
      await sender.stop();
      await stream?.close();
    },
  };
}
