import type { PrintJob, PrintJobs } from '#main/core/ports/sale-store.ts';
import { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { WritableDb } from './sqlite.ts';
import { storedJson } from './stored-json.ts';

interface PrintJobRow {
  readonly id: number;
  readonly order_id: string;
  readonly receipt: string;
  readonly state: PrintJob['state'];
}

const parseReceipt = storedJson(ReceiptDocument);

export function addPrintJob(
  db: WritableDb,
  orderId: string,
  receipt: ReceiptDocument,
  at: UnixMs,
): void {
  db.run(
    `INSERT INTO print_jobs (order_id, receipt, state, changed_at) VALUES (?, ?, 'queued', ?)`,
    orderId,
    JSON.stringify(receipt),
    at,
  );
}

export function createPrintJobs(db: WritableDb): PrintJobs {
  return {
    next: () => {
      // Both conditions: the first is the partial index's own, without it SQLite does not use it.
      const row = db.get<PrintJobRow>(
        `SELECT id, order_id, receipt, state FROM print_jobs
         WHERE state IN ('queued', 'sending') AND state = 'queued' ORDER BY id LIMIT 1`,
      );
      if (row === undefined) return null;
      return {
        id: row.id,
        orderId: row.order_id,
        receipt: parseReceipt(row.receipt, `receipt of order ${row.order_id}`),
        state: row.state,
      };
    },
    setState: (id, state, at) => {
      db.immediate(() => {
        db.run('UPDATE print_jobs SET state = ?, changed_at = ? WHERE id = ?', state, at, id);
      });
    },
    markInterrupted: (at) =>
      db.immediate(
        () =>
          db.run(
            `UPDATE print_jobs SET state = 'unknown', changed_at = ?
             WHERE state IN ('queued', 'sending') AND state = 'sending'`,
            at,
          ).changes,
      ),
  };
}
