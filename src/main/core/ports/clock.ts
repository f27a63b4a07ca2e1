import type { UnixMs } from '#shared/lib/time.ts';

/** The only place that time comes from. */
export interface Clock {
  now(): UnixMs;
}
