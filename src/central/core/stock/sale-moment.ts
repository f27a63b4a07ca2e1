import { signatureWindowMs } from '#shared/contract/api/device.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { DeviceClock } from '../../storage/device-lines.ts';

/** So much later than it was sent may a message arrive: an older one is refused (DRQ-6). */
const latestMs = signatureWindowMs;

/** What is known of when a device sold something. */
export interface SaleTimes {
  /** By the device's clock. */
  readonly soldAt: UnixMs;
  /** When it arrived, by ours. */
  readonly receivedAt: UnixMs;
  /** The last message of the device, by ours, of which is known that it was sent before; `null`: of none. */
  readonly heardAt: UnixMs | null;
  /** How far its clock was ahead, the oldest first. */
  readonly clocks: readonly DeviceClock[];
}

/**
 * When a device's sale happened, by our clock. The device's own counts, less how far it was ahead; where it was
 * set since the device was last heard, the one that says later. It was sold after it was heard and before it
 * arrived: a clock that says otherwise was wrong and is not believed, the sale counts as of its arrival. Where
 * this is wrong it is too late: what is sold before a count and dated after it makes less of the stock than is
 * there, and not more. STK-43
 */
export function saleMoment({ soldAt, receivedAt, heardAt, clocks }: SaleTimes): UnixMs {
  const skewMs = Math.min(...skewsBetween(clocks, heardAt ?? receivedAt, receivedAt));
  const told = soldAt - skewMs;
  if (heardAt !== null && told < heardAt - latestMs) return receivedAt;
  return Math.max(0, Math.min(Math.max(told, heardAt ?? 0), receivedAt));
}

/** How far the clock was ahead at some time between the two; at least one. */
function skewsBetween(
  clocks: readonly DeviceClock[],
  from: UnixMs,
  until: UnixMs,
): readonly number[] {
  const told = clocks.filter(({ since }) => since.getTime() <= until);
  const before = told.findLastIndex(({ since }) => since.getTime() <= from);
  const skews = told.slice(Math.max(0, before)).map(({ skewMs }) => skewMs);
  return skews.length === 0 ? [0] : skews;
}
