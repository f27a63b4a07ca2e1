import type { Journey } from './event.ts';

/** A count over journeys, taken one by one: there may be more of them than fit into memory. */
export interface Tally<Result> {
  add(journey: Journey): void;
  result(): Result;
}

/** One more of `key`. */
export function countIn<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The most counted first, equal ones by their name. */
export function mostFirst<Key extends string>(
  counts: ReadonlyMap<Key, number>,
): readonly (readonly [key: Key, count: number])[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
