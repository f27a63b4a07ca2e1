import type { Journey } from './event.ts';
import { countIn, mostFirst, type Tally } from './tally.ts';

/** What became of the designs of a template, each journey counted once. */
export interface TemplateCount {
  readonly template: string;
  /** Journeys that opened a step of it. */
  readonly begun: number;
  /** Of those, how many put a design of it into the bag. */
  readonly finished: number;
  /** Of the others that ended, at which group they were last; the most frequent first. */
  readonly abandonedAt: readonly { readonly group: string; readonly journeys: number }[];
}

interface Counts {
  begun: number;
  finished: number;
  readonly abandonedAt: Map<string, number>;
}

/** Counts by template at which step a design was given up. JRN-44 */
export function createAbandonedDesigns(): Tally<readonly TemplateCount[]> {
  const templates = new Map<string, Counts>();
  return {
    add(journey) {
      const hasEnded = journey.events.at(-1)?.what.kind === 'ended';
      for (const [template, { lastGroup, isFinished }] of designsOf(journey)) {
        const counts = templates.get(template) ?? { begun: 0, finished: 0, abandonedAt: new Map() };
        templates.set(template, counts);
        counts.begun += 1;
        if (isFinished) counts.finished += 1;
        else if (hasEnded) countIn(counts.abandonedAt, lastGroup);
      }
    },
    result: () =>
      [...templates]
        .map(([template, { begun, finished, abandonedAt }]) => ({
          template,
          begun,
          finished,
          abandonedAt: mostFirst(abandonedAt).map(([group, journeys]) => ({ group, journeys })),
        }))
        .sort((a, b) => b.begun - a.begun || (a.template < b.template ? -1 : 1)),
  };
}

interface Design {
  lastGroup: string;
  isFinished: boolean;
}

/** By template. What comes into the bag in the customizer is the design that was opened there last. */
function designsOf({ events }: Journey): ReadonlyMap<string, Design> {
  const designs = new Map<string, Design>();
  let open: Design | null = null;
  let inCustomizer = false;
  for (const { what } of events) {
    if (what.kind === 'screen') inCustomizer = what.screen === 'customize';
    if (what.kind === 'lineAdded' && inCustomizer && open !== null) open.isFinished = true;
    if (what.kind !== 'step') continue;
    open = designs.get(what.template) ?? { lastGroup: '', isFinished: false };
    open.lastGroup = what.group;
    designs.set(what.template, open);
  }
  return designs;
}
