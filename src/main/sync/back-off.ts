const firstMs = 500;
/** Head office is back within this, on average half of it. */
const longestMs = 15_000;

/**
 * How long to wait after `failures` failures in a row: exponential with full jitter, so that a thousand
 * kiosks do not come back at once. `random` is from 0 to 1.
 */
export function backOffMs(failures: number, random: number): number {
  return random * Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
}
