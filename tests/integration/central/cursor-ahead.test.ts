import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { cursorOfPlace } from '#central/core/feed/feed-cursor.ts';
import { feedEpoch } from '#central/storage/feed-epochs.ts';
import { insertErasure } from '#central/storage/people.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { settleFeed, storedSale, storeEvents } from '../../helpers/central-events.ts';

const central = startTestCentral();

/** As a copied data folder leaves it: transactions that are no more had the next numbers. */
async function ahead(): Promise<string> {
  const { rows } = await central.database.pool.query<{ next: string }>(
    'SELECT (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000)::text AS next',
  );
  const epoch = await feedEpoch(central.db);
  return cursorOfPlace({ epoch, xid: rows[0]?.next ?? '', seq: 5, part: null });
}

const later = async () =>
  cursorOfPlace({ epoch: (await feedEpoch(central.db)) + 1, xid: '1', seq: 1, part: null });

test.each([
  ['of transactions that were never made', ahead],
  ['of an epoch that never began', later],
])('EVO-28 a cursor %s is refused, and not answered with nothing', async (_, cursorOf) => {
  const client = await central.client(['feed:read', 'webhooks:write']);
  const cursor = await cursorOf();
  const read = await client.GET('/v1/feed', { params: { query: { cursor } } });
  expect(read.error).toMatchObject({ status: 410, code: 'feed.cursor_ahead' });
  const { data: webhook } = await client.POST('/v1/webhooks', {
    body: { url: 'https://shop.example/hook', description: '', types: [], stores: [] },
  });
  const params = { path: { id: webhook?.id ?? '' } };
  const replay = await client.POST('/v1/webhooks/{id}/replay', { params, body: { cursor } });
  expect(replay.error).toMatchObject({ status: 410, code: 'feed.cursor_ahead' });
});

test('EVO-24 EVO-28 the newest cursor there is, and those of earlier epochs, are taken', async () => {
  const client = await central.client(['feed:read']);
  await storeEvents(central, [storedSale('berlin')]);
  await settleFeed(central);
  const first = await client.GET('/v1/feed', { params: { query: {} } });
  const cursor = first.data?.nextCursor ?? '';
  for (let again = 0; again < 3; again += 1) {
    const { data } = await client.GET('/v1/feed', { params: { query: { cursor } } });
    expect(data?.items).toEqual([]);
  }
  const epoch = (await feedEpoch(central.db)) - 1;
  const old = cursorOfPlace({ epoch, xid: '18446744073709551615', seq: 1, part: null });
  const { data } = await client.GET('/v1/feed', { params: { query: { cursor: old } } });
  expect(data?.items.length).toBeGreaterThan(0);
});

test('PPL-29 a device whose cursor is ahead gets all erasures again, and a cursor that is not', async () => {
  const { client } = await central.device('berlin');
  const erasures = async (cursor: string) => {
    const { data } = await client.GET('/v1/device/people/erasures', {
      params: { query: { cursor } },
    });
    return data;
  };
  // Nobody was erased yet: it begins with the first one whenever there is one.
  const empty = await erasures(await ahead());
  expect(empty?.items).toEqual([]);
  expect(await erasures(empty?.nextCursor ?? '')).toEqual({ items: [] });
  const person = uuidv7();
  await insertErasure(central.db, person, new Date());
  await settleFeed(central);
  for (const cursor of [empty?.nextCursor ?? '', await ahead()]) {
    const page = await erasures(cursor);
    expect(page?.items.map(({ personId }) => personId)).toEqual([person]);
    expect(await erasures(page?.nextCursor ?? '')).toEqual({ items: [] });
  }
});
