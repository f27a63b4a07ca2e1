import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';

/** A receipt printer: a protocol over a transport, or a virtual one that cannot be told apart. */
export interface ReceiptPrinter {
  /** Resolves when the device has taken every byte of the receipt; rejects when it could not. */
  print(receipt: ReceiptDocument, options: { readonly openDrawer: boolean }): Promise<void>;
}
