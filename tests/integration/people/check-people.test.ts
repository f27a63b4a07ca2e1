import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { peopleWorld, withRawDb } from './people-world.ts';

/** Three sales with a contact; the second person is erased. */
async function soundStore() {
  const world = peopleWorld(tempFolder());
  const orders = [await world.sell(), await world.sell(), await world.sell()];
  world.erase(orders[1]?.personId ?? '');
  return { world, orders };
}

/** What somebody, or a fault of ours, could do, and the check that finds it. */
const tampering: readonly (readonly [check: string, sql: string])[] = [
  ['order-person', "UPDATE people SET order_id = 'nobody' WHERE seq = 1"],
  [
    'order-person',
    "UPDATE orders SET document = json_remove(document, '$.personId') WHERE number_seq = 3",
  ],
  ['person-key', 'DELETE FROM person_keys WHERE person = 1'],
  ['person-key', "UPDATE person_keys SET wrapped = '...' WHERE person = 1"],
  ['person-key', "UPDATE person_keys SET wrapped = '' WHERE person = 1"],
  ['person-key', "UPDATE person_keys SET wrapped = 'aKeyThatIsThere' WHERE person = 2"],
  ['person-key', 'UPDATE people SET erased_at = NULL, scrubbed = 0 WHERE seq = 2'],
  ['person-key', 'UPDATE people SET erased_at = 1 WHERE seq = 3'],
  ['person-outbox', "UPDATE people SET sealed = sealed || 'x' WHERE seq = 1"],
  ['person-outbox', "DELETE FROM outbox_events WHERE type = 'person.recorded'"],
  ['person-kept', "UPDATE people SET order_id = 'nobody' WHERE seq = 1"],
];

describe('PPL-16 what is not as it must be is found', () => {
  test.each(tampering)('%s: %s', async (check, sql) => {
    const { world } = await soundStore();
    expect(world.store.check()).toEqual([]);
    withRawDb(world.file, (db) => {
      db.execute('PRAGMA foreign_keys = OFF');
      expect(db.run(sql).changes).toBeGreaterThan(0);
    });
    expect(world.store.check().map((finding) => finding.check)).toContain(check);
    await world.close();
  });

  test('an order whose only event is its person has none of its own', async () => {
    const { world } = await soundStore();
    withRawDb(world.file, (db) =>
      db.run("UPDATE outbox_events SET order_id = NULL WHERE type = 'order.completed'"),
    );
    expect(world.store.check().map((finding) => finding.check)).toContain('order-outbox');
    await world.close();
  });

  test('the person is named', async () => {
    const { world, orders } = await soundStore();
    withRawDb(world.file, (db) => db.run("UPDATE person_keys SET wrapped = '' WHERE person = 1"));
    expect(world.store.check()).toEqual([
      {
        check: 'person-key',
        message: `person ${orders[0]?.personId} has not the key that they must have, or one that was to be destroyed`,
      },
    ]);
    await world.close();
  });
});
