import { minorDigits } from './currency.ts';

// Making a NumberFormat takes longer than everything else that a screen does with a price.
const formats = new Map<string, Intl.NumberFormat>();
const signs = { amount: 'auto', change: 'always' } as const;

/** An amount in words for a person: `formatMoney(6200, 'USD', 'en')` is `$62.00`. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  return formatOf(currency, locale, 'amount').format(
    decimalText(amountMinor, minorDigits(currency)),
  );
}

/** What is added or taken away, always with a sign, where the language puts it: `−$62.00`, `+62,00 $`. */
export function formatMoneyChange(amountMinor: number, currency: string, locale: string): string {
  return formatOf(currency, locale, 'change')
    .formatToParts(decimalText(amountMinor, minorDigits(currency)))
    .map(({ type, value }) => (type === 'minusSign' ? value.replace('-', '−') : value))
    .join('');
}

function formatOf(currency: string, locale: string, kind: keyof typeof signs): Intl.NumberFormat {
  const key = `${locale}|${currency}|${kind}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const digits = minorDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    signDisplay: signs[kind],
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
