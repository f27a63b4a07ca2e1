import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { CompiledTemplate } from '#shared/domain/customization/model.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type CatalogMoment, shopperProduct } from '../catalog/catalog-moment.ts';
import { compiledTemplate } from '../catalog/compiled-templates.ts';

/** A product that a shopper may design, with what that needs, of one catalog version. */
export interface Designable {
  readonly version: number;
  readonly product: ProductRecord;
  readonly template: TemplateRecord;
  readonly compiled: CompiledTemplate;
}

export function designable(
  moment: CatalogMoment,
  sku: string,
): Result<Designable, Fault<'catalog.product_not_found' | 'catalog.template_not_found'>> {
  const { catalog, version } = moment;
  const product = shopperProduct(moment, sku);
  if (product === null) {
    return err(fault('catalog.product_not_found', `There is no product ${sku}.`));
  }
  const found =
    product.template === undefined ? null : compiledTemplate(catalog, version, product.template);
  if (found !== null) return ok({ version, product, ...found });
  return err(fault('catalog.template_not_found', `${sku} is not designed from a template.`));
}
