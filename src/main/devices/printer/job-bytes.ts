import type { PrintOptions } from '#main/core/ports/receipt-printer.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { startAfresh } from '../protocols/escpos/between-jobs.ts';
import { encodeReceipt } from '../protocols/escpos/encode-receipt.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { storedLogoKeysOf } from '../protocols/escpos/stored-logo.ts';

/** The bytes of jobs for one printer; those of the last one are kept, so that they can be made ahead. */
export interface JobBytes {
  /** `storedLogos` is `null` when the printer does not tell: then it gets its pictures with each job. */
  of(
    document: ReceiptDocument,
    options: PrintOptions,
    storedLogos: ReadonlySet<string> | null,
  ): Uint8Array;
}

export function jobBytes(profile: PrinterProfile): JobBytes {
  let last = { key: '', bytes: new Uint8Array() };
  return {
    of(document, options, storedLogos) {
      // Behind a job in doubt: half a picture may be stored under its key.
      const sure = options.separate && storedLogos !== null ? new Set<string>() : storedLogos;
      const stored = storedLogoKeysOf(document).map((key) => sure?.has(key) ?? null);
      const key = JSON.stringify([options, stored, document]);
      if (key !== last.key) last = { key, bytes: encode(document, options, sure) };
      return last.bytes;
    },
  };

  function encode(
    document: ReceiptDocument,
    { openDrawer, copy, separate }: PrintOptions,
    storedLogos: ReadonlySet<string> | null,
  ): Uint8Array<ArrayBuffer> {
    const receipt = encodeReceipt(
      document,
      storedLogos === null ? { ...profile, storesLogo: false } : profile,
      { openDrawer, copy, storedLogos: storedLogos ?? new Set() },
    );
    return Uint8Array.from(separate ? Buffer.concat([startAfresh(profile), receipt]) : receipt);
  }
}
