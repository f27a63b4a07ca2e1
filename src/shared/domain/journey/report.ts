import { createAbandonedDesigns, type TemplateCount } from './abandoned-designs.ts';
import { createEndings, type Ending } from './endings.ts';
import type { Journey } from './event.ts';
import { createFunnel, type FunnelCount } from './funnel.ts';
import { createLanguages, type LanguageCount } from './languages.ts';
import { createScreenTimes, type ScreenTime } from './screen-times.ts';

/** Days in the store's time zone, both included. */
export interface JourneyPeriod {
  readonly from: string;
  readonly to: string;
}

/** What journeys tell together. No single journey is in it. */
export interface JourneyReport extends JourneyPeriod {
  readonly journeys: number;
  /** Journeys without an end: under way, or cut off with the kiosk. */
  readonly unfinished: number;
  /** Events that this release cannot read. */
  readonly unread: number;
  readonly funnel: readonly FunnelCount[];
  readonly endedWithoutSale: readonly Ending[];
  readonly screens: readonly ScreenTime[];
  readonly languages: readonly LanguageCount[];
  readonly templates: readonly TemplateCount[];
}

/** Counts the journeys of a period. JRN-40 to JRN-44 */
export function journeyReport(
  journeys: Iterable<Journey>,
  { from, to }: JourneyPeriod,
): JourneyReport {
  const funnel = createFunnel();
  const endings = createEndings();
  const screenTimes = createScreenTimes();
  const languages = createLanguages();
  const designs = createAbandonedDesigns();
  const tallies = [funnel, endings, screenTimes, languages, designs];
  const totals = { journeys: 0, unfinished: 0, unread: 0 };
  for (const journey of journeys) {
    totals.journeys += 1;
    totals.unread += journey.unread;
    if (journey.events.at(-1)?.what.kind !== 'ended') totals.unfinished += 1;
    for (const tally of tallies) tally.add(journey);
  }
  return {
    from,
    to,
    ...totals,
    funnel: funnel.result(),
    endedWithoutSale: endings.result(),
    screens: screenTimes.result(),
    languages: languages.result(),
    templates: designs.result(),
  };
}
