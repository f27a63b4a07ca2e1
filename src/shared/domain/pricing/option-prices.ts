import type { GroupPrice, OptionPrice } from '../catalog/template.ts';
import { mulBps } from '../money/round.ts';

/** PRC-21: what the option adds to one unit, minor units. */
export function optionAmount(price: OptionPrice, unitBaseMinor: number): number {
  return price.kind === 'flat' ? price.amountMinor : mulBps(unitBaseMinor, price.bps);
}

/** PRC-22, PRC-23: what `units` chosen in a group add to one unit of the product, minor units. */
export function groupAmount(price: GroupPrice, units: number): number {
  if (price.kind === 'perUnit') return price.amountMinor * Math.max(0, units - price.included);
  let reached = 0;
  let amountMinor = 0;
  for (const tier of price.tiers) {
    if (tier.from > units || tier.from < reached) continue;
    reached = tier.from;
    amountMinor = tier.amountMinor;
  }
  return amountMinor;
}
