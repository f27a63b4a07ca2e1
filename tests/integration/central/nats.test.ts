import { createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { nanos } from '@nats-io/transport-node';
import { sql } from 'kysely';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { consumeBatch, type FeedConsumer } from '#central/jobs/feed-consumer.ts';
import { natsPublisher } from '#central/jobs/nats-publisher.ts';
import { eventStream, openEventStream } from '#central/jobs/nats-stream.ts';
import { feedAfter, feedStart } from '#central/storage/feed.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { settleFeed, storedSale, storeEvents } from '../../helpers/central-events.ts';
import { roundSeeds } from '../../helpers/kill.ts';
import { needNats, startNats, storedMessages, withStreams } from '../../helpers/nats-server.ts';
import { seededRandom } from '../../helpers/random.ts';

const central = startTestCentral();

beforeEach(async () => {
  await sql`TRUNCATE events, orders, feed_consumers`.execute(central.db);
});

/** The consumer as one process has it. */
function publisher(url: string): FeedConsumer {
  const stream = openEventStream(url);
  onTestFinished(() => stream.close());
  return natsPublisher(central, stream);
}

async function publishAll(consumer: FeedConsumer): Promise<void> {
  await settleFeed(central);
  while ((await consumeBatch(central, consumer)) > 0);
}

/** Ids of all CloudEvents in the order of the feed. */
async function feedIds(): Promise<readonly string[]> {
  await settleFeed(central);
  const client = await central.client(['feed:read']);
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data } = await client.GET('/v1/feed', {
      params: { query: { limit: 500, ...(cursor === undefined ? {} : { cursor }) } },
    });
    if (data === undefined) throw new Error('The feed cannot be read');
    ids.push(...data.items.map(({ id }) => id));
    if (!data.hasMore) return ids;
    cursor = data.nextCursor;
  }
}

const sales = (count: number, store = 'berlin') =>
  Array.from({ length: count }, () => storedSale(store));

/** A publisher whose process dies after the stream has acknowledged, before its place is written down. */
function dyingAfterAck(consumer: FeedConsumer): FeedConsumer {
  return {
    ...consumer,
    async apply(...batch) {
      await consumer.apply(...batch);
      throw new Error('The process dies here');
    },
  };
}

test('EVO-70 every event is in the stream, as a CloudEvent, in the order of the feed', async (context) => {
  needNats(context);
  const { url } = await startNats();
  await storeEvents(central, [...sales(3), ...sales(2, 'paris.north')]);
  await publishAll(publisher(url));
  const messages = await storedMessages(url);
  const ids = await feedIds();
  expect(ids).toHaveLength(10);
  expect(messages.map(({ id }) => id)).toEqual(ids);
  expect(new Set(messages.map(({ subject }) => subject))).toEqual(
    new Set([
      'blendbar.berlin.order.completed.v1',
      'blendbar.berlin.payment.captured.v1',
      'blendbar.paris%2Enorth.order.completed.v1',
      'blendbar.paris%2Enorth.payment.captured.v1',
    ]),
  );
  const client = await central.client(['feed:read']);
  const { data } = await client.GET('/v1/feed');
  expect(messages.map(({ body }) => JSON.parse(body))).toEqual(data?.items);
  expect(messages[0]?.header('Content-Type')).toBe('application/cloudevents+json');
  const cursor = messages[6]?.header('Blendbar-Cursor') ?? '';
  const rest = await client.GET('/v1/feed', { params: { query: { cursor } } });
  expect(rest.data?.items.map(({ id }) => id)).toEqual(ids.slice(7));
});

test.for(roundSeeds(71))(
  'EVO-71 the server is killed and started while events come: each is in the stream once (seed %i)',
  async (seed, context) => {
    needNats(context);
    const nats = await startNats();
    const random = seededRandom(seed);
    const consumer = publisher(nats.url);
    let left = 1_500;
    let failures = 0;
    const writing = (async () => {
      while (left > 0) {
        const count = Math.min(left, 1 + Math.floor(random() * 40));
        left -= count;
        await storeEvents(central, sales(count));
        await pause(random() * 30);
      }
    })();
    const killing = (async () => {
      while (left > 0) {
        await pause(150 + random() * 250);
        await nats.kill();
        await pause(random() * 150);
        await nats.start();
      }
    })();
    for (let read = 1; left > 0 || read > 0; ) {
      try {
        read = await consumeBatch(central, consumer);
      } catch {
        failures += 1;
        read = 1;
        await pause(20);
      }
    }
    await Promise.all([writing, killing]);
    await publishAll(consumer);
    expect(failures).toBeGreaterThan(2);
    const ids = await feedIds();
    expect(ids).toHaveLength(3_000);
    expect((await storedMessages(nats.url)).map(({ id }) => id)).toEqual(ids);
  },
);

test('EVO-72 what was acknowledged and not written down is not published again, hours later', async (context) => {
  needNats(context);
  const { url } = await startNats();
  // A window that is over at once stands for an outage that is longer than any window.
  await withStreams(url, (streams) =>
    streams.add({
      name: eventStream.name,
      subjects: [eventStream.subjects],
      duplicate_window: nanos(100),
    }),
  );
  await storeEvents(central, sales(250));
  await settleFeed(central);
  await expect(consumeBatch(central, dyingAfterAck(publisher(url)))).rejects.toThrow('dies here');
  expect(await storedMessages(url)).toHaveLength(400);
  await pause(300);
  await storeEvents(central, sales(5));
  await publishAll(publisher(url));
  expect((await storedMessages(url)).map(({ id }) => id)).toEqual(await feedIds());
});

test('EVO-73 what the stream acknowledged and then lost is published again', async (context) => {
  needNats(context);
  const { url } = await startNats();
  await storeEvents(central, sales(10));
  await publishAll(publisher(url));
  const all = await feedIds();
  // Without its last messages and their ids, as after a power cut of the server.
  await withStreams(url, async (streams) => {
    const messages: { subject: string; id: string; cursor: string; body: string }[] = [];
    for (let seq = 1; seq <= 13; seq += 1) {
      const message = await streams.getMessage(eventStream.name, { seq });
      if (message === null) throw new Error(`There is no message ${seq}`);
      messages.push({
        subject: message.subject,
        id: message.header.get('Nats-Msg-Id'),
        cursor: message.header.get('Blendbar-Cursor'),
        body: message.string(),
      });
    }
    await streams.delete(eventStream.name);
    const stream = openEventStream(url);
    const { sequence } = await stream.tail();
    await stream.append(messages, sequence);
    await stream.close();
  });
  expect((await storedMessages(url)).map(({ id }) => id)).toEqual(all.slice(0, 13));
  await storeEvents(central, sales(1));
  await publishAll(publisher(url));
  const now = await feedIds();
  expect(now).toHaveLength(22);
  expect((await storedMessages(url)).map(({ id }) => id)).toEqual(now);
});

test('EVO-74 a database that was put back to an earlier time goes on from its own place', async (context) => {
  needNats(context);
  const { url } = await startNats();
  await storeEvents(central, sales(3));
  await publishAll(publisher(url));
  const before = await feedIds();
  // Another history: the events that the stream ends with were never there.
  await sql`TRUNCATE events, orders, feed_consumers`.execute(central.db);
  await storeEvents(central, sales(2));
  await publishAll(publisher(url));
  const after = await feedIds();
  expect((await storedMessages(url)).map(({ id }) => id)).toEqual([...before, ...after]);
});

test('EVO-75 processes take turns, and none stands in another’s way', async (context) => {
  needNats(context);
  const { url } = await startNats();
  const [one, two] = [publisher(url), publisher(url)];
  for (let round = 0; round < 10; round += 1) {
    await storeEvents(central, sales(7));
    await publishAll(round % 2 === 0 ? one : two);
  }
  await storeEvents(central, sales(300));
  await Promise.all([publishAll(one), publishAll(two)]);
  await publishAll(one);
  expect((await storedMessages(url)).map(({ id }) => id)).toEqual(await feedIds());
});

test('EVO-75 a second writer at the same place fails whole, and nothing stands twice', async (context) => {
  needNats(context);
  const { url } = await startNats();
  const [one, two] = [openEventStream(url), openEventStream(url)];
  const message = (id: string) => ({ id, subject: 'blendbar.a.b', cursor: 'WzBd', body: '{}' });
  const { sequence } = await one.tail();
  await one.append([message('1'), message('2')], sequence);
  const { sequence: next } = await two.tail();
  await one.append([message('3')], next);
  await expect(two.append([message('4'), message('5')], next)).rejects.toThrow(
    'wrong last sequence',
  );
  expect((await storedMessages(url)).map(({ id }) => id)).toEqual(['1', '2', '3']);
  await Promise.all([one.close(), two.close()]);
});

test('EVO-76 a server that is down, or never answers, keeps nobody else from reading the feed', async () => {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const address = silent.address();
  const port = address !== null && typeof address !== 'string' ? address.port : 0;
  const [first] = await storeEvents(central, sales(1));
  await settleFeed(central);
  let failed = false;
  const publishing = consumeBatch(central, publisher(`nats://127.0.0.1:${port}`)).catch(() => {
    failed = true;
  });
  await pause(300);
  const [second] = await storeEvents(central, sales(1));
  await settleFeed(central);
  const { events } = await feedAfter(central.db, { after: feedStart, limit: 10 });
  expect(failed).toBe(false);
  expect(events.map(({ id }) => id)).toEqual([first, second]);
  const began = performance.now();
  await publishing;
  expect(failed).toBe(true);
  expect(performance.now() - began).toBeLessThan(15_000);
  await expect(consumeBatch(central, publisher('nats://127.0.0.1:1'))).rejects.toThrow();
  const place = await sql`SELECT 1 FROM feed_consumers WHERE name = 'nats' AND seq > 0`.execute(
    central.db,
  );
  expect(place.rows).toEqual([]);
});

test('EVO-77 an event that is larger than the server takes is left out and told', async (context) => {
  needNats(context);
  const { url } = await startNats();
  const [small, large, last] = [
    storedSale('berlin'),
    storedSale('berlin', {
      promotions: Array.from({ length: 20 }, () => ({
        promotion: 'spring',
        name: { en: 'x'.repeat(60_000) },
        discountMinor: 0,
        applications: 1,
      })),
    }),
    storedSale('berlin'),
  ];
  await storeEvents(central, [small, large, last]);
  await publishAll(publisher(url));
  const orders = (await storedMessages(url)).filter(({ subject }) => subject.includes('order'));
  expect(orders.map(({ id }) => id)).toEqual([small.id, last.id]);
  expect(await central.metrics.registry.metrics()).toContain(
    'blendbar_nats_messages_total{outcome="oversized"} 1',
  );
});

test('EVO-78 a server that wants a user, or a token, is given it; another is refused', async (context) => {
  needNats(context);
  const withUser = await startNats(['--user', 'blendbar', '--pass', 'p@ss:1']);
  const withToken = await startNats(['--auth', 's3cret']);
  const open = async (url: string) => {
    const stream = openEventStream(url);
    onTestFinished(() => stream.close());
    return stream.tail();
  };
  const user = withUser.url.replace('nats://', `nats://blendbar:${encodeURIComponent('p@ss:1')}@`);
  expect(await open(user)).toEqual({ sequence: 0, last: null });
  expect(await open(withToken.url.replace('nats://', 'nats://s3cret@'))).toMatchObject({
    sequence: 0,
  });
  await expect(open(withToken.url)).rejects.toThrow(/auth/i);
});
