/** A receipt printer at the end of a transport; takes finished bytes in order. */
export interface ReceiptPrinter {
  /** Characters per line in font A. */
  readonly columns: number;
  /** Resolves when the device has taken every byte; rejects when it could not. */
  write(bytes: Uint8Array): Promise<void>;
}
