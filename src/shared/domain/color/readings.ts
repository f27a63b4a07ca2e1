import { type Static, Type } from 'typebox';
import { err, ok, type Result } from '../../lib/result.ts';
import { deltaE00 } from './delta-e.ts';
import { Lab } from './lab.ts';
import { isPlausibleSkin } from './skin-range.ts';

/** Readings of one spot of a person's skin, in the order taken; one alone could not be checked. */
export const Readings = Type.Array(Lab, { minItems: 2, maxItems: 9 });
export type Readings = readonly Lab[];

/**
 * The most that a reading may differ from the middle of all, CIEDE2000. A spectrophotometer that is put on
 * the same skin again differs by ΔE*ab 0.47 to 1.43 on average (Nacher-Garcia, thesis, University of Surrey
 * 2016), in CIEDE2000 less; twice that is another spot, another pressure or another light.
 */
export const mostSpread = 2;

/** Why readings are not used, and which ones: positions from 0. */
export const ReadingsRefusal = Type.Object(
  {
    reason: Type.Enum(['implausible', 'disagree']),
    readings: Type.Array(Type.Integer({ minimum: 0 }), { minItems: 1 }),
  },
  { additionalProperties: false },
);
export type ReadingsRefusal = Readonly<Static<typeof ReadingsRefusal>>;

/** One tone out of several readings. */
export interface JudgedReadings {
  readonly tone: Lab;
  /** CIEDE2000 from the tone to the reading that is farthest from it. */
  readonly spread: number;
}

/**
 * The median of readings that agree, each of L*, a* and b* by itself, so that no single one decides. They
 * are refused when one cannot be skin, else when one differs by more than `mostSpread` from the median.
 * Named are those that differ; when these are half or more, nobody can tell who is right: all are named.
 */
export function judgeReadings(readings: Readings): Result<JudgedReadings, ReadingsRefusal> {
  const implausible = positionsWhere(readings, (reading) => !isPlausibleSkin(reading));
  if (implausible.length > 0) return err({ reason: 'implausible', readings: implausible });
  const tone = medianOf(readings);
  const distances = readings.map((reading) => deltaE00(tone, reading));
  const apart = positionsWhere(distances, (distance) => distance > mostSpread);
  if (apart.length === 0) return ok({ tone, spread: Math.max(...distances) });
  const isMinority = apart.length * 2 < readings.length;
  return err({ reason: 'disagree', readings: isMinority ? apart : [...readings.keys()] });
}

function positionsWhere<T>(list: readonly T[], holds: (value: T) => boolean): number[] {
  return list.flatMap((value, position) => (holds(value) ? [position] : []));
}

function medianOf(readings: Readings): Lab {
  return {
    l: median(readings.map(({ l }) => l)),
    a: median(readings.map(({ a }) => a)),
    b: median(readings.map(({ b }) => b)),
  };
}

/** The middle, or halfway between the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const above = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return (below + above) / 2;
}
