import { ok, type Result } from '../../lib/result.ts';
import type { UnixMs } from '../../lib/time.ts';
import type { Gs1Elements } from './gs1-elements.ts';
import { type Refusal, refuse, type ScannedData, type ScannedPrice } from './scanned-data.ts';

/** What elements say about the item in the shopper's hand. */
export type Gs1Data = Omit<ScannedData, 'text'>;

/**
 * Reads elements: GTIN, lot (10), expiry (17), serial number (21) and amount payable (390n to 393n).
 * `at` is today, for the century of a date with a year of two digits.
 */
export function readElements(elements: Gs1Elements, at: UnixMs): Result<Gs1Data, Refusal> {
  const expiry = elements.get('17');
  const expiresOn = expiry === undefined ? undefined : readDate(expiry, at);
  if (expiresOn === null) return refuse('wrongDate', 'there is no such day as (17) says');
  const lot = elements.get('10');
  const serial = elements.get('21');
  const gtin14 = gtinOf(elements);
  const price = priceOf(elements);
  return ok({
    ...(gtin14 === undefined ? {} : { gtin14 }),
    ...(lot === undefined ? {} : { lot }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(serial === undefined ? {} : { serial }),
    ...(price === undefined ? {} : { price }),
  });
}

/**
 * The item itself (01), or one that is made to order (03). The item inside a logistic unit (02) counts
 * only beside its number (37), without which the General Specifications do not allow it (4.13.2).
 */
function gtinOf(elements: Gs1Elements): string | undefined {
  const contained = elements.has('37') ? elements.get('02') : undefined;
  return elements.get('01') ?? elements.get('03') ?? contained;
}

/** Amounts: with a currency in front of the digits or in the store's own, of one item or of a slip. */
const amounts = [
  { stem: '393', currency: true },
  { stem: '392', currency: false },
  { stem: '391', currency: true },
  { stem: '390', currency: false },
] as const;

function priceOf(elements: Gs1Elements): ScannedPrice | undefined {
  for (const { stem, currency } of amounts) {
    for (const [identifier, data] of elements) {
      if (!identifier.startsWith(stem)) continue;
      return {
        digits: Number(currency ? data.slice(3) : data),
        decimals: Number(identifier.slice(3)),
        ...(currency ? { currency: data.slice(0, 3) } : {}),
      };
    }
  }
  return undefined;
}

/**
 * `YYMMDD` as an ISO date; day 00 is the last day of the month, the 29th of February in leap years
 * (GS1 General Specifications, 3.4.7). `null` when there is no such day.
 */
export function readDate(yymmdd: string, at: UnixMs): string | null {
  const year = yearOf(Number(yymmdd.slice(0, 2)), new Date(at).getUTCFullYear());
  const month = Number(yymmdd.slice(2, 4));
  if (month < 1 || month > 12) return null;
  const days = daysIn(year, month);
  const day = Number(yymmdd.slice(4, 6)) || days;
  if (day > days) return null;
  return `${year}-${yymmdd.slice(2, 4)}-${String(day).padStart(2, '0')}`;
}

/**
 * The year that ends with these two digits and lies from 49 years ago to 50 years ahead (GS1 General
 * Specifications, 7.12).
 */
function yearOf(twoDigits: number, thisYear: number): number {
  const ahead = twoDigits - (thisYear % 100);
  const century = thisYear - (thisYear % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  if (ahead <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

function daysIn(year: number, month: number): number {
  // Day 0 of the next month; months count from 0.
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
