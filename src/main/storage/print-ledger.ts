import type { PrintEnd, PrintLedger, WaitingJob } from '#main/core/ports/print-ledger.ts';
import type { PrintConfirmation } from '#shared/contract/ipc/devices.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { assert } from '#shared/lib/assert.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

interface PrintJobRow {
  readonly id: number;
  readonly kind: PrintJobView['kind'];
  readonly order_id: string | null;
  readonly order_number: string | null;
  readonly state: PrintJobView['state'];
  readonly attempts: number;
  readonly queued_at: number;
  readonly changed_at: number;
  readonly confirmed_by: PrintConfirmation | null;
  readonly reason: string | null;
}

type WaitingRow = Pick<PrintJobRow, 'id' | 'kind' | 'order_id' | 'queued_at'> & {
  readonly document: string;
};

const parseDocument = storedJson(ReceiptDocument);

/** A document that cannot be read must not keep what stands behind it from being printed. */
function readable(document: string, id: number): ReceiptDocument | null {
  try {
    return parseDocument(document, `document of print job ${id}`);
  } catch {
    return null;
  }
}

const selectJobs = `SELECT j.id, j.kind, j.order_id, o.number AS order_number, j.state, j.attempts,
  j.queued_at, j.changed_at, j.confirmed_by, j.reason
  FROM print_jobs j LEFT JOIN orders o ON o.id = j.order_id`;

/** Clocks are corrected by less. */
const clockSlackMs = 60_000;

// The condition of the partial index; without it SQLite does not use the index.
const isOpen = `state <> 'printed' AND acknowledged = 0`;

function viewOf(row: PrintJobRow): PrintJobView {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.order_id === null ? {} : { orderId: row.order_id }),
    ...(row.order_number === null ? {} : { orderNumber: row.order_number }),
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.queued_at,
    changedAt: row.changed_at,
    ...(row.confirmed_by === null ? {} : { confirmedBy: row.confirmed_by }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}

function findJob(db: ReadableDb, id: number): PrintJobView | null {
  const row = db.get<PrintJobRow>(`${selectJobs} WHERE j.id = ?`, id);
  return row === undefined ? null : viewOf(row);
}

function nextJob(db: ReadableDb): WaitingJob | null {
  const row = db.get<WaitingRow>(
    `SELECT id, kind, order_id, document, queued_at FROM print_jobs
     WHERE ${isOpen} AND state = 'queued' ORDER BY id LIMIT 1`,
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    kind: row.kind,
    orderId: row.order_id,
    document: readable(row.document, row.id),
    queuedAt: row.queued_at,
  };
}

export function addPrintJob(
  db: WritableDb,
  orderId: string,
  receipt: ReceiptDocument,
  at: UnixMs,
): void {
  db.run(
    `INSERT INTO print_jobs (kind, order_id, document, state, queued_at, changed_at)
     VALUES ('receipt', ?, ?, 'queued', ?, ?)`,
    orderId,
    JSON.stringify(receipt),
    at,
    at,
  );
}

/** A further job with the document of `id`, which needs nobody's attention any more. */
function printAnew(db: WritableDb, id: number, as: 'same' | 'copy', at: UnixMs): number {
  return db.immediate(() => {
    const anew = db.run(
      `INSERT INTO print_jobs (kind, order_id, document, state, queued_at, changed_at)
       SELECT CASE WHEN ? = 'copy' AND kind = 'receipt' THEN 'copy' ELSE kind END,
         order_id, document, 'queued', ?, ?
       FROM print_jobs WHERE id = ?`,
      as,
      at,
      at,
      id,
    );
    assert(anew.changes === 1, `there is a print job ${id}`);
    db.run('UPDATE print_jobs SET acknowledged = 1 WHERE id = ?', id);
    return anew.rowId;
  });
}

function endJob(db: WritableDb, id: number, end: PrintEnd, at: UnixMs): void {
  const confirmedBy = end.state === 'printed' ? end.confirmedBy : null;
  const reason = end.state === 'printed' ? null : end.reason;
  const from = end.state === 'failed' ? "('queued', 'sending')" : "('sending')";
  const { changes } = db.run(
    `UPDATE print_jobs SET state = ?, confirmed_by = ?, reason = ?, changed_at = ?
     WHERE id = ? AND state IN ${from}`,
    end.state,
    confirmedBy,
    reason,
    at,
    id,
  );
  assert(changes === 1, `print job ${id} could end as ${end.state}`);
}

export function createPrintLedger(db: WritableDb): PrintLedger {
  return {
    next: () => nextJob(db),
    job: (id) => findJob(db, id),
    jobs: ({ limit, open }) =>
      db
        .all<PrintJobRow>(
          `${selectJobs} ${open ? `WHERE ${isOpen}` : ''} ORDER BY j.id DESC LIMIT ?`,
          limit,
        )
        .map(viewOf),
    jobsOfOrder: (orderId) =>
      db.all<PrintJobRow>(`${selectJobs} WHERE j.order_id = ? ORDER BY j.id`, orderId).map(viewOf),
    markSending: (id, at, before) =>
      db.immediate(() => {
        if (before !== undefined) endJob(db, before.id, before.end, at);
        const { changes } = db.run(
          `UPDATE print_jobs SET state = 'sending', attempts = attempts + 1, changed_at = ?
           WHERE id = ? AND state = 'queued'`,
          at,
          id,
        );
        assert(changes === 1, `print job ${id} was queued`);
      }),
    end: (id, end, at) => db.immediate(() => endJob(db, id, end, at)),
    expire: (before, at) => {
      const old = `${isOpen} AND state = 'queued' AND (queued_at < ? OR queued_at > ?)`;
      // Queued before the clock was set back, who knows when.
      const future = at + clockSlackMs;
      // A look costs no transaction, and mostly there is nothing.
      const found = db.get(`SELECT 1 FROM print_jobs WHERE ${old}`, before, future);
      if (found === undefined) return [];
      return db.immediate(() => {
        const rows = db.all<{ readonly id: number }>(
          `SELECT id FROM print_jobs WHERE ${old} ORDER BY id`,
          before,
          future,
        );
        db.run(
          `UPDATE print_jobs SET state = 'expired', reason = 'waited too long', changed_at = ?
           WHERE ${old}`,
          at,
          before,
          future,
        );
        return rows.map(({ id }) => id);
      });
    },
    markInterrupted: (at) =>
      db.immediate(
        () =>
          db.run(
            `UPDATE print_jobs
             SET state = 'unknown', reason = 'the kiosk stopped while it was sent', changed_at = ?
             WHERE ${isOpen} AND state = 'sending'`,
            at,
          ).changes,
      ),
    printAnew: (id, as, at) => printAnew(db, id, as, at),
    addPaper: (kind, document, at) =>
      db.immediate(
        () =>
          db.run(
            `INSERT INTO print_jobs (kind, order_id, document, state, queued_at, changed_at)
             VALUES (?, NULL, ?, 'queued', ?, ?)`,
            kind,
            JSON.stringify(document),
            at,
            at,
          ).rowId,
      ),
    acknowledge: (id) =>
      db.immediate(() => {
        db.run('UPDATE print_jobs SET acknowledged = 1 WHERE id = ?', id);
      }),
  };
}
