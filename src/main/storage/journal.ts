import { canonicalJson, type Json } from '#shared/lib/canonical-json.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { sha256 } from './sha256.ts';
import type { WritableDb } from './sqlite.ts';

/** What stands before the first entry. */
export const firstPreviousHash = '0'.repeat(64);

/** The text that an entry's hash is taken of; `payload` is its stored JSON. */
export function journalHash(entry: {
  readonly seq: number;
  readonly at: UnixMs;
  readonly type: string;
  readonly orderId: string | null;
  readonly payload: string;
  readonly previousHash: string;
}): string {
  return sha256(
    canonicalJson([
      entry.seq,
      entry.at,
      entry.type,
      entry.orderId,
      entry.payload,
      entry.previousHash,
    ]),
  );
}

/** Adds the next link of the chain; inside the transaction of what it records. */
export function addJournalEntry(
  db: WritableDb,
  entry: {
    readonly at: UnixMs;
    readonly type: string;
    readonly orderId: string | null;
    readonly payload: Json;
  },
): void {
  const last = db.get<{ readonly seq: number; readonly hash: string }>(
    'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1',
  );
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? firstPreviousHash;
  const payload = canonicalJson(entry.payload);
  const { at, type, orderId } = entry;
  db.run(
    `INSERT INTO journal (seq, at, type, order_id, payload, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    seq,
    at,
    type,
    orderId,
    payload,
    previousHash,
    journalHash({ seq, at, type, orderId, payload, previousHash }),
  );
}
