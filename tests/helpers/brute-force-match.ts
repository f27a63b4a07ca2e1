import { closenessOf } from '#shared/domain/color/closeness.ts';
import { deltaE00 } from '#shared/domain/color/delta-e.ts';
import {
  type MatchableShade,
  type ShadeMatch,
  undertonePenalty,
  type WantedTone,
} from '#shared/domain/color/match-shade.ts';

/** The nearest shades the plain way: all are compared, sorted, and cut. */
export function bruteForceMatch<S extends MatchableShade>(
  shades: readonly S[],
  wanted: WantedTone,
  count: number,
): readonly ShadeMatch<S>[] {
  return shades
    .map((shade) => {
      const deltaE = deltaE00(wanted.lab, shade.lab);
      const isOther = wanted.undertone !== null && wanted.undertone !== shade.undertone;
      return { shade, deltaE, score: isOther ? deltaE + undertonePenalty : deltaE };
    })
    .sort((one, other) => one.score - other.score || (one.shade.id < other.shade.id ? -1 : 1))
    .slice(0, count)
    .map(({ shade, deltaE }) => ({ shade, deltaE, closeness: closenessOf(deltaE) }));
}
