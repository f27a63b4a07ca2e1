import type { ErrorCode, Fault } from '../../lib/errors.ts';
import type { Result } from '../../lib/result.ts';
import type { Basket } from './basket.ts';
import type { PricingCatalog } from './pricing-catalog.ts';
import type { CompiledPromotions } from './promotions/compile.ts';
import type { SaleState } from './sale-state.ts';

/** What every step may look at: the question, the catalog and its promotions made ready. */
export interface PricingContext {
  readonly basket: Basket;
  readonly catalog: PricingCatalog;
  readonly promotions: CompiledPromotions;
}

/** Why a basket has no price (PRC-8, PRC-24); the details name the line and its SKU. */
export type PricingFault = Fault<Extract<ErrorCode, 'pricing.not_for_sale' | 'design.malformed'>>;

/** A named step of the pipeline: the sale before it, to the sale after it. */
export type Step = (sale: SaleState, context: PricingContext) => Result<SaleState, PricingFault>;
