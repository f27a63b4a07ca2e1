import { PriceRequest, PublicQuote } from '#shared/contract/api/pricing.ts';
import { isoTime } from '#shared/lib/time.ts';
import type { Central } from '../../central.ts';
import { priceBasketHere } from '../../core/pricing/price-basket-here.ts';
import type { App } from '../app.ts';
import { requireKey } from '../key-auth.ts';
import { momentOf } from '../moment.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';
import { releaseFor } from '../release.ts';

/** What a basket costs. docs/specs/public-api.md, API-30 and on. */
export function pricingRoutes(app: App, central: Central): void {
  app.post(
    '/v1/price',
    {
      onRequest: requireKey(central, 'catalog:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'priceBasket',
            summary: 'Price a basket as a kiosk of the store would, step by step',
            description:
              'Designs must be allowed. Coupons that change nothing are listed with the reason. Answers 422 when a line cannot be sold, naming it.',
            tag: 'designs',
            access: 'key',
            fails: [404, 422],
          },
          { 200: PublicQuote },
        ),
        body: PriceRequest,
      },
    },
    async ({ body }) => {
      const { store, basket } = body;
      const at = body.at === undefined ? central.now() : momentOf(body.at, 'body/at');
      const release = await releaseFor(central, store);
      const goods = await release.goods(basket.lines.map(({ sku }) => sku));
      const quote = priceBasketHere(basket, at, goods);
      if (!quote.ok) throw new ProblemError(422, quote.error);
      return { ...quote.value, at: isoTime(at) };
    },
  );
}
