/**
 * Currencies whose minor unit is not a hundredth, from ISO 4217 list one (SIX, "Minor unit").
 * A table of our own, because Intl answers with CLDR's customs (HUF 0 instead of 2), which differ
 * from ISO and change with the runtime, while stored amounts must keep their meaning.
 */
const digitsByCurrency: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG'].map(withDigits(0)),
  ...['RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(withDigits(0)),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(withDigits(3)),
  ...['CLF', 'UYW'].map(withDigits(4)),
]);

function withDigits(digits: number): (currency: string) => readonly [string, number] {
  return (currency) => [currency, digits];
}

/** Decimal digits of the currency's minor unit by ISO 4217: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return digitsByCurrency.get(currency) ?? 2;
}
