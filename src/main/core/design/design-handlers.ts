import type { Design } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import { priceAlone } from '#shared/domain/pricing/price-alone.ts';
import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type CatalogMoment, shopperProduct } from '../catalog/catalog-moment.ts';
import { compiledTemplate } from '../catalog/compiled-templates.ts';
import { pricingRecords } from '../catalog/pricing-records.ts';
import type { Handlers } from '../handlers.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';

export function designHandlers(ports: {
  readonly catalog: CatalogReader;
  readonly clock: Clock;
}): Handlers<'design.evaluate'> {
  const { catalog, clock } = ports;

  return {
    'design.evaluate': ({ sku, design, declaration }) => {
      const version = catalog.currentVersion();
      const moment: CatalogMoment = { catalog, version, at: clock.now() };
      const store = catalog.store(version);
      if (store === null) {
        return err(fault('catalog.unavailable', 'There is no catalog for this store yet.'));
      }
      const product = shopperProduct(moment, sku);
      if (product === null) {
        return err(fault('catalog.product_not_found', `There is no product ${sku}.`));
      }
      const found =
        product.template === undefined
          ? null
          : compiledTemplate(catalog, version, product.template);
      if (found === null) {
        return err(fault('catalog.template_not_found', `${sku} is not designed from a template.`));
      }

      const { jurisdictions } = store;
      const context = { ...declaration, jurisdictions, at: moment.at };
      const evaluation = evaluateDesign(found.compiled, design, context);
      if (!evaluation.ok) return evaluation;
      const price = designPrice(moment, sku, design);
      return price.ok ? ok({ evaluation: evaluation.value, price: price.value }) : price;
    },
  };
}

/** PRC-100: what one piece of the design costs so far by itself; `null` when the product has no price here and now. */
function designPrice(
  { catalog, version, at }: CatalogMoment,
  sku: string,
  design: Design,
): Result<QuoteLine | null, Fault<'design.malformed'>> {
  const records = pricingRecords(catalog, version, [sku]);
  if (records === null) return ok(null);
  const priced = priceAlone({ lineId: 'design', sku, quantity: 1, design }, at, records);
  if (priced.ok) return priced;
  const { code, message, details } = priced.error;
  return code === 'pricing.not_for_sale' ? ok(null) : err(fault(code, message, details));
}
