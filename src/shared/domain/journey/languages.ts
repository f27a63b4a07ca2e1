import { isSold } from './funnel.ts';
import { countIn, mostFirst, type Tally } from './tally.ts';

/** Journeys that began in a language. */
export interface LanguageCount {
  readonly language: string;
  readonly journeys: number;
  /** In how many of them something was sold. */
  readonly sold: number;
}

/** Counts journeys by the language that they began in, the most frequent first. JRN-43 */
export function createLanguages(): Tally<readonly LanguageCount[]> {
  const begun = new Map<string, number>();
  const sold = new Map<string, number>();
  return {
    add(journey) {
      const first = journey.events[0]?.what;
      if (first?.kind !== 'began') return;
      countIn(begun, first.language);
      if (isSold(journey)) countIn(sold, first.language);
    },
    result: () =>
      mostFirst(begun).map(([language, journeys]) => ({
        language,
        journeys,
        sold: sold.get(language) ?? 0,
      })),
  };
}
