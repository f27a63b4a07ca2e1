import type { Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { StoreFault } from './sale-store.ts';

/** Which hand-offs were sold on this device (docs/specs/hand-off.md): their ids, and nothing else of them. */
export interface SoldHandOffs {
  isSold(id: string): boolean;
  /** For a sale that was stored without it; durable, and harmless when it was marked before. */
  markSold(id: string, at: UnixMs): Result<null, StoreFault>;
}
