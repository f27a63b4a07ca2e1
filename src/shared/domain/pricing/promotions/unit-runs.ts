import type { MeasuredLine } from './eligibility.ts';

/** Units of one line that are worth the same; what pricing by the unit works on. */
export interface UnitRun {
  /** Index into the lines that the runs were made from. */
  readonly line: number;
  readonly hits: Uint8Array;
  readonly unitMinor: number;
  readonly count: number;
}

/**
 * PRC-52: the units of the lines by what is left of each. Where a line's value does not divide
 * evenly, some of its units are worth one minor unit more. Units worth nothing are left out.
 */
export function unitRuns(lines: readonly MeasuredLine[]): readonly UnitRun[] {
  return lines.flatMap(({ hits, quantity, valueMinor }, line) => {
    const dearer = valueMinor % quantity;
    const unitMinor = (valueMinor - dearer) / quantity;
    const runs: readonly UnitRun[] = [
      { line, hits, unitMinor: unitMinor + 1, count: dearer },
      { line, hits, unitMinor, count: quantity - dearer },
    ];
    return runs.filter((run) => run.count > 0 && run.unitMinor > 0);
  });
}
