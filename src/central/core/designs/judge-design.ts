import type { JudgedDesign } from '#shared/contract/api/designs.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { CompiledTemplate } from '#shared/domain/customization/model.ts';
import { priceDesign } from '#shared/domain/pricing/price-design.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { type Declaration, productNotFound } from '#shared/domain/sale/check-goods.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Goods } from '../pricing/release-catalog.ts';

/** A product that a shopper may design, with what that needs. */
export interface DesignableProduct {
  readonly product: ProductRecord;
  readonly compiled: CompiledTemplate;
  readonly records: PricingCatalog;
}

/** `goods` are those of `sku` alone. Components stay behind the counter. */
export function designable(
  sku: string,
  { records, templates }: Goods,
): Result<DesignableProduct, Fault<'catalog.product_not_found' | 'catalog.template_not_found'>> {
  const product = records.products.get(sku);
  if (product === undefined || product.type === 'component') return err(productNotFound(sku));
  const compiled = templates.get(product.template ?? '');
  if (compiled !== undefined) return ok({ product, compiled, records });
  return err(fault('catalog.template_not_found', `${sku} is not designed from a template.`));
}

/** What the rules and prices of a store say of a design, as a kiosk there tells it. Pure. API-22 */
export function judgeDesign(
  { product, compiled, records }: DesignableProduct,
  design: Design,
  declaration: Declaration,
  at: UnixMs,
): Result<Pick<JudgedDesign, 'evaluation' | 'price'>, Fault<'design.malformed'>> {
  const { jurisdictions } = records.store;
  const evaluation = evaluateDesign(compiled, design, { ...declaration, jurisdictions, at });
  if (!evaluation.ok) return evaluation;
  const price = priceDesign(product.sku, design, at, records);
  return price.ok ? ok({ evaluation: evaluation.value, price: price.value }) : price;
}
