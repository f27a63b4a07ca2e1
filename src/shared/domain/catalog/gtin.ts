import { err, ok, type Result } from '../../lib/result.ts';

const LENGTHS: readonly number[] = [8, 12, 13, 14];

/**
 * Normalizes a printed barcode (EAN-8, UPC-A, EAN-13 or GTIN-14) to the 14 digits under which it is
 * stored and looked up. Spaces and hyphens between the digits are allowed. The error says what is
 * wrong in one line. Check digit: GS1 General Specifications, 7.9.
 */
export function normalizeGtin(text: string): Result<string, string> {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^[0-9]+$/.test(digits)) return err('a barcode has digits only');
  if (!LENGTHS.includes(digits.length)) {
    return err(`a barcode has 8, 12, 13 or 14 digits, not ${digits.length}`);
  }
  const gtin14 = digits.padStart(14, '0');
  const expected = checkDigit(gtin14.slice(0, 13));
  if (gtin14.slice(13) !== expected) {
    return err(`the check digit of ${digits} should be ${expected}`);
  }
  return ok(gtin14);
}

/** Weights 3 and 1 in turn from the left of the 13 digits; the check digit fills up to the next ten. */
function checkDigit(first13: string): string {
  let sum = 0;
  for (let index = 0; index < first13.length; index += 1) {
    sum += Number(first13[index]) * (index % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}
