import { assertNever } from '../../../lib/assert.ts';
import type {
  PromotionAction,
  PromotionCondition,
  PromotionRecord,
} from '../../catalog/promotion.ts';
import { normalizeCouponCode } from './coupon-code.ts';
import {
  createMatchRegistry,
  type MatchIndex,
  type MatchRegistry,
  type MatchTable,
} from './match.ts';

/** A condition with its match as a number of the match table. */
export type CompiledCondition =
  | { readonly kind: 'minSubtotal'; readonly match: MatchIndex; readonly amountMinor: number }
  | { readonly kind: 'minQuantity'; readonly match: MatchIndex; readonly quantity: number }
  | { readonly kind: 'customerSegment'; readonly in: ReadonlySet<string> };

/** An action with its matches as numbers of the match table. */
export type CompiledAction =
  | { readonly kind: 'percentOff'; readonly match: MatchIndex; readonly bps: number }
  | {
      readonly kind: 'amountOff';
      readonly match: MatchIndex;
      readonly amountMinor: number;
      readonly per: 'unit' | 'sale';
    }
  | {
      readonly kind: 'buyXGetY';
      readonly buy: MatchIndex;
      readonly buyQuantity: number;
      readonly get: MatchIndex;
      readonly getQuantity: number;
      readonly bps: number;
    }
  | {
      readonly kind: 'bundle';
      readonly parts: readonly { readonly match: MatchIndex; readonly quantity: number }[];
      readonly priceMinor: number;
    };

/** A promotion made ready to run. */
export interface CompiledPromotion {
  readonly record: PromotionRecord;
  /** Place in the order of all promotions: priority, highest first, then id. */
  readonly rank: number;
  /** `null`: every store. */
  readonly stores: ReadonlySet<string> | null;
  readonly conditions: readonly CompiledCondition[];
  readonly action: CompiledAction;
}

/** A catalog's promotions sorted by the step that they run in, each list in order. */
export interface CompiledPromotions {
  readonly matches: MatchTable;
  readonly line: readonly CompiledPromotion[];
  readonly basket: readonly CompiledPromotion[];
  /** By normalized code: the promotions that it switches on. */
  readonly byCoupon: ReadonlyMap<string, readonly CompiledPromotion[]>;
}

// Compiling is a pure function of the list, and a catalog version's list never changes.
const compiled = new WeakMap<readonly PromotionRecord[], CompiledPromotions>();

/** Makes promotions ready to run; the same list is compiled once. */
export function compilePromotions(records: readonly PromotionRecord[]): CompiledPromotions {
  const known = compiled.get(records);
  if (known !== undefined) return known;
  const made = compileAll(records);
  compiled.set(records, made);
  return made;
}

function compileAll(records: readonly PromotionRecord[]): CompiledPromotions {
  const registry = createMatchRegistry();
  const promotions = records
    .toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
    .map((record, rank) => compileOne(record, rank, registry));
  const automatic = promotions.filter(({ record }) => record.couponCodes === undefined);
  return {
    matches: registry.table(),
    line: automatic.filter(({ record }) => record.scope === 'line'),
    basket: automatic.filter(({ record }) => record.scope === 'basket'),
    byCoupon: groupByCoupon(promotions),
  };
}

function groupByCoupon(
  promotions: readonly CompiledPromotion[],
): ReadonlyMap<string, readonly CompiledPromotion[]> {
  const byCoupon = new Map<string, CompiledPromotion[]>();
  for (const promotion of promotions) {
    for (const code of new Set(promotion.record.couponCodes?.map(normalizeCouponCode))) {
      const same = byCoupon.get(code);
      if (same === undefined) byCoupon.set(code, [promotion]);
      else same.push(promotion);
    }
  }
  return byCoupon;
}

function compileOne(
  record: PromotionRecord,
  rank: number,
  registry: MatchRegistry,
): CompiledPromotion {
  return {
    record,
    rank,
    stores: record.stores === undefined ? null : new Set(record.stores),
    conditions: record.conditions.map((condition) => compileCondition(condition, registry)),
    action: compileAction(record.action, registry),
  };
}

function compileCondition(
  condition: PromotionCondition,
  registry: MatchRegistry,
): CompiledCondition {
  switch (condition.kind) {
    case 'minSubtotal':
    case 'minQuantity':
      return { ...condition, match: registry.indexOf(condition.match) };
    case 'customerSegment':
      return { kind: condition.kind, in: new Set(condition.in) };
    default:
      return assertNever(condition);
  }
}

function compileAction(action: PromotionAction, registry: MatchRegistry): CompiledAction {
  switch (action.kind) {
    case 'percentOff':
    case 'amountOff':
      return { ...action, match: registry.indexOf(action.match) };
    case 'buyXGetY':
      return {
        ...action,
        buy: registry.indexOf(action.buy),
        get: registry.indexOf(action.get),
      };
    case 'bundle':
      return {
        ...action,
        parts: action.parts.map((part) => ({ ...part, match: registry.indexOf(part.match) })),
      };
    default:
      return assertNever(action);
  }
}
