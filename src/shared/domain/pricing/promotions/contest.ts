import type { CompiledPromotion } from './compile.ts';
import { type Discount, totalOf } from './discount.ts';

/** A promotion that could apply now, and what it would take off. */
export interface Offer {
  readonly promotion: CompiledPromotion;
  readonly discount: Discount;
}

/**
 * PRC-43 to PRC-45: of each stacking group the best offer, in order. An exclusive one applies alone
 * when it comes first; else none of the exclusive ones does, and their groups choose again.
 */
export function chooseOffers(
  offers: readonly Offer[],
  exclusiveAllowed: boolean,
): readonly Offer[] {
  if (exclusiveAllowed) {
    const [first] = bestOfGroups(offers);
    if (first?.promotion.record.exclusive) return [first];
  }
  return bestOfGroups(offers.filter(({ promotion }) => !promotion.record.exclusive));
}

function bestOfGroups(offers: readonly Offer[]): readonly Offer[] {
  const best = new Map<string, Offer>();
  for (const offer of offers) {
    const group = offer.promotion.record.stackingGroup;
    const other = best.get(group);
    if (other === undefined || beats(offer, other)) best.set(group, offer);
  }
  return [...best.values()].sort((a, b) => a.promotion.rank - b.promotion.rank);
}

function beats(offer: Offer, other: Offer): boolean {
  const difference = totalOf(offer.discount) - totalOf(other.discount);
  return difference === 0 ? offer.promotion.rank < other.promotion.rank : difference > 0;
}
