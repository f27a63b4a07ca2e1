import { receiptNumber } from './device.ts';
import { firstPreviousHash, journalHash } from './journal.ts';
import { outboxHash } from './outbox.ts';
import type { ReadableDb } from './sqlite.ts';
import type { StoreFinding } from './store-finding.ts';

const rowsPerPage = 500;

interface JournalRow {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly order_id: string | null;
  readonly payload: string;
  readonly previous_hash: string;
  readonly hash: string;
}

interface OutboxRow {
  readonly device_seq: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly payload: string;
  readonly hash: string;
}

/** The journal's chain, and the numbers that must have no gaps. The first fault of each is named. */
export function checkChains(db: ReadableDb): readonly StoreFinding[] {
  return [checkReceiptNumbers(db), checkJournal(db), checkOutbox(db)].filter(
    (finding) => finding !== null,
  );
}

/** Rows after `last` in order of their number, page by page. */
function* eachRow<Row>(
  db: ReadableDb,
  sql: string,
  numberOf: (row: Row) => number,
): Generator<Row> {
  let last = 0;
  for (;;) {
    const rows = db.all<Row>(sql, last, rowsPerPage);
    for (const row of rows) {
      yield row;
      last = numberOf(row);
    }
    if (rows.length < rowsPerPage) return;
  }
}

function checkReceiptNumbers(db: ReadableDb): StoreFinding | null {
  const check = 'receipt-numbers';
  const device = db.get<{ readonly code: string; readonly receipt_counter: number }>(
    'SELECT code, receipt_counter FROM device',
  );
  if (device === undefined) return { check, message: 'the store has no device' };
  let next = 1;
  const rows = eachRow<{ readonly number_seq: number; readonly number: string }>(
    db,
    'SELECT number_seq, number FROM orders WHERE number_seq > ? ORDER BY number_seq LIMIT ?',
    (row) => row.number_seq,
  );
  for (const row of rows) {
    if (row.number_seq !== next || row.number !== receiptNumber(device.code, next)) {
      const expected = receiptNumber(device.code, next);
      return { check, message: `after ${expected} was expected, ${row.number} comes` };
    }
    next += 1;
  }
  return device.receipt_counter === next - 1
    ? null
    : {
        check,
        message: `the counter stands at ${device.receipt_counter}, the last order is number ${next - 1}`,
      };
}

function checkJournal(db: ReadableDb): StoreFinding | null {
  const check = 'journal-chain';
  let previousHash = firstPreviousHash;
  let seq = 0;
  const rows = eachRow<JournalRow>(
    db,
    `SELECT seq, at, type, order_id, payload, previous_hash, hash FROM journal
     WHERE seq > ? ORDER BY seq LIMIT ?`,
    (row) => row.seq,
  );
  for (const row of rows) {
    seq += 1;
    if (row.seq !== seq) return { check, message: `journal entry ${seq} is missing` };
    const { at, type, order_id: orderId, payload } = row;
    const hash = journalHash({ seq, at, type, orderId, payload, previousHash });
    if (row.previous_hash !== previousHash || row.hash !== hash) {
      return { check, message: `journal entry ${seq} was changed, or the one before it` };
    }
    previousHash = hash;
  }
  return null;
}

function checkOutbox(db: ReadableDb): StoreFinding | null {
  const check = 'outbox';
  let deviceSeq = 0;
  const rows = eachRow<OutboxRow>(
    db,
    `SELECT device_seq, id, type, schema_version, payload, hash FROM outbox_events
     WHERE device_seq > ? ORDER BY device_seq LIMIT ?`,
    (row) => row.device_seq,
  );
  for (const row of rows) {
    deviceSeq += 1;
    if (row.device_seq !== deviceSeq) {
      return { check, message: `outbox event ${deviceSeq} is missing` };
    }
    const { id, type, schema_version: schemaVersion, payload } = row;
    if (row.hash !== outboxHash({ id, deviceSeq, type, schemaVersion, payload })) {
      return { check, message: `outbox event ${deviceSeq} was changed` };
    }
  }
  const counter = db.value<number>('SELECT device_seq FROM device') ?? 0;
  return counter === deviceSeq
    ? null
    : { check, message: `the counter stands at ${counter}, the last event is ${deviceSeq}` };
}
