import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import createClient from 'openapi-fetch';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#central/config.ts';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { serveCentral } from '#central/serve.ts';
import { insertEvents } from '#central/storage/events.ts';
import type { paths } from '#shared/contract/api/paths.ts';
import { startTestPostgres } from '../../helpers/central.ts';
import { storedSale } from '../../helpers/central-events.ts';
import { needNats, startNats, storedMessages } from '../../helpers/nats-server.ts';
import { startReceiver, until } from '../../helpers/webhook-receiver.ts';

const postgres = startTestPostgres();

/** Two backends as an operator starts them, on one database. */
async function serve(natsUrl: string) {
  const config = readConfig({
    DATABASE_URL: postgres(),
    CENTRAL_DATA: tmpdir(),
    CENTRAL_PORT: '0',
    CENTRAL_LOG_LEVEL: 'silent',
    CENTRAL_WEBHOOK_PRIVATE: '1',
    BLENDBAR_MASTER_KEY: masterKey,
    NATS_URL: natsUrl,
  });
  return serveCentral(config);
}
const masterKey = randomBytes(32).toString('base64');

test('EVO-79 two backends tell a webhook and NATS of every event once, and stop when they are told', async (context) => {
  needNats(context);
  const nats = await startNats();
  const erp = await startReceiver();
  onTestFinished(() => erp.close());
  const backends = [await serve(nats.url), await serve(nats.url)];
  const [one] = backends;
  if (one === undefined) throw new Error('There is a backend');
  const { key } = await issueApiKey(one.central, {
    name: 'office',
    scopes: ['webhooks:write', 'feed:read'],
    actor: 'test',
  });
  const office = createClient<paths>({
    baseUrl: one.url,
    headers: { authorization: `Bearer ${key}` },
  });
  await office.POST('/v1/webhooks', { body: { url: erp.url } });
  for (let batch = 0; batch < 10; batch += 1) {
    const sales = Array.from({ length: 20 }, () => storedSale('berlin'));
    const { central } = backends[batch % 2] ?? one;
    await central.db
      .transaction()
      .execute((transaction) => insertEvents(transaction, sales, new Date()));
    central.onEvents();
  }
  await until('all are there', async () => {
    if (erp.received.length < 400) return false;
    return (await storedMessages(nats.url)).length >= 400;
  });
  const { data } = await office.GET('/v1/feed', { params: { query: { limit: 500 } } });
  const ids = data?.items.map(({ id }) => id) ?? [];
  expect(ids).toHaveLength(400);
  expect((await storedMessages(nats.url)).map(({ id }) => id)).toEqual(ids);
  expect(erp.ids().sort()).toEqual([...ids].sort());
  const metrics = await (await fetch(`${one.url}/metrics`)).text();
  for (const name of ['webhook_attempts_total', 'webhook_lag_seconds', 'nats_messages_total']) {
    expect(metrics).toContain(`blendbar_${name}`);
  }
  const began = performance.now();
  await Promise.all(backends.map((backend) => backend.close()));
  expect(performance.now() - began).toBeLessThan(10_000);
});
