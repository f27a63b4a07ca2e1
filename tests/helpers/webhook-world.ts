import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { webhookFanOut } from '#central/jobs/webhook-fan-out.ts';
import { startWebhookSender, type WebhookSender } from '#central/jobs/webhook-sender.ts';
import type { paths } from '#shared/contract/api/paths.ts';
import type { TestCentral } from './central.ts';
import { settleFeed, storedSale, storeEvents } from './central-events.ts';
import { startReceiver } from './webhook-receiver.ts';

type NewWebhook = paths['/v1/webhooks']['post']['requestBody']['content']['application/json'];
type State = 'waiting' | 'delivered' | 'dead';

export const orders = 'com.blendbar.order.completed.v1';
export const payments = 'com.blendbar.payment.captured.v1';

/** What tests of webhooks do with a backend; each test begins without webhooks. */
export function webhookWorld(central: TestCentral) {
  let office: Awaited<ReturnType<typeof central.client>>;
  const senders: WebhookSender[] = [];
  const receivers: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    office = await central.client(['webhooks:write', 'feed:read']);
  });

  afterEach(async () => {
    for (const sender of senders.splice(0)) await sender.stop();
    central.setClock(() => Date.now());
    for (const receiver of receivers.splice(0)) await receiver.close();
    const { data } = await office.GET('/v1/webhooks');
    for (const { id } of data?.items ?? []) {
      await office.DELETE('/v1/webhooks/{id}', { params: { path: { id } } });
    }
  });

  function wake(): void {
    for (const sender of senders) sender.wake();
  }

  /** Makes deliveries of everything that is in the feed, as the consumer does. */
  async function fanOut(): Promise<void> {
    await settleFeed(central);
    while ((await consumeBatch(central, webhookFanOut(central, wake))) > 0);
  }

  async function hook(body: NewWebhook) {
    const { data, error } = await office.POST('/v1/webhooks', { body });
    if (data === undefined) throw new Error(JSON.stringify(error));
    return data;
  }

  return {
    office: () => office,
    newStore: () => `shop-${uuidv7()}`,
    wake,
    fanOut,
    hook,

    startSender(on: Parameters<typeof startWebhookSender>[0] = central): WebhookSender {
      const sender = startWebhookSender(on);
      senders.push(sender);
      return sender;
    },

    async receiver(...answer: Parameters<typeof startReceiver>) {
      const started = await startReceiver(...answer);
      receivers.push(started);
      return started;
    },

    /** A webhook for the sales of a store of its own. */
    async saleHook(url: string) {
      const store = `shop-${uuidv7()}`;
      await fanOut();
      return { store, ...(await hook({ url, types: [orders], stores: [store] })) };
    },

    /** Sales in one transaction, fanned out; returns their ids. */
    async sell(store: string, count = 1): Promise<readonly string[]> {
      const sales = Array.from({ length: count }, () => storedSale(store));
      const ids = await storeEvents(central, sales);
      await fanOut();
      return ids;
    },

    async deliveriesOf(id: string, state?: State) {
      const query = { limit: 500, ...(state === undefined ? {} : { state }) };
      const { data, error } = await office.GET('/v1/webhooks/{id}/deliveries', {
        params: { path: { id }, query },
      });
      if (data === undefined) throw new Error(JSON.stringify(error));
      return data.items;
    },

    async webhookOf(id: string) {
      const { data } = await office.GET('/v1/webhooks/{id}', { params: { path: { id } } });
      if (data === undefined) throw new Error(`There is no webhook ${id}`);
      return data;
    },

    /** Lets the server's clock stand still until it is moved. */
    stoppedClock() {
      let ms = Date.now();
      central.setClock(() => ms);
      return {
        forward(byMs: number) {
          ms += byMs;
          wake();
        },
      };
    },
  };
}
