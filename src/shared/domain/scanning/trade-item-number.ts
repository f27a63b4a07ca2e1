import { ok, type Result } from '../../lib/result.ts';
import { normalizeGtin } from '../catalog/gtin.ts';
import { type Refusal, refuse } from './scanned-data.ts';

/** Fourteen digits of a GTIN-8, -12, -13 or -14 with a right check digit. */
export function gtin14Of(digits: string): string | null {
  const normalized = normalizeGtin(digits);
  return normalized.ok ? normalized.value : null;
}

/** The same for a code that has to be one. */
export function readGtin(digits: string): Result<string, Refusal> {
  const gtin14 = gtin14Of(digits);
  return gtin14 === null ? refuse('wrongCheckDigit', 'the check digit is wrong') : ok(gtin14);
}

/**
 * The GTIN-12 of a UPC-E code as it is printed: number system 0 or 1, six digits, check digit. The
 * zeros that it leaves out are put back (ISO/IEC 15420; GS1 General Specifications, 7.10). `null` when it is none,
 * or its check digit is wrong.
 */
export function gtin14OfUpcE(eightDigits: string): string | null {
  const [, system, a, b, c, d, e, last, check] =
    /^([01])([0-9])([0-9])([0-9])([0-9])([0-9])([0-9])([0-9])$/.exec(eightDigits) ?? [];
  if (last === undefined) return null;
  const [maker, item] = expand(last, { ab: `${a}${b}`, c: `${c}`, d: `${d}`, e: `${e}` });
  return gtin14Of(`${system}${maker}${item}${check}`);
}

interface UpcEDigits {
  readonly ab: string;
  readonly c: string;
  readonly d: string;
  readonly e: string;
}

/** Maker's number and item reference, five digits each, by the last of the six digits. */
function expand(last: string, { ab, c, d, e }: UpcEDigits): readonly [string, string] {
  switch (last) {
    case '0':
    case '1':
    case '2':
      return [`${ab}${last}00`, `00${c}${d}${e}`];
    case '3':
      return [`${ab}${c}00`, `000${d}${e}`];
    case '4':
      return [`${ab}${c}${d}0`, `0000${e}`];
    default:
      return [`${ab}${c}${d}${e}`, `0000${last}`];
  }
}
