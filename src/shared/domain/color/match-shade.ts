import { at } from '../../lib/at.ts';
import { type Closeness, closenessOf } from './closeness.ts';
import { deltaE00, deltaE00AtLeast, lightnessPart } from './delta-e.ts';
import { chromaOf, type Lab } from './lab.ts';
import type { Undertone } from './undertone.ts';

/** What can be matched: anything that has a color. */
export interface MatchableShade {
  /** Unique among the candidates; decides between equals. */
  readonly id: string;
  readonly lab: Lab;
  readonly undertone: Undertone;
}

/** The tone that a shade is wanted for; without an undertone that does not count. */
export interface WantedTone {
  readonly lab: Lab;
  readonly undertone: Undertone | null;
}

/** A shade that was found. */
export interface ShadeMatch<S extends MatchableShade> {
  readonly shade: S;
  /** CIEDE2000 to the wanted tone. */
  readonly deltaE: number;
  readonly closeness: Closeness;
}

/** What to find. */
export interface MatchQuery<S extends MatchableShade> {
  /** At most so many. */
  readonly count: number;
  /** Only shades that it accepts; all when absent. */
  readonly accepts?: (shade: S) => boolean;
}

/**
 * What another undertone counts as, in CIEDE2000: of two shades that are about as close, the one with the
 * wanted undertone comes first, unless the other is closer by more than this. Half of what is told
 * as indistinguishable; Blendbar's choice.
 */
export const undertonePenalty = 0.5;

interface IndexedShade<S extends MatchableShade> {
  readonly shade: S;
  readonly chroma: number;
}

/** Candidates made ready for many searches: ascending L*, the chroma C*ab beside each. */
export type ShadeIndex<S extends MatchableShade> = readonly IndexedShade<S>[];

/** Sorts candidates by lightness, once for all searches. */
export function indexShades<S extends MatchableShade>(candidates: readonly S[]): ShadeIndex<S> {
  return candidates
    .map((shade) => ({ shade, chroma: chromaOf(shade.lab) }))
    .sort((one, other) => one.shade.lab.l - other.shade.lab.l);
}

/** A match, and what it is ordered by: the difference, and the penalty for another undertone. */
interface Ranked<S extends MatchableShade> {
  readonly match: ShadeMatch<S>;
  readonly score: number;
}

/** The bounds are exact; this much is left to the rounding of their last digits. */
const rounding = 1e-9;

/**
 * The shades nearest to a tone by CIEDE2000, one of another undertone counted as 0.5 farther; among equals
 * the smaller id first. The answer is that of comparing all candidates, but most are ruled out by
 * bounds: from the tone's own lightness outwards, a side ends where lightness alone is too much, and
 * a shade is only compared when its cheap lower bound is not.
 */
export function nearestShades<S extends MatchableShade>(
  index: ShadeIndex<S>,
  wanted: WantedTone,
  { count, accepts = () => true }: MatchQuery<S>,
): readonly ShadeMatch<S>[] {
  const found: Ranked<S>[] = [];
  const wantedChroma = chromaOf(wanted.lab);
  const isTooFar = (atLeast: number): boolean => {
    const last = found.length < count ? undefined : found.at(-1);
    return last !== undefined && atLeast > last.score + rounding;
  };
  for (const { shade, chroma } of outwards(index, wanted.lab.l, isTooFar)) {
    const penalty = penaltyOf(shade, wanted);
    if (isTooFar(penalty + deltaE00AtLeast(wanted.lab, wantedChroma, shade.lab, chroma))) continue;
    if (accepts(shade)) insert(found, rank(shade, wanted, penalty), count);
  }
  return found.map(({ match }) => match);
}

/** From a lightness outwards, the nearer of both sides first, until both are too far. */
function* outwards<S extends MatchableShade>(
  index: ShadeIndex<S>,
  l: number,
  isTooFar: (atLeast: number) => boolean,
): Generator<IndexedShade<S>> {
  const partAt = (position: number): number => {
    const indexed = index[position];
    return indexed === undefined ? Number.POSITIVE_INFINITY : lightnessPart(l, indexed.shade.lab.l);
  };
  let above = firstFrom(index, l);
  let below = above - 1;
  let [partBelow, partAbove] = [partAt(below), partAt(above)];
  while (Math.min(partBelow, partAbove) < Number.POSITIVE_INFINITY) {
    if (isTooFar(Math.min(partBelow, partAbove))) return;
    if (partBelow < partAbove) {
      yield at(index, below);
      below -= 1;
      partBelow = partAt(below);
    } else {
      yield at(index, above);
      above += 1;
      partAbove = partAt(above);
    }
  }
}

/** The position of the first shade that is not darker than `l`. */
function firstFrom(index: ShadeIndex<MatchableShade>, l: number): number {
  let [low, high] = [0, index.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(index, middle).shade.lab.l < l) low = middle + 1;
    else high = middle;
  }
  return low;
}

function penaltyOf(shade: MatchableShade, { undertone }: WantedTone): number {
  return undertone === null || undertone === shade.undertone ? 0 : undertonePenalty;
}

function rank<S extends MatchableShade>(shade: S, wanted: WantedTone, penalty: number): Ranked<S> {
  const deltaE = deltaE00(wanted.lab, shade.lab);
  return { match: { shade, deltaE, closeness: closenessOf(deltaE) }, score: deltaE + penalty };
}

function isBefore<S extends MatchableShade>(one: Ranked<S>, other: Ranked<S>): boolean {
  if (one.score !== other.score) return one.score < other.score;
  return one.match.shade.id < other.match.shade.id;
}

/** Keeps `found` in order and at most `count` long. */
function insert<S extends MatchableShade>(found: Ranked<S>[], ranked: Ranked<S>, count: number) {
  let position = found.length;
  while (position > 0 && isBefore(ranked, at(found, position - 1))) position -= 1;
  found.splice(position, 0, ranked);
  if (found.length > count) found.pop();
}
