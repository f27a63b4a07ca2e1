import type { DeviceHealth, PrintConfirmation } from '#shared/contract/ipc/devices.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';

/** How an attempt to print ended. `reason` is English, for IT. */
export type PrintOutcome =
  /** The printer said that it is on paper; by `nothing`, that it took every byte. */
  | { readonly outcome: 'printed'; readonly confirmedBy: PrintConfirmation }
  /** No byte of it was sent: it may be tried again. */
  | { readonly outcome: 'notSent'; readonly reason: string }
  /** Some of it was sent, and the printer did not say that it is on paper. */
  | { readonly outcome: 'unknown'; readonly reason: string }
  /** It cannot be written for this printer at all. */
  | { readonly outcome: 'failed'; readonly reason: string };

/** What else belongs to a job besides its document. */
export interface PrintOptions {
  readonly openDrawer: boolean;
  /** Says COPY at the top. */
  readonly copy: boolean;
  /** Something of an earlier job may stand on the paper: it is cut off first. */
  readonly separate: boolean;
}

/** A receipt printer: a protocol over a transport, or a virtual one that cannot be told apart. */
export interface ReceiptPrinter {
  /**
   * Prints one document; the next call waits for the end of this one. `beforeFirstByte` is called
   * when the printer is ready and the bytes are made, before any is sent; when it throws, none is.
   */
  print(
    document: ReceiptDocument,
    options: PrintOptions,
    beforeFirstByte: () => void,
  ): Promise<PrintOutcome>;
  /** Does now what `print` would have to do first with this document; harmless when it is not printed. */
  prepare(document: ReceiptDocument, options: PrintOptions): void;
  /** Sends the drawer pulse now; false when the printer cannot be reached. */
  openDrawer(): Promise<boolean>;
  health(): DeviceHealth;
  /** Calls `listener` after each change of health until the returned function is called. */
  onHealth(listener: () => void): () => void;
}
