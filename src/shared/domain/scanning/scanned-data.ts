import type { Result } from '../../lib/result.ts';

/** What a scan may have of characters; only the very largest QR codes hold more. */
export const maxScanLength = 4096;

/** What one code says, whatever product it may mean. */
export interface ScannedData {
  /** The code's data as a person would type it: no symbology prefix, no control characters. */
  readonly text: string;
  /** With its check digit; absent when the code names no trade item. */
  readonly gtin14?: string;
  readonly lot?: string;
  /** ISO date, the last day that counts. */
  readonly expiresOn?: string;
  readonly serial?: string;
  readonly price?: ScannedPrice;
}

/** An amount payable; without a currency it is the store's. */
export interface ScannedPrice {
  /** The digits without their decimal point. */
  readonly digits: number;
  readonly decimals: number;
  /** ISO 4217 numeric, e.g. `978`. */
  readonly currency?: string;
}

/** Why something that was read is no scan. */
export type RefusalReason =
  /** Nothing is left of it without prefix and control characters. */
  | 'empty'
  /** A misread, or a code that was printed wrongly. */
  | 'wrongCheckDigit'
  /** Too short, too long, or of other characters than its symbology or its identifier says. */
  | 'wrongForm'
  /** Longer than any scan may be. */
  | 'tooLong'
  /** No GS1 application identifier begins like this, so that nobody can tell where it ends. */
  | 'unknownIdentifier'
  /** There is no such day. */
  | 'wrongDate'
  /** It says two different things about the same. */
  | 'contradiction'
  /** The two or five bars beside a magazine's code, without the code. */
  | 'addOnAlone';

/** Why something that was read is no scan; never what it was. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** One line in English, for the log; names identifiers, never what was scanned. */
  readonly message: string;
}

/** A refusal as a result. */
export function refuse(reason: RefusalReason, message: string): Result<never, Refusal> {
  return { ok: false, error: { reason, message } };
}
