import type { ErasedBy, PeopleStore, StoredPerson } from '#main/core/ports/people.ts';
import type { DomainEvent } from '#main/core/ports/sale-store.ts';
import type { SealedPerson } from '#main/core/ports/sealed-person.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { addJournalEntry } from './journal.ts';
import { addOutboxEvent } from './outbox.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';

interface PersonRow {
  readonly seq: number;
  readonly id: string;
  readonly order_id: string;
  readonly store: string;
  readonly sealed: string;
  readonly recorded_at: number;
  readonly erased_at: number | null;
  readonly wrapped: string;
}

/** Stands where a key was, as often as the key was long; base64url has no such character. */
export const keyEraser = '.';

function findRow(db: ReadableDb, id: string): PersonRow | undefined {
  return db.get<PersonRow>(
    `SELECT p.seq, p.id, p.order_id, p.store, p.sealed, p.recorded_at, p.erased_at, k.wrapped
     FROM people p JOIN person_keys k ON k.person = p.seq WHERE p.id = ?`,
    id,
  );
}

function storedPerson(row: PersonRow): StoredPerson {
  return {
    id: row.id,
    orderId: row.order_id,
    store: row.store,
    recordedAt: row.recorded_at,
    sealed: row.sealed,
    wrappedKey: row.erased_at === null ? row.wrapped : null,
    erasedAt: row.erased_at,
  };
}

/**
 * Stores a sealed contact, inside the transaction of its payment or its sale. One that is there
 * already, since its payment was begun, stays as it is.
 */
export function addPerson(
  db: WritableDb,
  person: SealedPerson,
  of: { readonly orderId: string; readonly store: string; readonly at: UnixMs },
): void {
  const { changes, rowId } = db.run(
    `INSERT INTO people (id, order_id, store, sealed, recorded_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
    person.id,
    of.orderId,
    of.store,
    person.sealed,
    of.at,
  );
  if (changes === 0) return;
  db.run('INSERT INTO person_keys (person, wrapped) VALUES (?, ?)', rowId, person.wrappedKey);
}

/** The sealed contact that was stored with a payment; its key is worthless when it was erased since. */
export function sealedPerson(db: ReadableDb, id: string): SealedPerson | undefined {
  const row = findRow(db, id);
  return row === undefined ? undefined : { id, sealed: row.sealed, wrappedKey: row.wrapped };
}

/** Overwrites a key; false when that was done before. Inside a transaction. */
function destroyKey(db: WritableDb, seq: number, at: UnixMs): boolean {
  const { changes } = db.run(
    'UPDATE people SET erased_at = ? WHERE seq = ? AND erased_at IS NULL',
    at,
    seq,
  );
  if (changes === 0) return false;
  const length = db.value<number>('SELECT length(wrapped) FROM person_keys WHERE person = ?', seq);
  const dots = keyEraser.repeat(length ?? 0);
  db.run('UPDATE person_keys SET wrapped = ? WHERE person = ?', dots, seq);
  return true;
}

/** A payment that ended without a sale leaves nothing of its contact. Inside a transaction. */
export function dropPersonOfPayment(db: WritableDb, paymentId: string): void {
  const person = db.get<{ readonly seq: number; readonly recorded_at: number }>(
    `SELECT p.seq, p.recorded_at FROM payment_intents i JOIN people p ON p.id = i.person
     WHERE i.payment_id = ? AND NOT EXISTS (SELECT 1 FROM orders WHERE id = i.order_id)`,
    paymentId,
  );
  if (person !== undefined) destroyKey(db, person.seq, person.recorded_at);
}

function erase(
  db: WritableDb,
  id: string,
  erasure: { readonly by: ErasedBy; readonly at: UnixMs; readonly event: DomainEvent | null },
): boolean {
  return db.immediate(() => {
    const row = findRow(db, id);
    if (row === undefined || !destroyKey(db, row.seq, erasure.at)) return false;
    const isSold = db.value('SELECT 1 FROM orders WHERE id = ?', row.order_id) !== undefined;
    const orderId = isSold ? row.order_id : null;
    const payload = { personId: id, by: erasure.by };
    addJournalEntry(db, { type: 'person.erased', payload, at: erasure.at, orderId });
    if (erasure.event !== null) addOutboxEvent(db, orderId, erasure.event);
    return true;
  });
}

/** Only those are marked that were destroyed before the log was emptied. */
function scrub(db: WritableDb): boolean {
  const destroyed = db.tuples<[seq: number]>(
    'SELECT seq FROM people WHERE erased_at IS NOT NULL AND scrubbed = 0',
  );
  if (destroyed.length === 0) return true;
  if (!db.emptyLog()) return false;
  db.immediate(() => {
    for (const [seq] of destroyed) db.run('UPDATE people SET scrubbed = 1 WHERE seq = ?', seq);
  });
  return true;
}

function unsentKeys(db: ReadableDb, limit: number) {
  return db
    .tuples<[id: string, wrapped: string]>(
      `SELECT p.id, k.wrapped FROM people p JOIN person_keys k ON k.person = p.seq
       WHERE p.erased_at IS NULL AND p.key_sent_at IS NULL
         AND EXISTS (SELECT 1 FROM orders WHERE id = p.order_id)
       ORDER BY p.seq LIMIT ?`,
      limit,
    )
    .map(([id, wrappedKey]) => ({ id, wrappedKey }));
}

export function createPeopleStore(db: WritableDb): PeopleStore {
  return {
    person: (id) => {
      const row = findRow(db, id);
      return row === undefined ? null : storedPerson(row);
    },
    erase: (id, erasure) => tryWrite(db.file, () => erase(db, id, erasure)),
    scrub: () => tryWrite(db.file, () => scrub(db)),
    unsentKeys: (limit) => unsentKeys(db, limit),
    markKeySent: (id, at) =>
      tryWrite(db.file, () => {
        db.immediate(() => db.run('UPDATE people SET key_sent_at = ? WHERE id = ?', at, id));
        return null;
      }),
    erasuresCursor: () =>
      db.value<string>('SELECT erasures_cursor FROM people_sync WHERE id = 1') ?? null,
    setErasuresCursor: (cursor) =>
      tryWrite(db.file, () => {
        db.immediate(() =>
          db.run(
            `INSERT INTO people_sync (id, erasures_cursor) VALUES (1, ?)
             ON CONFLICT (id) DO UPDATE SET erasures_cursor = excluded.erasures_cursor`,
            cursor,
          ),
        );
        return null;
      }),
  };
}
