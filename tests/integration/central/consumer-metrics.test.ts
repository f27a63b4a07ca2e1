import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { consumeBatch, type FeedConsumer, runConsumer } from '#central/jobs/feed-consumer.ts';
import { retryFailures } from '#central/jobs/retry-failures.ts';
import type { FeedEvent } from '#central/storage/feed.ts';
import type { Db } from '#central/storage/schema.ts';
import { assert } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { settleFeed, storedSale, storeEvents } from '../../helpers/central-events.ts';
import { runCentral } from '../../helpers/central-process.ts';

const central = startTestCentral();

/** What `/metrics` says of a consumer, by the name of the metric. */
async function told(metric: string, consumer: string): Promise<number | null> {
  const text = await (await fetch(`${central.url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${metric}{consumer="${consumer}"}`));
  return line === undefined ? null : Number(line.split(' ').at(-1));
}

function failing(name: string): FeedConsumer {
  return {
    name,
    types: ['order.completed'],
    batchSize: 10,
    apply: () => Promise.reject(new Error('It cannot be done')),
  };
}

test('a consumer that keeps failing is seen to fall behind, and to fail', async () => {
  await storeEvents(central, [storedSale('berlin')]);
  central.setClock(() => Date.now() + 90_000);
  onTestFinished(() => central.setClock(() => Date.now()));
  const consumer = failing('broken');
  await expect(consumeBatch(central, consumer)).rejects.toThrow('It cannot be done');
  expect(await told('blendbar_feed_consumer_lag_seconds', 'broken')).toBeGreaterThan(89);

  const { db, logger, metrics, now } = central;
  const subscribe = () => () => undefined;
  const running = runConsumer({ db, logger, metrics, now, subscribe }, consumer);
  await expect
    .poll(() => told('blendbar_feed_consumer_failures_total', 'broken'))
    .toBeGreaterThanOrEqual(1);
  await running.stop();
});

test('one that has read all is not behind', async () => {
  await storeEvents(central, [storedSale('berlin')]);
  const consumer: FeedConsumer = { ...failing('sound'), apply: async () => undefined };
  await expect.poll(() => consumeBatch(central, consumer)).toBeGreaterThan(0);
  await expect.poll(() => consumeBatch(central, consumer)).toBe(0);
  expect(await told('blendbar_feed_consumer_lag_seconds', 'sound')).toBe(0);
});

test.each<[string, (db: Db) => Promise<unknown>]>([
  ['the database does not take', (db) => sql`SELECT (1e300)::numeric::bigint`.execute(db)],
  ['breaks an invariant', async () => assert(false, 'it is sound')],
])('an event that %s is set aside, and the others count', async (name, fail) => {
  const [first, bad, last] = await storeEvents(
    central,
    Array.from({ length: 3 }, () => storedSale('berlin')),
  );
  await settleFeed(central);
  const applied: string[] = [];
  const consumer: FeedConsumer = {
    ...failing(name),
    async apply(db, events) {
      for (const { id } of events) if (id === bad) await fail(db);
      applied.push(...events.map(({ id }) => id));
    },
  };
  while ((await consumeBatch(central, consumer)) > 0);
  expect(applied.slice(-2)).toEqual([first, last]);
  const failures = await central.db
    .selectFrom('feed_consumer_failures')
    .selectAll()
    .where('consumer', '=', name)
    .execute();
  expect(failures).toMatchObject([{ store: 'berlin', event: bad, message: expect.any(String) }]);
  expect(await told('blendbar_feed_consumer_set_aside_total', name)).toBe(1);

  expect(await retryFailures(central, consumer)).toEqual({ applied: 0, failed: 1 });
  const mended = {
    ...consumer,
    apply: async (_: Db, events: readonly FeedEvent[]) =>
      void applied.push(...events.map(({ id }) => id)),
  };
  expect(await retryFailures(central, mended)).toEqual({ applied: 1, failed: 0 });
  expect(applied.at(-1)).toBe(bad);
  expect(await retryFailures(central, mended)).toEqual({ applied: 0, failed: 0 });
});

test('what tells others in order sets nothing aside', async () => {
  await storeEvents(central, [storedSale('berlin')]);
  await settleFeed(central);
  const consumer: FeedConsumer = {
    ...failing('in-order'),
    skipsNothing: true,
    apply: async () => assert(false, 'it is sound'),
  };
  await expect(consumeBatch(central, consumer)).rejects.toThrow('it is sound');
});

test('what was set aside is listed, and tried again, by command', async () => {
  const [unpriceable] = await storeEvents(central, [storedSale('berlin')]);
  await central.db
    .insertInto('feed_consumer_failures')
    .values({
      consumer: 'reprice',
      store: 'berlin',
      event: unpriceable ?? '',
      message: 'was wrong',
      at: new Date(),
    })
    .execute();
  const listed = runCentral(central.databaseUrl, ['set-aside', '--json']);
  const failures = listed.split('\n').map((one) => JSON.parse(one));
  expect(failures).toContainEqual(
    expect.objectContaining({ consumer: 'reprice', event: unpriceable, message: 'was wrong' }),
  );
  const told = runCentral(central.databaseUrl, ['set-aside', '--retry']);
  expect(told).toContain('reprice: 1 done, 0 set aside again');
  const again = runCentral(central.databaseUrl, ['set-aside']);
  expect(again).not.toContain(unpriceable);
});
