import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import { priceDesign } from '#shared/domain/pricing/price-design.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
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
      const records = pricingRecords(catalog, version, [sku]);
      const price = priceDesign(sku, design, moment.at, records);
      return price.ok ? ok({ evaluation: evaluation.value, price: price.value }) : price;
    },
  };
}
