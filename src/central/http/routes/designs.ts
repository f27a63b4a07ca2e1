import { Type } from 'typebox';
import {
  DesignCode,
  DesignOptions,
  DesignRequest,
  type DesignToday,
  FindDesignQuery,
  FoundDesign,
  JudgedDesign,
  SaveDesignRequest,
  SavedDesign,
} from '#shared/contract/api/designs.ts';
import { readDesignCode } from '#shared/domain/customization/design-code.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import { isoTime } from '#shared/lib/time.ts';
import type { Central } from '../../central.ts';
import { designToday, lost } from '../../core/designs/design-today.ts';
import { designable, judgeDesign } from '../../core/designs/judge-design.ts';
import { saveDesign } from '../../core/designs/save-design.ts';
import { savedAnswer } from '../../core/designs/saved-answer.ts';
import { declarationOf } from '../../core/pricing/price-basket-here.ts';
import { currentRelease } from '../../core/pricing/release-catalog.ts';
import { findDesign, type KeptDesign } from '../../storage/designs.ts';
import type { App } from '../app.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { momentOf } from '../moment.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';
import { releaseFor } from '../release.ts';

/** What can be designed, and designs that are kept. docs/specs/public-api.md, API-20 and on. */
export function designRoutes(app: App, central: Central): void {
  const canRead = requireKey(central, 'catalog:read');

  app.post(
    '/v1/designs/options',
    {
      onRequest: canRead,
      schema: {
        ...describeRoute(
          {
            operationId: 'listDesignOptions',
            summary: 'What can still be chosen beside what a design holds already',
            description:
              'An option that cannot be chosen is told with the smallest set of choices that stands in its way.',
            tag: 'designs',
            access: 'key',
            fails: [404, 422],
          },
          { 200: DesignOptions },
        ),
        body: DesignRequest,
      },
    },
    async ({ body }) => {
      const { status, missing, availability, ranges } = (await judge(central, body)).evaluation;
      return { status, missing, availability, ranges };
    },
  );

  app.post(
    '/v1/designs/validate',
    {
      onRequest: canRead,
      schema: {
        ...describeRoute(
          {
            operationId: 'validateDesign',
            summary: 'Judge a design by the rules of the store, and price one piece of it',
            tag: 'designs',
            access: 'key',
            fails: [404, 422],
          },
          { 200: JudgedDesign },
        ),
        body: DesignRequest,
      },
    },
    ({ body }) => judge(central, body),
  );

  app.post(
    '/v1/designs',
    {
      onRequest: requireKey(central, 'designs:write'),
      schema: {
        ...describeRoute(
          {
            operationId: 'saveDesign',
            summary: 'Keep a design under a short code',
            description: 'Typed texts are left out: an engraving is often a name.',
            tag: 'designs',
            access: 'key',
            fails: [404, 422],
          },
          { 201: SavedDesign },
        ),
        body: SaveDesignRequest,
      },
    },
    async (request, reply) => {
      const { store, sku, design } = request.body;
      const release = await releaseFor(central, store);
      const product = orRefuse(designable(sku, await release.goods([sku])));
      const by = actorOf(request);
      const kept = orRefuse(await saveDesign(central, release, product, design, by));
      return reply.code(201).send(savedAnswer(kept));
    },
  );

  app.get(
    '/v1/designs/:code',
    {
      onRequest: canRead,
      schema: {
        ...describeRoute(
          {
            operationId: 'getDesign',
            summary: 'A kept design, and whether it can be made today',
            tag: 'designs',
            access: 'key',
            fails: [404],
          },
          { 200: FoundDesign },
        ),
        params: Type.Object({ code: DesignCode }, { additionalProperties: false }),
        querystring: FindDesignQuery,
      },
    },
    async ({ params, query }) => {
      const code = readDesignCode(params.code);
      if (code === null) {
        throw new ProblemError(400, fault('input.invalid', 'params/code is mistyped'));
      }
      const kept = await findDesign(central.db, code);
      if (kept === null) {
        throw new ProblemError(404, fault('design.not_found', `There is no design ${params.code}`));
      }
      const { store = kept.store, ageYears } = query;
      return { ...savedAnswer(kept), today: await today(central, kept, store, ageYears) };
    },
  );
}

async function judge(central: Central, body: DesignRequest): Promise<JudgedDesign> {
  const { store, sku, design } = body;
  const at = body.at === undefined ? central.now() : momentOf(body.at, 'body/at');
  const release = await releaseFor(central, store);
  const product = orRefuse(designable(sku, await release.goods([sku])));
  const judged = orRefuse(judgeDesign(product, design, declarationOf(body), at));
  const { currency, pricesIncludeTax } = release.store;
  const { version: catalogVersion } = release;
  return { catalogVersion, at: isoTime(at), currency, pricesIncludeTax, ...judged };
}

async function today(
  { database, now }: Central,
  kept: KeptDesign,
  store: string,
  ageYears: number | undefined,
): Promise<DesignToday> {
  const at = now();
  const release = await currentRelease(database, store);
  const declaration = declarationOf({ ageYears });
  const told =
    release === null
      ? lost(fault('catalog.unavailable', `No catalog is published that has the store "${store}"`))
      : designToday(kept, await release.goods([kept.sku]), declaration, at);
  return { store, at: isoTime(at), ...told };
}

/** What was sent is not what the catalog has. */
function orRefuse<T>(result: Result<T, Fault>): T {
  if (result.ok) return result.value;
  throw new ProblemError(422, result.error);
}
