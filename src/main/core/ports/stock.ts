import type { Allotment } from '#shared/domain/stock/allotment.ts';
import type { RecentSales } from '#shared/domain/stock/target.ts';
import type { Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { StoreFault } from './sale-store.ts';

/** What the cart needs to know of this device's allotments (docs/specs/stock.md). */
export interface AllotmentReader {
  /**
   * Units that this device may still sell, less what card payments under way hold; `null` when there is no
   * allotment, so that nothing limits the sale. In the item's stock unit.
   */
  free(store: string, sku: string): number | null;
  /** A shopper needs so many and they are not there: asked for with the next exchange. */
  want(store: string, sku: string, quantity: number): Result<null, StoreFault>;
}

/** An allotment of this device, with what it needs to ask for more. */
export interface HeldAllotment extends Allotment {
  readonly store: string;
  readonly sku: string;
  /** How many a shopper asked for in vain since the last answer; 0 for nobody. */
  readonly wanted: number;
  /** When it is to be spoken about, Unix ms; 0: at once, somebody waits. */
  readonly dueAt: UnixMs;
  readonly recent: RecentSales;
}

/** What head office says about one SKU in one store. */
export interface AllotmentNews extends Allotment {
  readonly store: string;
  readonly sku: string;
  /** What the device should hold. */
  readonly level: number;
  /** Give back until `returned` is this; `null`: nothing. */
  readonly returnTo: number | null;
  /** Units of the store that are not this device's, when this was said. */
  readonly elsewhere: number;
}

/** The allotments as they are exchanged with head office; the totals are durable when they are told. */
export interface AllotmentLedger {
  /** The store that this device stands in; `null` when that is not known. */
  store(): string | null;
  /** Allotments to speak about now, the most urgent first; STK-22. */
  due(at: UnixMs, limit: number): readonly HeldAllotment[];
  /**
   * SKUs that the published catalog counts in this device's store and that have no allotment yet, with
   * what was sold of them. Looks at a part of the catalog at a time: `next` is where the next part
   * begins, `null` at the end; the first begins at ''.
   */
  missing(
    from: string,
    at: UnixMs,
    limit: number,
  ): { readonly items: readonly HeldAllotment[]; readonly next: string | null };
  /** Head office may have forgotten what it knew: all allotments are to be spoken about at once. */
  tellAll(): Result<null, StoreFault>;
  /** Takes over what head office said, all of it or nothing, durably. */
  apply(news: readonly AllotmentNews[], at: UnixMs): Result<null, StoreFault>;
  /** Head office does not limit these, or not this device: their allotments end, where there are any. */
  forget(
    items: readonly { readonly store: string; readonly sku: string }[],
  ): Result<null, StoreFault>;
}
