import { assert } from '#shared/lib/assert.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/**
 * Units of one SKU that one device may sell by itself, online or not: a bounded counter (escrow,
 * P. O'Neil 1986; Balegas et al., "Extending Eventually Consistent Cloud Databases for Enforcing Numeric
 * Invariants", 2015). Each total only ever grows and has one owner, who raises it: head office `granted`,
 * the device `sold` and `returned`. A message carries totals and is merged by the larger one, so that a
 * message that is lost, doubled or late does no harm. In the item's stock unit. STK-1 to STK-6.
 */
export interface Allotment {
  readonly granted: number;
  /** All that the device ever sold of the SKU in the store, whether an allotment was there or not. */
  readonly sold: number;
  readonly returned: number;
}

/** Before the first grant. */
export const noAllotment: Allotment = { granted: 0, sold: 0, returned: 0 };

/** What is left to sell or give back; 0 when more was sold than granted, before the allotment began. */
export function remaining({ granted, sold, returned }: Allotment): number {
  return Math.max(0, granted - sold - returned);
}

/** Sells `quantity`; otherwise tells how many remain. `held` units are somebody's already. STK-2. */
export function sell(
  allotment: Allotment,
  quantity: number,
  held = 0,
): Result<Allotment, { readonly remaining: number }> {
  assert(Number.isSafeInteger(quantity) && quantity > 0, `${quantity} units can be sold`);
  const free = Math.max(0, remaining(allotment) - held);
  if (quantity > free) return err({ remaining: free });
  return ok({ ...allotment, sold: allotment.sold + quantity });
}

/** Gives units back until `returned` is `returnTo`, as far as they are there and not held. STK-5. */
export function giveBack(allotment: Allotment, returnTo: number, held = 0): Allotment {
  const free = Math.max(0, remaining(allotment) - held);
  const wanted = Math.max(0, returnTo - allotment.returned);
  return { ...allotment, returned: allotment.returned + Math.min(free, wanted) };
}

/** What two parties know together. Commutative, associative, idempotent. STK-3. */
export function merge(a: Allotment, b: Allotment): Allotment {
  return {
    granted: Math.max(a.granted, b.granted),
    sold: Math.max(a.sold, b.sold),
    returned: Math.max(a.returned, b.returned),
  };
}
