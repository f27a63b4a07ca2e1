import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { peopleProjection } from '#central/jobs/people-projection.ts';
import { type CentralClient, createCentralClient } from '#main/sync/central-client.ts';
import { createPeopleSync } from '#main/sync/people.ts';
import { pushBatch } from '#main/sync/push.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { testSecretBox } from '../../helpers/secret-box.ts';
import { tracesInFiles } from '../../helpers/store-traces.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  canaries,
  contact,
  type PeopleWorld,
  peopleWorld,
  personIdOf,
  withRawDb,
  wrappedKey,
} from '../people/people-world.ts';

const central = startTestCentral();
let device: TestDevice;
const open: PeopleWorld[] = [];

beforeAll(async () => {
  device = await central.device('berlin');
});
afterEach(async () => {
  for (const world of open.splice(0)) await world.close();
});

/** A kiosk in `folder`, and its line to head office. */
function kiosk(folder = tempFolder(), url = central.url) {
  const world = peopleWorld(folder);
  open.push(world);
  const { outbox } = world.store;
  const people = { ...world.store.people };
  const logger = recordingLogger();
  const link = {
    url,
    sealedKey: new Uint8Array(),
    device: null,
    clockOffsetMs: 0,
    lastContactAt: null,
  };
  const part = createPeopleSync({
    people,
    secretBox: testSecretBox(),
    links: { link: () => link },
    now: world.clock.now,
    logger,
  });
  return {
    ...world,
    folder,
    logger,
    people,
    unsent: () => people.unsentKeys(100).map(({ id }) => id),
    /** One round of the line, and of those who read the feed. */
    async sync(client = device.client) {
      const ports = {
        outbox,
        now: world.clock.now,
        learnServerTime: () => undefined,
        learnStored: () => undefined,
      };
      while ((await pushBatch(client, ports)) > 0);
      while ((await consumeBatch(central, peopleProjection(central))) > 0);
      await part.run(client, async () => undefined);
    },
  };
}

async function atHeadOffice(id: string) {
  const office = await central.client(['people:read']);
  const { data } = await office.GET('/v1/people/{id}', { params: { path: { id } } });
  return data;
}

async function eraseAtHeadOffice(id: string): Promise<void> {
  const office = await central.client(['people:write']);
  const { response } = await office.DELETE('/v1/people/{id}', { params: { path: { id } } });
  expect(response.status).toBe(200);
}

test('PPL-18 what a customer leaves at a kiosk can be read at head office', async () => {
  const { sell, sync, store, logger, unsent } = kiosk();
  const order = await sell();
  const personId = personIdOf(order);
  await sync();
  expect(await atHeadOffice(personId)).toMatchObject({
    state: 'kept',
    store: 'berlin',
    orderId: order.id,
    contact,
  });
  expect(unsent()).toEqual([]);
  expect(logger.entries).toEqual([]);
  expect(store.check()).toEqual([]);
});

test('PPL-19 PPL-14 what head office erases cannot be read at the kiosk any more', async () => {
  const { sell, sync, show, store, file, folder } = kiosk();
  const personId = personIdOf(await sell());
  const kept = personIdOf(await sell());
  await sync();
  const key = wrappedKey(file, personId);
  await eraseAtHeadOffice(personId);
  await sync();
  expect(show(personId)).toMatchObject({ state: 'erased' });
  expect(show(kept)).toMatchObject({ state: 'kept', contact });
  expect(tracesInFiles(folder, [key, ...canaries])).toEqual([]);
  const told = withRawDb(file, (db) => ({
    journal: db.all("SELECT payload FROM journal WHERE type = 'person.erased'"),
    events: db.all("SELECT 1 FROM outbox_events WHERE type = 'person.erased'"),
  }));
  expect(told.journal).toEqual([{ payload: JSON.stringify({ by: 'central', personId }) }]);
  expect(told.events).toEqual([]);
  expect(store.check()).toEqual([]);
});

test('PPL-28 what a kiosk erases cannot be read at head office any more', async () => {
  const { sell, sync, erase, store } = kiosk();
  const personId = personIdOf(await sell());
  await sync();
  expect(await atHeadOffice(personId)).toMatchObject({ state: 'kept' });
  erase(personId);
  await sync();
  expect(await atHeadOffice(personId)).toMatchObject({ state: 'erased', contact: null });
  expect(store.check()).toEqual([]);
});

test('PPL-22 PPL-19 a key that comes after the erasure is not taken, and destroyed', async () => {
  const { sell, sync, show, store } = kiosk();
  const ids = [personIdOf(await sell()), personIdOf(await sell())];
  const [personId = ''] = ids;
  // The events are at head office, the keys are not.
  const ports = {
    outbox: store.outbox,
    now: Date.now,
    learnServerTime: () => undefined,
    learnStored: () => undefined,
  };
  await pushBatch(device.client, ports);
  while ((await consumeBatch(central, peopleProjection(central))) > 0);
  await eraseAtHeadOffice(personId);
  // Of the list of erasures, nothing has reached the kiosk yet.
  const noErasures = async () => ({ data: { items: [] }, response: new Response() });
  await sync({ ...device.client, GET: noErasures } as unknown as CentralClient);
  expect(ids.map((id) => show(id)?.state)).toEqual(['erased', 'kept']);
  expect(await atHeadOffice(personId)).toMatchObject({ state: 'erased', contact: null });
});

test('PPL-19 a store that was put back from a backup erases again', async () => {
  const first = kiosk();
  const personId = personIdOf(await first.sell());
  await first.sync();
  expect(first.store.people.scrub().ok).toBe(true);
  withRawDb(first.file, (db) => db.emptyLog());
  const backup = join(tempFolder(), 'backup.db');
  copyFileSync(first.file, backup);
  await eraseAtHeadOffice(personId);
  await first.sync();
  expect(first.show(personId)).toMatchObject({ state: 'erased' });
  await first.close();
  open.length = 0;

  const folder = tempFolder();
  copyFileSync(backup, join(folder, 'kiosk.db'));
  const second = kiosk(folder);
  expect(second.show(personId)).toMatchObject({ state: 'kept' });
  await second.sync();
  expect(second.show(personId)).toMatchObject({ state: 'erased' });
});

test('PPL-18 keys do not go out over a line that others can read; erasures come in all the same', async () => {
  const { sell, sync, show, unsent, logger } = kiosk(tempFolder(), 'http://central.example:4610');
  const ids = [personIdOf(await sell()), personIdOf(await sell())];
  await sync();
  await sync();
  expect(unsent()).toEqual(ids);
  expect(await atHeadOffice(ids[0] ?? '')).toMatchObject({ state: 'waiting' });
  expect(logger.entries.map(({ message }) => message)).toEqual([
    'Keys of people are handed over by https only',
  ]);
  await eraseAtHeadOffice(ids[0] ?? '');
  await sync();
  expect(ids.map((id) => show(id)?.state)).toEqual(['erased', 'kept']);
});

test('PPL-18 a key that head office does not take keeps no other from it', async () => {
  const { sell, sync, unsent, file, logger } = kiosk();
  const ids = [personIdOf(await sell()), personIdOf(await sell()), personIdOf(await sell())];
  // The first key is another device's, the second one that of nobody.
  const wrong = Buffer.from(testSecretBox().seal(Buffer.alloc(32, 7))).toString('base64url');
  const foreign = Buffer.from(testSecretBox('x').seal(Buffer.alloc(32, 7))).toString('base64url');
  withRawDb(file, (db) => {
    const sql =
      'UPDATE person_keys SET wrapped = ? WHERE person = (SELECT seq FROM people WHERE id = ?)';
    db.run(sql, foreign, ids[0] ?? '');
    db.run(sql, wrong, ids[1] ?? '');
  });
  await sync();
  await sync();
  expect(unsent()).toEqual(ids.slice(0, 2));
  expect(await atHeadOffice(ids[2] ?? '')).toMatchObject({ state: 'kept', contact });
  expect(logger.entries.map(({ message }) => message)).toEqual([
    'The key of a person cannot be opened on this machine',
    'Head office does not take the key of a person',
  ]);
});

test('PPL-23 without a master key head office takes no keys, and the line goes on', async () => {
  const { sell, sync, unsent, logger } = kiosk();
  const personId = personIdOf(await sell());
  const keyless = await central.another({ masterKeys: null });
  const signer = { key: device.key, keyId: device.id, serverNow: central.now };
  const client = createCentralClient(keyless.url, signer);
  await sync(client);
  await sync(client);
  expect(unsent()).toEqual([personId]);
  expect(await atHeadOffice(personId)).toMatchObject({ state: 'waiting', contact: null });
  expect(logger.entries.map(({ message }) => message)).toEqual([
    'Head office takes no keys of people yet',
  ]);
  await keyless.close();
  await sync();
  expect(await atHeadOffice(personId)).toMatchObject({ state: 'kept', contact });
});

test('SYN-14 a head office that was put back gets the contacts and their keys again', async () => {
  const { sell, sync, store, erase, unsent } = kiosk();
  const [kept, erased] = [personIdOf(await sell()), personIdOf(await sell())];
  await sync();
  erase(erased);
  await sync();
  await central.db.deleteFrom('person_keys').where('person', '=', kept).execute();
  await central.db.deleteFrom('people').where('id', '=', kept).execute();
  await sync();
  expect(await atHeadOffice(kept)).toBeUndefined();

  store.outbox.resendFrom(1);
  expect(unsent()).toEqual([kept]);
  await central.db
    .deleteFrom('events')
    .where('type', '=', 'person.recorded')
    .where('device', '=', device.id)
    .execute();
  await sync();
  expect(await atHeadOffice(kept)).toMatchObject({ state: 'kept', contact });
  expect(await atHeadOffice(erased)).toMatchObject({ state: 'erased', contact: null });
  expect(store.check()).toEqual([]);
});

const full = err(fault('store.full', 'The disk is full'));

test('PPL-18 that a key was handed over and cannot be written down is told, and done again later', async () => {
  const { sell, sync, people, unsent } = kiosk();
  const ids = [personIdOf(await sell()), personIdOf(await sell())];
  const { markKeySent } = people;
  people.markKeySent = () => full;
  await expect(sync()).rejects.toMatchObject({ kind: 'unreachable', code: 'store.full' });
  // The rest waits for a disk that takes it.
  expect(unsent()).toEqual(ids);
  expect(await atHeadOffice(ids[0] ?? '')).toMatchObject({ state: 'kept', contact });
  expect(await atHeadOffice(ids[1] ?? '')).toMatchObject({ state: 'waiting' });
  people.markKeySent = markKeySent;
  await sync();
  expect(unsent()).toEqual([]);
  expect(await atHeadOffice(ids[1] ?? '')).toMatchObject({ state: 'kept', contact });
});

test('PPL-19 how far erasures were read and cannot be written down is told, and read again later', async () => {
  const { sell, sync, people, show } = kiosk();
  const personId = personIdOf(await sell());
  await sync();
  await eraseAtHeadOffice(personId);
  const { setErasuresCursor } = people;
  const before = people.erasuresCursor();
  people.setErasuresCursor = () => full;
  await expect(sync()).rejects.toMatchObject({ kind: 'unreachable', code: 'store.full' });
  expect(show(personId)).toMatchObject({ state: 'erased' });
  expect(people.erasuresCursor()).toBe(before);
  people.setErasuresCursor = setErasuresCursor;
  await sync();
  expect(people.erasuresCursor()).not.toBe(before);
});
