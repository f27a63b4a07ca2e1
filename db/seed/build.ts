import type { IngredientShare } from '#shared/domain/catalog/ingredient.ts';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import { opening } from './dates.ts';
import { translations } from './translations.ts';

/** A text as it is written here, in English, with its translations; each `{name}` becomes its value. */
export function en(text: string, values: Readonly<Record<string, string>> = {}): LocalizedText {
  const translated = Object.entries(translations).flatMap(([language, texts]) => {
    const translation = texts[text];
    return translation === undefined ? [] : [[language, fill(translation, values)]];
  });
  return { en: fill(text, values), ...Object.fromEntries(translated) };
}

/** What is the same in every language: a shade's or a scent's name, a title, what no shopper reads. */
export function asPrinted(text: string): LocalizedText {
  return { en: text };
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name);
}

/** A formula as a formulator writes it: percent by mass; `null` when the supplier does not say. */
export type Percents = Readonly<Record<string, number | null>>;

/** Percent by mass to parts per million: 2.5% is 25,000 ppm. */
export function shares(percents: Percents): IngredientShare[] {
  return Object.entries(percents).map(([ingredient, percent]) => ({
    ingredient,
    ppm: percent === null ? null : Math.round(percent * 10_000),
  }));
}

/** Euros as written on the shelf to cents: 24.9 is 2,490. */
export function euros(amount: number): number {
  return Math.round(amount * 100);
}

/**
 * EAN-13 with the GS1 prefix 290, from the range 200 to 299 that GS1 keeps for use inside a
 * company, so that no code here can be a real product's.
 */
export function inStoreEan13(item: number): string {
  const digits = `290${String(item).padStart(9, '0')}`;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The chain's price of a SKU since the shop opened. */
export function chainPrice(sku: string, amount: number): PriceRecord {
  return {
    kind: 'price',
    sku,
    currency: 'EUR',
    amountMinor: euros(amount),
    validFrom: opening,
  };
}
