import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { masterKeysOf, unwrapKey, wrapKey } from '#central/core/people/master-keys.ts';
import { rewrapKeys } from '#central/core/people/rewrap-keys.ts';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { peopleProjection } from '#central/jobs/people-projection.ts';
import { sealContact } from '#main/core/people/contact-cipher.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import type { Contact } from '#shared/domain/person/contact.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { databaseRows } from '../../helpers/database-rows.ts';
import { pushedEvent } from '../../helpers/pushed-events.ts';
import { saleWithContact as sealedSale } from '../../helpers/sale-with-contact.ts';
import { tracesInFiles } from '../../helpers/store-traces.ts';

const central = startTestCentral();
let device: TestDevice;
let other: TestDevice;

beforeAll(async () => {
  device = await central.device('berlin');
  other = await central.device('paris', 'D2');
});

const contact: Contact = { name: 'Ada Lovelace', email: 'ada@example.org' };

const saleWithContact = (store = 'berlin') => sealedSale(contact, store);

async function push({ client }: TestDevice, events: readonly object[]) {
  const { data } = await client.POST('/v1/device/events', {
    body: { events: [...events], sentAtMs: Date.now() },
  });
  while ((await consumeBatch(central, peopleProjection(central))) > 0);
  return data?.answers.map(({ status, code }) => code ?? status);
}

/** Hands a key over; the status, and the code of a refusal. */
async function putKey({ client }: TestDevice, id: string, key: Buffer) {
  const { response, error } = await client.PUT('/v1/device/people/{id}/key', {
    params: { path: { id } },
    body: { key: key.toString('base64url') },
  });
  return [response.status, error?.code ?? null];
}

async function getPerson(id: string) {
  const office = await central.client(['people:read']);
  const { data, error } = await office.GET('/v1/people/{id}', { params: { path: { id } } });
  return data ?? error?.code;
}

async function erase(id: string) {
  const office = await central.client(['people:write']);
  return office.DELETE('/v1/people/{id}', { params: { path: { id } } });
}

async function audited(action: string, personId: string): Promise<number> {
  const rows = await central.db
    .selectFrom('audit_log')
    .select('details')
    .where('action', '=', action)
    .execute();
  return rows.filter(({ details }) => JSON.stringify(details).includes(personId)).length;
}

describe('a contact at head office', () => {
  test('PPL-20 PPL-25 PPL-27 can be read once both its event and its key are there', async () => {
    const { personId, orderId, key, events } = saleWithContact();
    expect(await getPerson(personId)).toBe('person.not_found');
    expect(await push(device, events)).toEqual(['stored', 'stored']);
    expect(await getPerson(personId)).toMatchObject({ state: 'waiting', orderId, contact: null });
    expect(await audited('person.read', personId)).toBe(0);
    expect(await putKey(device, personId, key)).toEqual([200, null]);
    expect(await getPerson(personId)).toEqual({
      id: personId,
      state: 'kept',
      store: 'berlin',
      orderId,
      recordedAt: expect.stringMatching(/Z$/),
      erasedAt: null,
      contact,
    });
    expect(await audited('person.read', personId)).toBe(1);
  });

  test('PPL-20 the key may come first, and again; another one is refused', async () => {
    const { personId, key, events } = saleWithContact();
    expect(await putKey(device, personId, key)).toEqual([200, null]);
    expect(await getPerson(personId)).toMatchObject({ state: 'waiting', store: null });
    await push(device, events);
    expect(await putKey(device, personId, key)).toEqual([200, null]);
    expect(await putKey(device, personId, randomBytes(32))).toEqual([409, 'person.key_conflict']);
    expect(await getPerson(personId)).toMatchObject({ state: 'kept', contact });
  });

  test('PPL-21 a key that does not open the contact is refused', async () => {
    const { personId, key, events } = saleWithContact();
    await push(device, events);
    expect(await putKey(device, personId, randomBytes(32))).toEqual([409, 'person.key_conflict']);
    expect(await putKey(device, personId, key)).toEqual([200, null]);
  });

  test('PPL-21 a device of another store can do nothing with a person', async () => {
    const { personId, key, events } = saleWithContact();
    await push(device, events);
    expect(await putKey(other, personId, key)).toEqual([404, 'person.not_found']);
    await putKey(device, personId, key);
    expect(await putKey(other, personId, key)).toEqual([404, 'person.not_found']);
    const erased = pushedEvent(1, { personId, store: 'paris' }, undefined, 'person.erased');
    expect(await push(other, [erased])).toEqual(['stored']);
    expect(await getPerson(personId)).toMatchObject({ state: 'kept' });
  });

  test('PPL-25 reading and erasing need their scopes', async () => {
    const office = await central.client(['orders:read', 'feed:read']);
    const params = { path: { id: uuidv7() } };
    expect((await office.GET('/v1/people/{id}', { params })).response.status).toBe(403);
    expect((await office.DELETE('/v1/people/{id}', { params })).response.status).toBe(403);
    const reader = await central.client(['people:read']);
    expect((await reader.DELETE('/v1/people/{id}', { params })).response.status).toBe(403);
  });
});

describe('erasure at head office', () => {
  test('PPL-26 destroys the key once, is audited, told in the feed, and cannot be undone', async () => {
    const { personId, key, events } = saleWithContact();
    await push(device, events);
    await putKey(device, personId, key);
    const first = await erase(personId);
    const again = await erase(personId);
    expect(first.data).toEqual({ id: personId, erasedAt: expect.stringMatching(/Z$/) });
    expect(again.data).toEqual(first.data);
    expect(await getPerson(personId)).toMatchObject({
      state: 'erased',
      erasedAt: first.data?.erasedAt,
      contact: null,
    });
    expect(await audited('person.erased', personId)).toBe(1);
    const told = await central.db
      .selectFrom('events')
      .select(['payload', 'store', 'device'])
      .where('type', '=', 'person.erased')
      .execute();
    expect(told.filter(({ payload }) => JSON.stringify(payload).includes(personId))).toEqual([
      { payload: { personId, store: 'berlin' }, store: 'berlin', device: null },
    ]);
    expect(await putKey(device, personId, key)).toEqual([410, 'person.erased']);
    expect(await erase(uuidv7()).then(({ response }) => response.status)).toBe(404);
  });

  test('PPL-22 whoever was erased before the key or the event came stays erased', async () => {
    const early = saleWithContact();
    await push(device, early.events);
    await erase(early.personId);
    expect(await putKey(device, early.personId, early.key)).toEqual([410, 'person.erased']);

    const late = saleWithContact();
    await putKey(device, late.personId, late.key);
    await erase(late.personId);
    await push(device, late.events);
    expect(await getPerson(late.personId)).toMatchObject({ state: 'erased', contact: null });
  });

  test('PPL-28 a device’s own erasure destroys the key here too', async () => {
    const { personId, key, events } = saleWithContact();
    await push(device, events);
    await putKey(device, personId, key);
    const erased = pushedEvent(3, { personId, store: 'berlin' }, undefined, 'person.erased');
    await push(device, [erased]);
    await push(device, [erased]);
    expect(await getPerson(personId)).toMatchObject({ state: 'erased', contact: null });
    expect(await audited('person.erased', personId)).toBe(1);
    const [entry] = await central.db
      .selectFrom('audit_log')
      .select('actor')
      .where('action', '=', 'person.erased')
      .orderBy('seq', 'desc')
      .limit(1)
      .execute();
    expect(entry?.actor).toBe(`device:${device.id}`);
  });

  test('PPL-22 a key and its erasure that meet leave no key, whichever is first', async () => {
    const sales = Array.from({ length: 25 }, () => saleWithContact());
    await push(
      device,
      sales.flatMap(({ events }) => events),
    );
    const erasures = sales.map(({ personId }) =>
      pushedEvent(9, { personId, store: 'berlin' }, undefined, 'person.erased'),
    );
    const met = await Promise.all([
      push(device, erasures),
      ...sales.flatMap(({ personId, key }) => [putKey(device, personId, key), erase(personId)]),
    ]);
    const statuses = met.flatMap((answer) => {
      if (answer === undefined) return ['nothing'];
      return 'response' in answer ? [answer.response.status] : answer;
    });
    expect(statuses.filter((status) => typeof status === 'number' && status >= 500)).toEqual([]);
    const ids = sales.map(({ personId }) => personId);
    const rows = (table: 'person_keys' | 'person_erasures') =>
      central.db.selectFrom(table).select('person').where('person', 'in', ids).execute();
    expect(await rows('person_keys')).toEqual([]);
    expect(await rows('person_erasures')).toHaveLength(25);
    const counts = await Promise.all(ids.map((id) => audited('person.erased', id)));
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  test('PPL-29 devices read every erasure once, in order, by cursor', async () => {
    const page = async (cursor?: string) => {
      const query = cursor === undefined ? {} : { cursor };
      const { data } = await device.client.GET('/v1/device/people/erasures', {
        params: { query },
      });
      return { ids: data?.items.map(({ personId }) => personId) ?? [], next: data?.nextCursor };
    };
    const before = await page();
    const erased: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { personId, events } = saleWithContact();
      await push(device, events);
      await erase(personId);
      erased.push(personId);
    }
    const after = await page(before.next);
    expect(after.ids).toEqual(erased);
    expect(await page(after.next)).toEqual({ ids: [], next: undefined });
    const places = [['x'], [0, '18446744073709551616', 1], [0, '-1', 0], ['0', '1', 2], [0, '1']];
    for (const place of places) {
      const { response } = await device.client.GET('/v1/device/people/erasures', {
        params: { query: { cursor: Buffer.from(JSON.stringify(place)).toString('base64url') } },
      });
      expect([place, response.status]).toEqual([place, 400]);
    }
  });
});

describe('the database', () => {
  test('PPL-30 holds neither a contact nor a key in the clear, nor a wrapped key after erasure', async () => {
    const left = { name: 'Quillfeather Zanzibarowa', phone: '+49 555 018273645' };
    const { personId, orderId, key } = saleWithContact();
    const sealed = sealContact(personId, left, key, randomBytes(12));
    const payload = { personId, orderId, store: 'berlin', sealed };
    await push(device, [pushedEvent(1, payload, undefined, 'person.recorded')]);
    await putKey(device, personId, key);
    expect(await getPerson(personId)).toMatchObject({ contact: left });
    const stored = await central.db
      .selectFrom('person_keys')
      .select('wrapped')
      .where('person', '=', personId)
      .executeTakeFirstOrThrow();

    const secrets = [
      'Quillfeather',
      'Zanzibarowa',
      '018273645',
      key.toString('hex'),
      key.toString('base64url'),
      key.toString('base64'),
    ];
    const wrapped = stored.wrapped.toString('hex');
    const before = await databaseRows(central);
    expect([sealed, wrapped].filter((text) => !before.includes(text))).toEqual([]);
    expect(secrets.filter((text) => before.includes(text))).toEqual([]);

    await erase(personId);
    const after = await databaseRows(central);
    expect(after.includes(sealed)).toBe(true);
    expect([...secrets, wrapped].filter((text) => after.includes(text))).toEqual([]);
    const { pool } = central.database;
    await pool.query('CHECKPOINT');
    const { rows } = await pool.query<{ folder: string }>(
      "SELECT current_setting('data_directory') AS folder",
    );
    const folder = rows[0]?.folder ?? '';
    // The search itself works: the ciphertext lies in a table's file and in PostgreSQL's log.
    // In two halves, as the log's pages may part it.
    const half = sealed.length / 2;
    const halves = [sealed.slice(0, half), sealed.slice(half)];
    const places = tracesInFiles(folder, halves).map((trace) => trace.split('/', 1)[0]);
    expect(new Set(places)).toEqual(new Set(['base', 'pg_wal']));
    expect(tracesInFiles(folder, [...secrets, key])).toEqual([]);
  });

  test('PPL-8 no log has a contact or a key, whatever is asked', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
    const server = await central.another({ logger });
    const signer = { key: device.key, keyId: device.id, serverNow: central.now };
    const client = createCentralClient(server.url, signer);
    const { personId, key, events } = saleWithContact();
    await push({ ...device, client }, events);
    await putKey({ ...device, client }, personId, Buffer.concat([key, key]));
    await putKey({ ...device, client }, personId, randomBytes(32));
    await putKey({ ...device, client }, personId, key);
    const { key: secret } = await issueApiKey(central, {
      name: 'log test',
      scopes: ['people:read'],
      actor: 'test',
    });
    const answer = await fetch(`${server.url}/v1/people/${personId}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(await answer.text()).toContain('Ada Lovelace');
    await server.close();
    const log = lines.join('');
    expect(log).toContain('Server listening');
    const secrets = ['Lovelace', 'ada@', key.toString('base64url'), key.toString('hex'), secret];
    expect(secrets.filter((word) => log.includes(word))).toEqual([]);
  });

  test('PPL-24 after a rewrap the old master key is worth nothing, and everybody can be read', async () => {
    const { personId, key, events } = saleWithContact();
    await push(device, events);
    await putKey(device, personId, key);
    const old = central.masterKeys;
    if (old === null) throw new Error('the test backend has a master key');
    const oldKey = old.byId.get(old.currentId) ?? Buffer.alloc(0);
    const next = masterKeysOf(randomBytes(32), [oldKey]);
    const onlyNext = masterKeysOf(next.byId.get(next.currentId) ?? Buffer.alloc(0));
    const stored = () =>
      central.db
        .selectFrom('person_keys')
        .select(['master_key as masterKey', 'wrapped'])
        .where('person', '=', personId)
        .executeTakeFirstOrThrow();

    const lost = await rewrapKeys(central, onlyNext, 'test');
    expect(lost).toMatchObject({ rewrapped: 0 });
    expect(lost.unreadable).toBeGreaterThan(0);
    const done = await rewrapKeys(central, next, 'test');
    expect(done).toEqual({ rewrapped: lost.unreadable, unreadable: 0 });
    expect(await rewrapKeys(central, next, 'test')).toEqual({ rewrapped: 0, unreadable: 0 });
    expect(unwrapKey(old, personId, await stored())).toBeNull();
    expect(unwrapKey(onlyNext, personId, await stored())).toEqual(key);
    expect(await getPerson(personId)).toMatchObject({ state: 'unreadable', contact: null });
    // Back, for whatever test comes next.
    await rewrapKeys(central, masterKeysOf(oldKey, [...onlyNext.byId.values()]), 'test');
    expect(await getPerson(personId)).toMatchObject({ state: 'kept', contact });
  });

  test('PPL-23 a wrapped key is bound to its person, and no bit of it can be changed', () => {
    const keys = masterKeysOf(randomBytes(32));
    const [one, two] = [uuidv7(), uuidv7()];
    const key = randomBytes(32);
    const wrapped = wrapKey(keys, one, key);
    expect(unwrapKey(keys, one, wrapped)).toEqual(key);
    expect(unwrapKey(keys, two, wrapped)).toBeNull();
    for (const [at, byte] of wrapped.wrapped.entries()) {
      const changed = Buffer.from(wrapped.wrapped);
      changed[at] = byte ^ 1;
      expect(unwrapKey(keys, one, { ...wrapped, wrapped: changed }), `byte ${at}`).toBeNull();
    }
  });
});
