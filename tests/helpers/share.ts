/** `npm run faults` runs the long tests whole, the test command a seeded share of them. */
export const isFullRun = process.env.BLENDBAR_FAULTS === 'full';

/** How much of a long test is run. */
export function shareOf(whole: number, share: number): number {
  return isFullRun ? whole : share;
}
