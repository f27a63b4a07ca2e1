import type { Journey } from './event.ts';
import { type JourneyScreen, journeyScreens } from './screen.ts';
import type { Tally } from './tally.ts';

/** How long a screen was looked at. */
export interface ScreenTime {
  readonly screen: JourneyScreen;
  /** How often, where it is known how long. */
  readonly shown: number;
  readonly medianMs: number;
}

/** Takes how long screens were shown, in a shopper's order. JRN-42 */
export function createScreenTimes(): Tally<readonly ScreenTime[]> {
  const timesMs = new Map<JourneyScreen, number[]>();
  return {
    add(journey) {
      for (const { screen, ms } of visitsOf(journey)) {
        const known = timesMs.get(screen);
        if (known === undefined) timesMs.set(screen, [ms]);
        else known.push(ms);
      }
    },
    result: () =>
      journeyScreens.flatMap((screen) => {
        const known = timesMs.get(screen);
        return known === undefined
          ? []
          : [{ screen, shown: known.length, medianMs: median(known) }];
      }),
  };
}

interface Visit {
  readonly screen: JourneyScreen;
  readonly ms: number;
}

/** Nothing is said of a screen when events are missing behind it, or when nobody was there in the end. */
function visitsOf({ events }: Journey): readonly Visit[] {
  const visits: Visit[] = [];
  let present: { readonly screen: JourneyScreen; readonly atMs: number } | null = null;
  let before = 0;
  for (const { seq, atMs, what } of events) {
    if (seq !== before + 1) present = null;
    before = seq;
    if (what.kind === 'screen') {
      if (present !== null) visits.push({ screen: present.screen, ms: what.beforeMs });
      present = { screen: what.screen, atMs };
    } else if (what.kind === 'ended' && what.how !== 'timedOut' && present !== null) {
      visits.push({ screen: present.screen, ms: atMs - present.atMs });
    }
  }
  return visits;
}

/** The middle one; of two in the middle their mean, rounded. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const high = Math.floor(sorted.length / 2);
  const low = sorted.length % 2 === 0 ? high - 1 : high;
  return Math.round(((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2);
}
