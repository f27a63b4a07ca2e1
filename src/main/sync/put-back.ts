import type { Logger } from '#main/core/ports/logger.ts';
import type { Outbox } from '#main/core/ports/outbox.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';

// Head office may be put back to an earlier time from a backup: what the kiosk can tell by, and what it does.

/**
 * Head office has less of this device's events than it said: they are sent again from there. SYN-18
 * @param storedThroughSeq the highest number that it has; it has none of a device that was enrolled anew.
 */
export function resendLost(
  { outbox, logger }: { readonly outbox: Outbox; readonly logger: Logger },
  storedThroughSeq: number | undefined,
): void {
  if (storedThroughSeq === undefined) return;
  const known = outbox.storedThrough();
  if (storedThroughSeq >= known) return;
  logger.warn('Head office lost what it had; it is sent again', { known, storedThroughSeq });
  outbox.resendFrom(storedThroughSeq + 1);
}

/**
 * Head office has this device in another store than it stands in: an answer was lost, or it was put back. Which
 * of the two is right a person has to say, by enrolling the device again. SYN-12
 */
export function placeFault(own: string, store: string): Fault<'device.place_differs'> | null {
  if (own === store) return null;
  const where = `Head office has this device in ${store}, not in ${own}`;
  return fault('device.place_differs', `${where}: enrol it again where it stands`);
}
