import { err, ok, type Result } from '../../lib/result.ts';
import { minorDigits } from './currency.ts';

/**
 * Reads an amount as people and exports write it into minor units: `$62.00 ` is 6200. Takes the
 * currency's own symbol or code on either side, a minus sign, thousands in groups of three
 * (`1,234.50`, `1.234,50`, `1 234,50`, `1'234.50`) and a decimal point or comma. Where one mark
 * could mean both it refuses, as it refuses more decimals than the currency has. The error is one
 * line for a person.
 */
export function parseMoney(text: string, currency: string): Result<number, string> {
  const digits = minorDigits(currency);
  // NFKC turns no-break spaces and full-width digits into plain ones.
  const normal = text.normalize('NFKC').replaceAll('−', '-').replaceAll('’', "'").trim();
  if (normal === '') return err('the amount is empty');
  const bare = withoutCurrency(normal, currency);
  const found = /^(-?)([0-9][0-9.,' ]*|[.,][0-9]+)$/.exec(bare);
  if (found === null) return err(`"${normal}" is not an amount in ${currency}`);
  const [, sign = '', number = ''] = found;
  const split = splitDecimals(number, digits);
  if (split === null) return err(`"${normal}" can be read in more than one way`);
  const whole = withoutGroups(split.whole);
  if (whole === null || !/^[0-9]*$/.test(split.fraction)) {
    return err(`"${normal}" is not an amount in ${currency}`);
  }
  if (split.fraction.length > digits) {
    return err(`"${normal}" has more decimals than ${currency} has (${digits})`);
  }
  const amountMinor = Number(whole + split.fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amountMinor)) return err(`"${normal}" is too large`);
  return ok(sign === '-' && amountMinor !== 0 ? -amountMinor : amountMinor);
}

/** Takes the currency's code or symbol off one end; another currency's stays and is refused. */
function withoutCurrency(text: string, currency: string): string {
  const sign = text.startsWith('-') ? '-' : '';
  const unsigned = text.slice(sign.length).trim();
  for (const name of namesOf(currency)) {
    if (unsigned.startsWith(name)) return sign + unsigned.slice(name.length).trim();
    if (unsigned.endsWith(name)) return sign + unsigned.slice(0, -name.length).trim();
  }
  return sign + unsigned;
}

// Asking Intl for every cell of a large file would take longer than the rest of the import.
const namesByCurrency = new Map<string, readonly string[]>();

function namesOf(currency: string): readonly string[] {
  const known = namesByCurrency.get(currency);
  if (known !== undefined) return known;
  const made = readNames(currency);
  namesByCurrency.set(currency, made);
  return made;
}

/** The code and every symbol, longest first, so that `US$` is not taken for `$`. */
function readNames(currency: string): readonly string[] {
  const names = new Set([currency]);
  // Intl writes the dollar as `$` at home, as `US$` abroad and as `$US` in French.
  for (const locale of ['en', 'en-CA', 'fr']) {
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
      });
      for (const part of format.formatToParts(1)) {
        if (part.type === 'currency') names.add(part.value.normalize('NFKC'));
      }
    }
  }
  return [...names].sort((a, b) => b.length - a.length);
}

/** Finds the decimal mark; `null` when a lone mark could as well separate thousands. */
function splitDecimals(
  number: string,
  digits: number,
): { readonly whole: string; readonly fraction: string } | null {
  const noDecimals = { whole: number, fraction: '' };
  const at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  if (at < 0) return noDecimals;
  const mark = number.charAt(at);
  const decimals = { whole: number.slice(0, at), fraction: number.slice(at + 1) };
  const repeated = number.indexOf(mark) !== at;
  if (repeated) return noDecimals;
  const otherMark = /[.,' ]/.test(decimals.whole);
  if (mark === '.' || otherMark) return decimals;
  // A single comma: `12,50` are decimals, `1,234` is a thousand, unless the currency has three.
  if (!/^[0-9]{1,3},[0-9]{3}$/.test(number)) return decimals;
  return digits >= 3 ? null : noDecimals;
}

/** The digits of `1,234,567` with one kind of mark in groups of three; `null` when ill-formed. */
function withoutGroups(whole: string): string | null {
  if (/^[0-9]*$/.test(whole)) return whole;
  return /^[0-9]{1,3}([.,' ])[0-9]{3}(?:\1[0-9]{3})*$/.test(whole)
    ? whole.replace(/[.,' ]/g, '')
    : null;
}
