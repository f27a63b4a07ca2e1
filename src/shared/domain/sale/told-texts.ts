import { type LocalizedText, onlyIn } from '../catalog/primitives.ts';
import type { Quote, TaxAmount } from '../pricing/quote.ts';

/** What of a quote has texts. */
type Priced = Pick<Quote, 'lines' | 'promotions' | 'taxes'>;

/**
 * What was sold as head office is told it: each text in the store's language, which the receipt has, and in
 * English. The other languages are in the catalog that the sale names; with six, they would be half of every
 * sale that is stored and sent. What was told stays as it is. SAL-37.
 */
export function toldTexts({ lines, promotions, taxes }: Priced, locale: string): Priced {
  const told = (text: LocalizedText) => onlyIn(text, locale);
  const toldTax = (tax: TaxAmount) => ({ ...tax, label: told(tax.label) });
  return {
    lines: lines.map((line) => ({
      ...line,
      name: told(line.name),
      taxes: line.taxes.map(toldTax),
      trace: line.trace.map((entry) => ({ ...entry, label: told(entry.label) })),
    })),
    promotions: promotions.map((promotion) => ({ ...promotion, name: told(promotion.name) })),
    taxes: taxes.map(toldTax),
  };
}

/** Every language that a text of it is in, English too. */
export function languagesOf({ lines, promotions, taxes }: Priced): readonly string[] {
  const texts = [
    ...lines.map(({ name }) => name),
    ...promotions.map(({ name }) => name),
    ...[...lines.flatMap((line) => [...line.taxes, ...line.trace]), ...taxes].map(
      ({ label }) => label,
    ),
  ];
  return [...new Set(texts.flatMap((text) => Object.keys(text)))];
}
