import { encode } from 'uqr';
import type { PaperElement } from './paper-element.ts';

type PaperQr = Extract<PaperElement, { kind: 'qr' }>;

/** Rows of modules, true is black, without the quiet zone; `null` when no QR code holds so much. */
export function qrModules({
  data,
  errorCorrection,
}: Pick<PaperQr, 'data' | 'errorCorrection'>): readonly (readonly boolean[])[] | null {
  try {
    return encode(data, { ecc: errorCorrection, border: 0 }).data;
  } catch {
    // The only reason to throw: version 40 is too small.
    return null;
  }
}
