import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { KioskClient } from '#shared/contract/ipc/contract.ts';
import { assert } from '#shared/lib/assert.ts';
import { type ErrorCode, fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Route } from '../../core/router.ts';
import { securityHeaders } from '../security-headers.ts';
import { createEventStreams } from './event-stream.ts';
import { type Refusal, refusal } from './guard.ts';
import { answerBrokenRequest, answerExpectation, answerPlainly } from './raw-answers.ts';
import { createSessions } from './sessions.ts';

/** The largest request the contract has is a cart command with a full design: some 20 kB. */
const bodyLimitBytes = 256 * 1024;
/** A page sends a request at once; whoever takes longer keeps a connection busy. */
const requestTimeoutMs = 30_000;

export interface WebHostOptions {
  readonly kiosk: Pick<KioskClient, 'subscribe'> & { readonly route: Route };
  readonly rendererDir: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly logger: Logger;
  /** Called when a start link was used, with the next one. */
  readonly onStarted?: (nextUrl: string) => void;
}

export interface WebHost {
  readonly origin: string;
  /** The link that lets one browser in, once. */
  readonly startUrl: string;
  close(): Promise<void>;
}

/** Serves the renderer and the contract to browsers on this machine, and to nobody else. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { kiosk, rendererDir, logger } = options;
  if (!existsSync(join(rendererDir, 'index.html'))) {
    throw new Error(`There is no built renderer in ${rendererDir}; run: npm run build`);
  }
  const sessions = createSessions();
  const streams = createEventStreams(kiosk);
  const app = fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: true,
    // A missing Host is the guard's to refuse, with our headers.
    http: { requireHostHeader: false },
    clientErrorHandler: (error, socket) => answerBrokenRequest(error, socket),
    frameworkErrors: (_error, request, { raw }) => {
      const why = whyRefused(request);
      if (why !== null) answerPlainly(raw, refusalStatus[why], refusalText[why]);
      else answerPlainly(raw, 400, 'This is no address.\n');
    },
  });
  app.server.on('checkExpectation', answerExpectation);
  let host = '';
  let cookie = '';
  const startUrl = () => `http://${host}/start?token=${sessions.issueToken()}`;

  function whyRefused({ method, headers, url }: FastifyRequest): Refusal | null {
    const isStart = method === 'GET' && url.split('?', 1)[0] === '/start';
    const why = refusal({ method, headers, isStart }, { host, cookie, isOpen: sessions.isOpen });
    if (why !== null) logger.warn('Refused a request', { why, method });
    return why;
  }

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    const why = whyRefused(request);
    if (why === null) return;
    return reply.code(refusalStatus[why]).type('text/plain').send(refusalText[why]);
  });

  app.get<{ Querystring: { token?: string | string[] } }>(
    '/start',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const { token } = request.query;
      const session = typeof token === 'string' ? sessions.exchange(token) : null;
      reply.header('cache-control', 'no-store');
      if (session === null) return reply.code(403).type('text/plain').send(refusalText.session);
      options.onStarted?.(startUrl());
      return reply
        .header('set-cookie', `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`)
        .redirect('/', 303);
    },
  );

  app.post<{ Params: { name: string } }>('/rpc/:name', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return kiosk.route(request.params.name, request.body);
  });

  // A HEAD would take a stream and wait for its end for ever.
  app.get('/events', { exposeHeadRoute: false }, (_request, reply) => {
    reply.hijack();
    streams.open(reply.raw, securityHeaders);
  });

  serveRenderer(app, rendererDir);
  answerFailures(app, logger);

  await app.listen({ host: '127.0.0.1', port: options.port });
  const address = app.server.address();
  assert(address !== null && typeof address === 'object', 'the server has an address');
  host = `127.0.0.1:${address.port}`;
  // Cookies know no ports: the name keeps two kiosks on one machine apart.
  cookie = `blendbar_${address.port}`;

  return {
    origin: `http://${host}`,
    startUrl: startUrl(),
    async close() {
      streams.close();
      await app.close();
    },
  };
}

const refusalStatus: Readonly<Record<Refusal, 401 | 403>> = {
  host: 403,
  origin: 403,
  site: 403,
  session: 401,
};

const refusalText: Readonly<Record<Refusal, string>> = {
  host: 'This kiosk answers only under its own address.\n',
  origin: 'This kiosk answers only its own pages.\n',
  site: 'This kiosk answers only its own pages.\n',
  session: 'This window is not signed in. Open the newest start link that the kiosk printed.\n',
};

function serveRenderer(app: FastifyInstance, rendererDir: string): void {
  app.register(fastifyStatic, {
    root: rendererDir,
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders(reply, path) {
      // Built assets carry a content hash in their names; the page that names them does not.
      const hashed = path.startsWith(join(rendererDir, 'assets'));
      reply.header('cache-control', hashed ? 'private, max-age=31536000, immutable' : 'no-store');
    },
  });
}

/** Failures of the transport itself, as the contract's faults where a client expects one. */
function answerFailures(app: FastifyInstance, logger: Logger): void {
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/plain').send('There is nothing here.\n'),
  );
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    const code: ErrorCode = status < 500 ? 'input.invalid' : 'internal.failure';
    if (status >= 500) logger.error('The web host failed', { error: error.stack ?? error.message });
    const message = status < 500 ? error.message : 'Something went wrong.';
    return reply.code(status).send(err(fault(code, message)));
  });
}
