import type { Happening, Journey } from './event.ts';
import type { Tally } from './tally.ts';

/** The way to a sale. A ready-made product goes by without being designed. */
const funnelSteps = ['began', 'lookedAtProduct', 'designed', 'inBag', 'payment', 'sold'] as const;
/** How far a journey can come. */
export type FunnelStep = (typeof funnelSteps)[number];

/** How many journeys came to a step. */
export interface FunnelCount {
  readonly step: FunnelStep;
  readonly journeys: number;
  /** Of those that came to the step before, how many came to this one too: 0 to 1; `null` when there are none. */
  readonly share: number | null;
}

/** Counts how far journeys came. JRN-40 */
export function createFunnel(): Tally<readonly FunnelCount[]> {
  const counts = funnelSteps.map((step) => ({ step, journeys: 0, both: 0 }));
  return {
    add(journey) {
      const reached = stepsOf(journey);
      for (const [index, count] of counts.entries()) {
        if (!reached.has(count.step)) continue;
        count.journeys += 1;
        const before = counts[index - 1];
        if (before !== undefined && reached.has(before.step)) count.both += 1;
      }
    },
    result: () =>
      counts.map(({ step, journeys, both }, index) => {
        const before = counts[index - 1]?.journeys ?? 0;
        return { step, journeys, share: before === 0 ? null : both / before };
      }),
  };
}

/** Whether something was sold; also when the kiosk lost its power at the thanks. */
export function isSold({ events }: Journey): boolean {
  return events.some(({ what }) => stepOf(what) === 'sold');
}

function stepsOf({ events }: Journey): ReadonlySet<FunnelStep> {
  const reached = new Set<FunnelStep>(['began']);
  for (const { what } of events) {
    const step = stepOf(what);
    if (step !== null) reached.add(step);
  }
  return reached;
}

function stepOf(what: Happening): FunnelStep | null {
  switch (what.kind) {
    case 'screen':
      return stepOfScreen(what.screen);
    case 'option':
      return 'designed';
    case 'lineAdded':
      return 'inBag';
    case 'ended':
      return what.sold ? 'sold' : null;
    default:
      return null;
  }
}

function stepOfScreen(screen: string): FunnelStep | null {
  switch (screen) {
    case 'product':
    case 'customize':
      return 'lookedAtProduct';
    case 'payment':
      return 'payment';
    case 'thanks':
      return 'sold';
    default:
      return null;
  }
}
