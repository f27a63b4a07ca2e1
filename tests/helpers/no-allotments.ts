import type { AllotmentReader } from '#main/core/ports/stock.ts';
import { ok } from '#shared/lib/result.ts';

/** A device that was never given an allotment: nothing limits its sales. */
export const noAllotments: AllotmentReader = { free: () => null, want: () => ok(null) };
