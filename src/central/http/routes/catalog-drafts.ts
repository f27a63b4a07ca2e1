import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  CatalogImportReport,
  ImportQuery,
  listedFindings,
  VersionNumber,
} from '#shared/contract/api/catalog.ts';
import { type ErrorCode, fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { discardDraft } from '../../core/catalog/discard-draft.ts';
import type { DraftReport } from '../../core/catalog/import-draft.ts';
import { importInWorker } from '../../jobs/import-in-worker.ts';
import type { App } from '../app.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

/** What a feed may become when it is decompressed: some 500,000 products with their prices. */
const feedLimitBytes = 256 * 1024 * 1024;
const feedTypes = ['application/x-ndjson', 'application/json'];

/** Drafts of the catalog. docs/specs/central-catalog.md. */
export function catalogDraftRoutes(app: App, central: Central): void {
  const onRequest = requireKey(central, 'catalog:write');

  // In a scope of its own: here a body is a stream, and JSON is not parsed.
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(feedTypes, (_request, payload, done) => done(null, payload));
    scope.post(
      '/v1/catalog/drafts',
      {
        onRequest,
        schema: {
          ...describeRoute(
            {
              operationId: 'importCatalog',
              summary: 'Make a draft of a feed, on top of the newest version',
              description:
                'catalog feed v1 as NDJSON or JSON, see docs/catalog-feed.md; gzip and br are understood. Records that are wrong are left out and listed. 200 when the feed changes nothing.',
              tag: 'catalog',
              access: 'key',
              fails: [409, 413, 415, 422],
            },
            { 201: CatalogImportReport, 200: CatalogImportReport },
          ),
          consumes: feedTypes,
          querystring: ImportQuery,
          body: Type.Unknown({ description: 'The feed' }),
        },
      },
      async (request, reply) => {
        const { replace = false, allowShrink = false, source = 'API' } = request.query;
        const folder = await mkdtemp(join(tmpdir(), 'blendbar-feed-'));
        try {
          const file = join(folder, 'feed');
          await receive(request, file);
          const report = await importInWorker({
            databaseUrl: central.database.pool.options.connectionString ?? '',
            file,
            name: source,
            replace,
            allowShrink,
            actor: actorOf(request),
            now: central.now(),
          });
          if (!report.ok) throw new ProblemError(statusOf(report.error.code), report.error);
          return await reply.code(report.value.isNew ? 201 : 200).send(listed(report.value));
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      },
    );
  });

  app.delete(
    '/v1/catalog/drafts/:version',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'discardDraft',
            summary: 'Throw the newest version away, if nobody ever got it',
            tag: 'catalog',
            access: 'key',
            fails: [404, 409],
          },
          { 204: Type.Null({ description: 'It is gone' }) },
        ),
        params: Type.Object({ version: VersionNumber }, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const { version } = request.params;
      const discarded = await discardDraft(central, { version, actor: actorOf(request) });
      if (!discarded.ok) throw new ProblemError(statusOf(discarded.error.code), discarded.error);
      return reply.code(204).send(null);
    },
  );
}

/** Writes the feed down, decompressed; refused when it is too large. */
async function receive(request: FastifyRequest, file: string): Promise<void> {
  // Without a type and a length no parser is asked.
  if (request.body === undefined || request.body === null) {
    throw new ProblemError(
      415,
      fault('input.invalid', 'The feed, or its Content-Type, is missing'),
    );
  }
  const coding = request.headers['content-encoding'] ?? 'identity';
  const decompress = decompressions.get(coding);
  if (decompress === undefined) {
    throw new ProblemError(415, fault('input.invalid', `Content-Encoding ${coding} is not known`));
  }
  if (Number(request.headers['content-length'] ?? 0) > feedLimitBytes) throw tooLarge();
  let bytes = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= feedLimitBytes) done(null, chunk);
      else done(tooLarge());
    },
  });
  // The parser of this scope hands the stream through. It is not closed with the others when one of them
  // fails: the answer goes through the same connection.
  const body = (request.body as Readable).iterator({ destroyOnReturn: false });
  const target = createWriteStream(file, { mode: 0o600 });
  try {
    await pipeline(body, decompress(), limit, target);
  } catch (error) {
    if (isWrongCoding(error)) {
      throw new ProblemError(400, fault('input.invalid', `The body is not ${coding}`));
    }
    throw error;
  }
}

const decompressions: ReadonlyMap<string, () => Transform> = new Map([
  ['identity', () => new PassThrough()],
  ['gzip', () => createGunzip()],
  ['br', () => createBrotliDecompress()],
]);

function tooLarge(): ProblemError {
  return new ProblemError(413, fault('input.invalid', 'The feed is too large'));
}

function isWrongCoding(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR');
}

function statusOf(code: ErrorCode): number {
  if (code === 'catalog.version_not_found') return 404;
  return code === 'catalog.import_running' || code === 'catalog.version_in_use' ? 409 : 422;
}

function listed({ source, rejected, notes, ...report }: DraftReport) {
  return {
    ...report,
    rejectedCount: rejected.length,
    rejected: rejected.slice(0, listedFindings).map(({ file, ...finding }) => finding),
    notes: notes.slice(0, listedFindings).map(({ file, ...finding }) => finding),
  };
}
