import { AllotmentAnswers, AllotmentExchange } from '#shared/contract/api/stock.ts';
import type { Central } from '../../central.ts';
import { exchangeAllotments } from '../../core/stock/exchange-allotments.ts';
import type { App } from '../app.ts';
import { deviceOf, signedAtOf } from '../device-auth.ts';
import { describeRoute } from '../openapi.ts';

/** What a device may sell by itself. docs/specs/stock.md */
export function deviceStockRoutes(app: App, central: Central): void {
  app.post(
    '/v1/device/allotments',
    {
      schema: {
        ...describeRoute(
          {
            operationId: 'exchangeAllotments',
            summary: 'Tell totals of allotments, and hear what may be sold',
            description:
              'Totals only grow, so that it may be sent again any number of times, and come late. gzip and br are understood.',
            tag: 'device',
            access: 'device',
            fails: [413, 415, 503],
          },
          { 200: AllotmentAnswers },
        ),
        body: AllotmentExchange,
      },
    },
    (request) =>
      exchangeAllotments(central, deviceOf(request), {
        items: request.body.items,
        sentAt: signedAtOf(request),
      }),
  );
}
