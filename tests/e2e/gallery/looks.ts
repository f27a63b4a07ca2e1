import type { Appearance } from '../appearance.ts';

/** Appearances that a shopper may choose, apart from the language. */
export const themes: Readonly<Record<string, Partial<Appearance>>> = {
  standard: {},
  high: { highContrast: true },
  largest: { textSize: 'largest' },
  reach: { reach: true },
};
