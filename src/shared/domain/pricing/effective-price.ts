import { isValidAt, type UnixMs } from '../../lib/time.ts';
import type { PriceRecord } from '../catalog/price.ts';
import type { StoreRecord } from '../catalog/store.ts';

/** The prices of one SKU that hold in a store at a time; `null` where there is none. */
export interface EffectivePrices {
  readonly chainMinor: number | null;
  readonly storeMinor: number | null;
}

/** Picks, for the chain and for the store, the price with the latest `validFrom` that holds at `at`. */
export function effectivePrices(
  prices: readonly PriceRecord[],
  store: StoreRecord,
  at: UnixMs,
): EffectivePrices {
  let chain: PriceRecord | null = null;
  let own: PriceRecord | null = null;
  for (const price of prices) {
    if (price.currency !== store.currency || !isValidAt(price, at)) continue;
    if (price.store === undefined) chain = later(chain, price);
    else if (price.store === store.id) own = later(own, price);
  }
  return { chainMinor: chain?.amountMinor ?? null, storeMinor: own?.amountMinor ?? null };
}

/** Two that begin together cannot come from one feed; the lower one counts, in whatever order they stand. */
function later(best: PriceRecord | null, price: PriceRecord): PriceRecord {
  if (best === null || price.validFrom > best.validFrom) return price;
  if (price.validFrom < best.validFrom) return best;
  return price.amountMinor < best.amountMinor ? price : best;
}
