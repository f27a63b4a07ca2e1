import { type Static, Type } from 'typebox';

/** Identifier of a catalog record: lower-case words joined by `-`, `_` or `.`; at most 80 characters. */
export const Id = Type.String({
  pattern: '^[a-z0-9]+(?:[-_.][a-z0-9]+)*$',
  maxLength: 80,
  description: 'lower-case words joined by "-", "_" or ".", at most 80 characters',
});

/** Stock keeping unit, as the retailer writes it: printable, no spaces; at most 64 characters. */
export const Sku = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]*$',
  maxLength: 64,
  description: 'letters, digits and ". _ / -" without spaces, at most 64 characters',
});

/** Amount of money in the minor unit of its currency (cents); never a fraction. */
export const MinorAmount = Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000 });
/** As `MinorAmount`, but never below zero. */
export const NonNegativeMinor = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** Hundredths of a percent: 19 % is 1,900. */
export const BasisPoints = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** Parts per million by mass: 1 % is 10,000 ppm, the EU leave-on label threshold of 0.001 % is 10 ppm. */
export const Ppm = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** Unix time in milliseconds, UTC. */
export const TimeMs = Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 });

/** sRGB color as `#RRGGBB`. */
export const HexColor = Type.String({
  pattern: '^#[0-9A-Fa-f]{6}$',
  description: 'a color such as #A06F4A',
});

/** ISO 4217 alphabetic currency code. */
export const CurrencyCode = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'an ISO 4217 currency code such as EUR',
});

/** ISO 3166-1 alpha-2 country, or `EU` for the Union's own law. */
export const JurisdictionCode = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'a two-letter country code, or EU',
});

/** A text in one or more languages by BCP 47 tag; English is always there and is the fallback. */
export const LocalizedText = Type.Object(
  { en: Type.String({ minLength: 1, maxLength: 2000 }) },
  { additionalProperties: Type.String({ minLength: 1, maxLength: 2000 }) },
);
export type LocalizedText = Static<typeof LocalizedText>;

/** The text in `locale`, else in its base language, else in English. */
export function textIn(text: LocalizedText, locale: string): string {
  const byLocale: { readonly [locale: string]: string } = text;
  return byLocale[languageIn(text, locale)] ?? text.en;
}

/** The text in English and as `textIn` reads it, and in no other language. */
export function onlyIn(text: LocalizedText, locale: string): LocalizedText {
  return { en: text.en, [languageIn(text, locale)]: textIn(text, locale) };
}

/** Under which of its languages `textIn` finds it. */
function languageIn(text: LocalizedText, locale: string): string {
  const [base = locale] = locale.split('-', 1);
  return [locale, base].find((language) => Object.hasOwn(text, language)) ?? 'en';
}

/** From `validFrom` (inclusive) until `validTo` (exclusive; absent means open), Unix ms. */
export const validityFields = {
  validFrom: TimeMs,
  validTo: Type.Optional(TimeMs),
};
