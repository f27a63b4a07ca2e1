/** Inclusive, in the steps of a scale. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

function isIn(ranges: readonly Range[], value: number): boolean {
  return ranges.some(({ from, to }) => from <= value && value <= to);
}

/** The steps of a scale that no allowed range covers, joined into ranges. */
export function refusedRanges(scale: Scale, allowed: readonly Range[]): readonly Range[] {
  const refused: Range[] = [];
  for (let value = scale.min; value <= scale.max; value += scale.step) {
    if (isIn(allowed, value)) continue;
    const last = refused.at(-1);
    if (last !== undefined && last.to === value - scale.step) {
      refused[refused.length - 1] = { from: last.from, to: value };
    } else {
      refused.push({ from: value, to: value });
    }
  }
  return refused;
}

/** The allowed step that is nearest to `wanted`, the smaller one of two; `null` when there is none. */
export function nearestAllowed(
  scale: Scale,
  allowed: readonly Range[],
  wanted: number,
): number | null {
  let nearest: number | null = null;
  for (let value = scale.min; value <= scale.max; value += scale.step) {
    if (!isIn(allowed, value)) continue;
    if (nearest === null || Math.abs(value - wanted) < Math.abs(nearest - wanted)) nearest = value;
  }
  return nearest;
}
