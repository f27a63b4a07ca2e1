import { type Static, Type } from 'typebox';

/**
 * How close a shade is, in words that promise nothing more than they can keep. Each holds up to its limit
 * of CIEDE2000 in `closenessLimits`, `noneClose` beyond the last.
 */
export const Closeness = Type.Enum([
  'indistinguishable',
  'veryClose',
  'close',
  'similar',
  'noneClose',
]);
export type Closeness = Static<typeof Closeness>;

/**
 * Upper limits, CIEDE2000, inclusive. What is known of skin-colored samples side by side:
 * - half of the observers see a difference from ΔE00 0.59 on light silicone and 1.75 on dark
 *   (doi:10.1016/j.visres.2024.108474), from ΔE*ab 0.8 and 1.3 in an earlier study, where they accept up to
 *   1.8 and 2.6 (doi:10.1080/03093640500465096; for skin, ΔE00 is less than ΔE*ab);
 * - 4.0 is a customary limit of what is accepted ("Color quality assessments of 3D facial prostheses in
 *   varying illuminations", University of Manchester).
 * 1 and 4 lean on these; 2 as accepted on light skin, and 7 as another shade of the same family, are
 * Blendbar's choice.
 */
const closenessLimits = {
  indistinguishable: 1,
  veryClose: 2,
  close: 4,
  similar: 7,
} as const;

/** The word for a difference; `deltaE` is CIEDE2000, not rounded. */
export function closenessOf(deltaE: number): Closeness {
  if (deltaE <= closenessLimits.indistinguishable) return 'indistinguishable';
  if (deltaE <= closenessLimits.veryClose) return 'veryClose';
  if (deltaE <= closenessLimits.close) return 'close';
  return deltaE <= closenessLimits.similar ? 'similar' : 'noneClose';
}
