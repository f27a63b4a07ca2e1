import { minorDigits } from './currency.ts';

// Making a NumberFormat takes longer than everything else that a screen does with a price.
const formats = new Map<string, Intl.NumberFormat>();

/** An amount in words for a person: `formatMoney(6200, 'USD', 'en')` is `$62.00`. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  return formatOf(currency, locale).format(decimalText(amountMinor, minorDigits(currency)));
}

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale}|${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const digits = minorDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** As decimal text rather than a quotient: Intl then formats the exact amount. */
function decimalText(amountMinor: number, digits: number): `${number}` {
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits);
  const decimal = digits === 0 ? whole : `${whole}.${fraction}`;
  // Digits with at most one point are a number's text by construction.
  return (amountMinor < 0 ? `-${decimal}` : decimal) as `${number}`;
}
