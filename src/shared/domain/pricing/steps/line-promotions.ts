import { ok } from '../../../lib/result.ts';
import type { Step } from '../pricing-context.ts';
import { discountLines } from '../promotions/line-scope.ts';

/** PRC-49: promotions that look at one line at a time. */
export const applyLinePromotions: Step = (sale, context) =>
  ok(discountLines(sale, context.promotions.line, 'linePromotions', context));
