import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import fastify, { LogController } from 'fastify';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../central.ts';
import type { CentralConfig } from '../config.ts';
import type { App } from './app.ts';
import { limitDepth } from './body-depth.ts';
import { refuseClient } from './client-error.ts';
import { admitNewcomer, deviceNamed, requireDevice, signedByOneOf } from './device-auth.ts';
import { keyNamed } from './key-auth.ts';
import { createKnownKeys } from './known-keys.ts';
import { describeApi, serveApiDocument } from './openapi.ts';
import { answerProblem, ProblemError } from './problem.ts';
import {
  limitAddress,
  limitAdmitted,
  limitSender,
  type RequestsPerMinute,
  requestsPerMinute,
} from './rate-limits.ts';
import { makeRefusalLimit } from './refusal-limit.ts';
import { catalogRoutes } from './routes/catalog.ts';
import { catalogDraftRoutes } from './routes/catalog-drafts.ts';
import { designRoutes } from './routes/designs.ts';
import { deviceCatalogRoutes } from './routes/device-catalog.ts';
import { deviceDesignRoutes } from './routes/device-designs.ts';
import { deviceEventRoutes } from './routes/device-events.ts';
import { deviceStockRoutes } from './routes/device-stock.ts';
import { enrolmentRoutes } from './routes/enrolment.ts';
import { feedRoutes } from './routes/feed.ts';
import { orderRoutes } from './routes/orders.ts';
import { devicePeopleRoutes, peopleRoutes } from './routes/people.ts';
import { pricingRoutes } from './routes/pricing.ts';
import { productRoutes } from './routes/products.ts';
import { metricsRoute, serviceRoutes } from './routes/service.ts';
import { stockRoutes } from './routes/stock.ts';
import { stockReservationRoutes } from './routes/stock-reservations.ts';
import { storeGroupRoutes } from './routes/store-groups.ts';
import { deviceSurveyRoutes, surveyAnswerRoutes } from './routes/survey-answers.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { webhookDeliveryRoutes } from './routes/webhook-deliveries.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** What a request without a signature may send; routes that take more say so. */
const bodyLimitBytes = 1024 * 1024;
const requestTimeoutMs = 60_000;

/** Routes that carry a device's signature. */
const deviceRoutes = [
  deviceEventRoutes,
  deviceCatalogRoutes,
  devicePeopleRoutes,
  deviceStockRoutes,
  deviceDesignRoutes,
  deviceSurveyRoutes,
];
/** Routes of other channels and of head office, by API key. */
const keyRoutes = [
  orderRoutes,
  productRoutes,
  designRoutes,
  pricingRoutes,
  surveyRoutes,
  surveyAnswerRoutes,
  stockRoutes,
  stockReservationRoutes,
  catalogRoutes,
  catalogDraftRoutes,
  storeGroupRoutes,
  peopleRoutes,
  feedRoutes,
  webhookRoutes,
  webhookDeliveryRoutes,
];

/** Makes the HTTP application; it listens to nothing yet. */
export async function createServer(
  central: Central,
  { tls, trustProxy }: Pick<CentralConfig, 'tls' | 'trustProxy'>,
  limits: RequestsPerMinute = requestsPerMinute,
): Promise<App> {
  const app: App = fastify({
    loggerInstance: central.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    trustProxy,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: refuseClient,
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply),
    ...(tls === null ? {} : { https: { cert: tls.cert, key: tls.key } }),
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as App;

  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  // The handlers' types are those of the schemas; a serializer that drops fields would hide mistakes.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  app.setNotFoundHandler((request) => {
    throw new ProblemError(
      404,
      fault('request.unknown', `There is no ${request.method} ${request.url.split('?', 1)[0]}`),
    );
  });
  limitDepth(app);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    // Else the connection would be kept, and the end with it.
    if (isClosing) reply.header('connection', 'close');
    reply.header('x-content-type-options', 'nosniff');
    if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    central.metrics.requestSeconds.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    );
  });

  await app.register(compress, { globalCompression: true, globalDecompression: false });
  await describeApi(app);
  await app.register(async (scope: App) => serviceRoutes(scope, central));
  await app.register(async (scope: App) => {
    await limitAddress(scope, limits.open);
    await serveApiDocument(scope);
    metricsRoute(scope, central);
  });
  await app.register(async (scope: App) => {
    await limitAdmitted(scope, limits, (request) => admitNewcomer(request, central.now()));
    enrolmentRoutes(scope, central);
  });
  const knownKeys = createKnownKeys(central);
  const limitRefusals = await makeRefusalLimit(
    app,
    limits.refused,
    (request) => deviceNamed(request) ?? keyNamed(request),
  );
  await app.register(async (scope: App) => {
    limitRefusals(scope, async (request) => {
      return deviceNamed(request) !== null && signedByOneOf(request, await knownKeys());
    });
    requireDevice(scope, central);
    await limitSender(scope, limits.device, ({ device, ip }) => device?.id ?? ip);
    for (const routes of deviceRoutes) routes(scope, central);
  });
  await app.register(async (scope: App) => {
    scope.decorateRequest('apiKey', null);
    limitRefusals(scope);
    await limitSender(scope, limits.key, ({ apiKey, ip }) => apiKey ?? ip);
    for (const routes of keyRoutes) routes(scope, central);
  });
  return app;
}
