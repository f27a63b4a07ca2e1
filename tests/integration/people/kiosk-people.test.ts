import { statSync } from 'node:fs';
import { Check } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { PersonErasedV1, PersonRecordedV1 } from '#shared/contract/api/people.ts';
import { testSecretBox } from '../../helpers/secret-box.ts';
import { tracesInFiles, tracesInRows } from '../../helpers/store-traces.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  canaries,
  contact,
  peopleWorld,
  personIdOf,
  withRawDb,
  wrappedKey,
} from './people-world.ts';

interface EventRow {
  readonly type: string;
  readonly order_id: string | null;
  readonly payload: string;
}

function outbox(file: string): readonly EventRow[] {
  return withRawDb(file, (db) =>
    db.all<EventRow>('SELECT type, order_id, payload FROM outbox_events ORDER BY device_seq'),
  );
}

describe('a contact that is left with a sale', () => {
  test('PPL-4 PPL-5 the order names the person, the outbox carries ciphertext, the desk can read it', async () => {
    const world = peopleWorld(tempFolder());
    const order = await world.sell();
    const personId = personIdOf(order);
    expect(world.show(personId)).toMatchObject({
      state: 'kept',
      contact,
      person: { orderId: order.id, store: 'berlin', recordedAt: order.soldAt },
    });

    const [completed, recorded, ...rest] = outbox(world.file);
    expect(rest).toEqual([]);
    expect(completed?.type).toBe('order.completed');
    expect(completed?.payload).not.toContain(personId);
    expect(tracesInRows(world.file, [personId])).toEqual(
      ['orders', 'outbox_events', 'people'].map((table) => `${table}: ${personId}`),
    );
    expect(recorded).toMatchObject({ type: 'person.recorded', order_id: order.id });
    const payload: unknown = JSON.parse(recorded?.payload ?? '');
    expect(Check(PersonRecordedV1, payload)).toBe(true);
    expect(payload).toMatchObject({ personId, orderId: order.id, store: 'berlin' });
    expect(world.store.check()).toEqual([]);
    await world.close();
  });

  test('PPL-4 a sale without a contact makes no person', async () => {
    const world = peopleWorld(tempFolder());
    const order = await world.sell(null);
    expect(JSON.stringify(order)).not.toContain('personId');
    expect(outbox(world.file).map(({ type }) => type)).toEqual(['order.completed']);
    expect(withRawDb(world.file, (db) => db.all('SELECT * FROM people'))).toEqual([]);
    await world.close();
  });

  test('PPL-7 PPL-8 nothing of it is in any file, row or log, receipts and paper included', async () => {
    const folder = tempFolder();
    const world = peopleWorld(folder);
    await world.sell();
    await world.printed();
    // The searches themselves work: they find what is there in the clear.
    expect(tracesInFiles(folder, ['Atelier Nord'])).toContain('kiosk.db-wal: Atelier Nord');
    expect(tracesInRows(world.file, ['Atelier Nord'])).not.toEqual([]);
    expect(tracesInFiles(folder, canaries)).toEqual([]);
    expect(tracesInRows(world.file, canaries)).toEqual([]);
    const told = JSON.stringify([world.logger.entries, world.events.told, world.paper.state()]);
    expect(canaries.filter((word) => told.includes(word))).toEqual([]);
    await world.close();
    expect(tracesInFiles(folder, canaries)).toEqual([]);
  });

  test('PPL-7 the key on disk is worth nothing without the secret box of this device', async () => {
    const world = peopleWorld(tempFolder());
    const personId = personIdOf(await world.sell());
    expect(world.show(personId, testSecretBox('another device'))).toMatchObject({
      state: 'unreadable',
    });
    expect(world.show(personId)).toMatchObject({ state: 'kept' });
    await world.close();
  });
});

describe('erasure', () => {
  test('PPL-11 PPL-12 destroys the key, tells head office and the journal once', async () => {
    const world = peopleWorld(tempFolder());
    const order = await world.sell();
    const personId = personIdOf(order);
    const other = personIdOf(await world.sell());
    world.clock.advance(60_000);
    expect(world.erase(personId)).toEqual({ state: 'erased', isNew: true, isScrubbed: true });
    expect(world.show(personId)).toMatchObject({
      state: 'erased',
      person: { erasedAt: order.soldAt + 60_000, wrappedKey: null },
    });
    world.clock.advance(60_000);
    expect(world.erase(personId)).toMatchObject({ state: 'erased', isNew: false });

    const erasures = outbox(world.file).filter(({ type }) => type === 'person.erased');
    expect(erasures).toHaveLength(1);
    const payload: unknown = JSON.parse(erasures[0]?.payload ?? '');
    expect(Check(PersonErasedV1, payload)).toBe(true);
    expect(payload).toEqual({ personId, store: 'berlin' });
    expect(
      withRawDb(world.file, (db) =>
        db.all("SELECT order_id, payload FROM journal WHERE type = 'person.erased'"),
      ),
    ).toEqual([{ order_id: order.id, payload: JSON.stringify({ by: 'device', personId }) }]);
    expect(world.store.check()).toEqual([]);
    expect(world.show(other)).toMatchObject({ state: 'kept', contact });
    expect(world.erase('01950000-0000-7000-8000-ffffffffffff')).toEqual({ state: 'unknown' });
    await world.close();
  });

  test('PPL-14 leaves no copy of the key in the store file or its log', async () => {
    const folder = tempFolder();
    const world = peopleWorld(folder);
    const personId = personIdOf(await world.sell());
    const key = wrappedKey(world.file, personId);
    expect(tracesInFiles(folder, [key])).toEqual([`kiosk.db-wal: ${key}`]);

    world.erase(personId);
    expect(statSync(`${world.file}-wal`).size).toBeLessThan(20_000);
    expect(tracesInFiles(folder, [key, ...canaries])).toEqual([]);
    expect(tracesInRows(world.file, [key, ...canaries])).toEqual([]);
    await world.close();
    expect(tracesInFiles(folder, [key, ...canaries])).toEqual([]);
  });

  test('PPL-14 of many keys on many pages exactly the destroyed ones are gone', async () => {
    const folder = tempFolder();
    const world = peopleWorld(folder);
    const persons: { readonly id: string; readonly key: string }[] = [];
    for (let sale = 0; sale < 150; sale += 1) {
      const id = personIdOf(await world.sell());
      persons.push({ id, key: wrappedKey(world.file, id) });
    }
    const isErased = (_: unknown, index: number) => (index * 7) % 3 === 0;
    for (const { id } of persons.filter(isErased)) world.erase(id);
    await world.close();

    const destroyed = persons.filter(isErased).map(({ key }) => key);
    const kept = persons.filter((person, at) => !isErased(person, at)).map(({ key }) => key);
    expect(destroyed.length).toBeGreaterThan(40);
    expect(tracesInFiles(folder, destroyed)).toEqual([]);
    expect(tracesInFiles(folder, kept)).toHaveLength(kept.length);
    const reopened = peopleWorld(folder);
    expect(reopened.store.check()).toEqual([]);
    await reopened.close();
  });

  test('PPL-13 while somebody reads, the log waits; it is cleared when they are done', async () => {
    const folder = tempFolder();
    const world = peopleWorld(folder);
    const personId = personIdOf(await world.sell());
    const key = wrappedKey(world.file, personId);
    withRawDb(world.file, (reader) => {
      reader.execute('BEGIN');
      reader.all('SELECT * FROM people');
      expect(world.erase(personId)).toEqual({ state: 'erased', isNew: true, isScrubbed: false });
      expect(tracesInFiles(folder, [key])).not.toEqual([]);
      reader.execute('COMMIT');
    });
    expect(world.store.people.scrub()).toEqual({ ok: true, value: true });
    expect(tracesInFiles(folder, [key])).toEqual([]);
    await world.close();
  });
});

test('PPL-15 head office has the keys of stored sales once each, oldest first, and not of erased ones', async () => {
  const world = peopleWorld(tempFolder());
  const ids: string[] = [];
  for (let sale = 0; sale < 3; sale += 1) ids.push(personIdOf(await world.sell()));
  const { people } = world.store;
  const unsent = (limit = 10) => people.unsentKeys(limit).map(({ id }) => id);
  expect(unsent()).toEqual(ids);
  expect(unsent(2)).toEqual(ids.slice(0, 2));
  people.markKeySent(ids[0] ?? '', 1);
  world.erase(ids[1] ?? '');
  expect(unsent()).toEqual(ids.slice(2));
  expect(people.erasuresCursor()).toBeNull();
  people.setErasuresCursor('a');
  people.setErasuresCursor('b');
  expect(people.erasuresCursor()).toBe('b');
  await world.close();
});
