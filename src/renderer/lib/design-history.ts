import type { Selection } from '#shared/domain/customization/design.ts';
import type { Change, Selections } from './selections.ts';

/** What a design was before each change, and what was taken back. */
export interface DesignHistory {
  /** Oldest first. */
  readonly past: readonly Selections[];
  /** The one that was taken back last comes last. */
  readonly future: readonly Selections[];
  /** The group that is just typed in or counted up: all of that is one change. */
  readonly goingOn: string | null;
}

export const noHistory: DesignHistory = { past: [], future: [], goingOn: null };

/** What leads from one design to the other, group by group in the order of their names in them. */
export function changesBetween(before: Selections, after: Selections): readonly Change[] {
  const groups = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...groups]
    .filter((group) => !isSame(before[group], after[group]))
    .map((group) => ({ group, selection: after[group] ?? null }));
}

function isSame(one: Selection | undefined, other: Selection | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The history after a change. In a group that `goesOn`, such as a text, what follows is the same change. UIX-90 */
export function recorded(
  history: DesignHistory,
  before: Selections,
  after: Selections,
  goesOn: string | null,
): DesignHistory {
  if (changesBetween(before, after).length === 0) return history;
  const isOneChange = goesOn !== null && goesOn === history.goingOn;
  return {
    past: isOneChange ? history.past : [...history.past, before],
    future: [],
    goingOn: goesOn,
  };
}

interface Step {
  readonly history: DesignHistory;
  readonly selections: Selections;
}

/** One change back; `null` when there is none. */
export function undone({ past, future }: DesignHistory, now: Selections): Step | null {
  const before = past.at(-1);
  if (before === undefined) return null;
  const history = { past: past.slice(0, -1), future: [...future, now], goingOn: null };
  return { history, selections: before };
}

/** What was taken back last, again; `null` when there is nothing. */
export function redone({ past, future }: DesignHistory, now: Selections): Step | null {
  const after = future.at(-1);
  if (after === undefined) return null;
  const history = { past: [...past, now], future: future.slice(0, -1), goingOn: null };
  return { history, selections: after };
}
