import { assertNever } from '../../../lib/assert.ts';
import { isValidAt, type UnixMs } from '../../../lib/time.ts';
import type { Customer } from '../basket.ts';
import type { CompiledCondition, CompiledPromotion } from './compile.ts';
import type { MatchIndex } from './match.ts';

/** The circumstances of a sale that decide about promotions, besides its lines. */
export interface SaleFacts {
  readonly store: string;
  readonly at: UnixMs;
  readonly customer: Customer | undefined;
}

/** A line as conditions and discounts see it: what it is worth now, and what it falls under. */
export interface MeasuredLine {
  readonly hits: Uint8Array;
  readonly quantity: number;
  readonly valueMinor: number;
}

type Obstacle = 'notYet' | 'expired' | 'conditions' | 'limit';

/** PRC-40, PRC-47: why the promotion cannot run in this sale whatever is in it; `null` when it can. */
export function obstacleTo(promotion: CompiledPromotion, facts: SaleFacts): Obstacle | null {
  const { record, stores } = promotion;
  if (!isValidAt(record, facts.at)) return facts.at < record.validFrom ? 'notYet' : 'expired';
  if (stores !== null && !stores.has(facts.store)) return 'conditions';
  if (record.maxPerCustomer === undefined) return null;
  if (facts.customer?.id === undefined) return 'conditions';
  return usesLeft(promotion, facts) > 0 ? null : 'limit';
}

/** How often the customer and the sale still allow the promotion to apply. */
export function usesLeft({ record }: CompiledPromotion, { customer }: SaleFacts): number {
  const perSale = record.maxPerSale ?? Number.POSITIVE_INFINITY;
  if (record.maxPerCustomer === undefined) return perSale;
  return Math.min(perSale, record.maxPerCustomer - (customer?.promotionUses?.[record.id] ?? 0));
}

/** PRC-41: whether every condition holds, measured over `lines` as they stand. */
export function conditionsHold(
  promotion: CompiledPromotion,
  lines: readonly MeasuredLine[],
  facts: SaleFacts,
): boolean {
  for (const condition of promotion.conditions) {
    if (!conditionHolds(condition, lines, facts)) return false;
  }
  return true;
}

/** The promotions that may run and whose conditions hold over `lines` together, in order. */
export function eligiblePromotions(
  promotions: readonly CompiledPromotion[],
  lines: readonly MeasuredLine[],
  facts: SaleFacts,
): readonly CompiledPromotion[] {
  return promotions.filter(
    (promotion) => obstacleTo(promotion, facts) === null && conditionsHold(promotion, lines, facts),
  );
}

function conditionHolds(
  condition: CompiledCondition,
  lines: readonly MeasuredLine[],
  facts: SaleFacts,
): boolean {
  switch (condition.kind) {
    case 'minSubtotal':
      return valueUnder(lines, condition.match) >= condition.amountMinor;
    case 'minQuantity':
      return quantityUnder(lines, condition.match) >= condition.quantity;
    case 'customerSegment':
      return facts.customer?.segments?.some((segment) => condition.in.has(segment)) ?? false;
    default:
      return assertNever(condition);
  }
}

function valueUnder(lines: readonly MeasuredLine[], match: MatchIndex): number {
  let sum = 0;
  for (const line of lines) if (line.hits[match] === 1) sum += line.valueMinor;
  return sum;
}

function quantityUnder(lines: readonly MeasuredLine[], match: MatchIndex): number {
  let sum = 0;
  for (const line of lines) if (line.hits[match] === 1) sum += line.quantity;
  return sum;
}
