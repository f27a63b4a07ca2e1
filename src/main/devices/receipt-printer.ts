import type { ReceiptPrinter } from '#main/core/ports/receipt-printer.ts';
import { encodeReceipt, type PrinterProfile } from './protocols/escpos-receipt.ts';
import type { Transport } from './transports/transport.ts';

/** An ESC/POS printer at the end of a transport. */
export function createReceiptPrinter(
  transport: Transport,
  profile: PrinterProfile,
): ReceiptPrinter {
  return {
    print: (receipt, options) => transport.write(encodeReceipt(receipt, profile, options)),
  };
}
