import { isSold } from './funnel.ts';
import { type JourneyScreen, journeyScreens } from './screen.ts';
import { countIn, type Tally } from './tally.ts';

/** Journeys that ended on a screen with nothing sold. */
export interface Ending {
  readonly screen: JourneyScreen;
  readonly journeys: number;
  /** The shopper went, as far as the kiosk was told. */
  readonly left: number;
  /** Nobody was there any more. */
  readonly timedOut: number;
}

/** Counts where journeys ended without a sale, the most frequent screen first. JRN-41 */
export function createEndings(): Tally<readonly Ending[]> {
  const left = new Map<JourneyScreen, number>();
  const timedOut = new Map<JourneyScreen, number>();
  return {
    add(journey) {
      const end = journey.events.at(-1)?.what;
      if (end?.kind !== 'ended' || isSold(journey)) return;
      countIn(end.how === 'timedOut' ? timedOut : left, end.last);
    },
    result: () =>
      journeyScreens
        .map((screen) => {
          const counts = { left: left.get(screen) ?? 0, timedOut: timedOut.get(screen) ?? 0 };
          return { screen, journeys: counts.left + counts.timedOut, ...counts };
        })
        .filter(({ journeys }) => journeys > 0)
        .sort((a, b) => b.journeys - a.journeys),
  };
}
