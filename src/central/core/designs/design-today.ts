import type { DesignToday } from '#shared/contract/api/designs.ts';
import type { Declaration } from '#shared/domain/sale/check-goods.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { KeptDesign } from '../../storage/designs.ts';
import type { Goods } from '../pricing/release-catalog.ts';
import { designable, judgeDesign } from './judge-design.ts';

/**
 * What has become of a kept design: whether it can be made at `at` by the goods of its SKU, which are those
 * of the store that is asked. Pure. API-45
 */
export function designToday(
  { sku, design, leftOut }: KeptDesign,
  goods: Goods,
  declaration: Declaration,
  at: UnixMs,
): Omit<DesignToday, 'store' | 'at'> {
  const found = designable(sku, goods);
  if (!found.ok) return lost(found.error);
  const judged = judgeDesign(found.value, design, declaration, at);
  if (!judged.ok) return lost(judged.error);
  const { evaluation, price } = judged.value;
  const { status, missing } = evaluation;
  const onlyTexts = status === 'incomplete' && missing.every((group) => leftOut.includes(group));
  const isAllowed = status === 'valid' || onlyTexts;
  return { canBeMade: isAllowed && price !== null, problem: null, evaluation, price };
}

/** It cannot even be judged. */
export function lost({ code, message }: Fault): Omit<DesignToday, 'store' | 'at'> {
  const problem = { code, detail: message };
  return { canBeMade: false, problem, evaluation: null, price: null };
}
