import type { PrintConfirmation } from '#shared/contract/ipc/devices.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import type { UnixMs } from '#shared/lib/time.ts';

/** A job that waits to be sent. */
export interface WaitingJob {
  readonly id: number;
  readonly kind: PrintJobView['kind'];
  readonly orderId: string | null;
  /** `null`: what is stored cannot be read. */
  readonly document: ReceiptDocument | null;
  readonly queuedAt: UnixMs;
}

/** Kinds of paper that belong to no order. */
type LoosePaper = Exclude<PrintJobView['kind'], 'receipt' | 'copy'>;

/** What became of a job that was `sending`. */
export type PrintEnd =
  | { readonly state: 'printed'; readonly confirmedBy: PrintConfirmation }
  | { readonly state: 'unknown' | 'failed'; readonly reason: string };

/** A job whose end is still to be written down. */
export interface EndedJob {
  readonly id: number;
  readonly end: PrintEnd;
}

/** Every job that was ever asked for, in the order in which it was; each call is one durable transaction. */
export interface PrintLedger {
  /** The oldest queued job, or null. */
  next(): WaitingJob | null;
  job(id: number): PrintJobView | null;
  /** The newest first; `open` leaves out what is printed or acknowledged. */
  jobs(filter: { readonly limit: number; readonly open: boolean }): readonly PrintJobView[];
  /** The jobs of an order, oldest first. */
  jobsOfOrder(orderId: string): readonly PrintJobView[];
  /** From `queued`; counts an attempt. With the end of the job before it, where that is still to be written. */
  markSending(id: number, at: UnixMs, before?: EndedJob): void;
  /** From `sending`; `failed` also from `queued`. */
  end(id: number, end: PrintEnd, at: UnixMs): void;
  /**
   * From `queued` to `expired`, every job queued before `before`, or more than a minute after `at` by a
   * clock that was set back since; returns their ids.
   */
  expire(before: UnixMs, at: UnixMs): readonly number[];
  /**
   * From `sending` to `unknown`: the process died while the printer was taking them, so nobody
   * knows whether they are on paper. Returns how many there were.
   */
  markInterrupted(at: UnixMs): number;
  /** A new job with the document of `id`, which needs nobody's attention any more. Returns the new id. */
  printAnew(id: number, as: 'same' | 'copy', at: UnixMs): number;
  /** A job that belongs to no order. Returns its id. */
  addPaper(kind: LoosePaper, document: ReceiptDocument, at: UnixMs): number;
  /** Takes an unknown job off the open ones. */
  acknowledge(id: number): void;
}
