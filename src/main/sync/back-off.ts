/** One lost request costs hardly anything. */
const firstMs = 250;
/** Head office is back within this, on average half of it. */
const longestMs = 15_000;

/**
 * How long to wait after `failures` failures in a row, at least one: exponential with full jitter, so that a thousand
 * kiosks do not come back at once. `random` is from 0 to 1.
 */
export function backOffMs(failures: number, random: number): number {
  return random * Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20));
}
