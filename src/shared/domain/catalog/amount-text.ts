import { textIn } from './primitives.ts';
import type { AmountGroup } from './template.ts';

/** Signs that stand at the number without a space; a text that wants one brings it along. */
const sign = /^[\s%‰°]/;

// Making a NumberFormat takes longer than everything else that is done with an amount.
const formats = new Map<string, Intl.NumberFormat>();

/**
 * CUS-83: an amount of the group as people read it, with its unit, in a language by its BCP 47 tag:
 * `3 drops`, `1 drop`, and `0.3%` where one unit is 0.1 %.
 */
export function amountText(group: AmountGroup, amount: number, locale: string): string {
  const { value, decimals } = group.shownPerUnit ?? { value: 1, decimals: 0 };
  const shown = (amount * value) / 10 ** decimals;
  const unit = textIn(shown === 1 ? (group.unitOne ?? group.unit) : group.unit, locale);
  const number = formatOf(locale, decimals).format(shown);
  return sign.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
}

function formatOf(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale}|${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(localeOrEnglish(locale), { maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}

/** A catalog's texts may come under tags that are none, and Intl throws at them: `de_AT`. */
function localeOrEnglish(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
