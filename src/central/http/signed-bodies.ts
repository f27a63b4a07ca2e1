import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { pushLimitBytes } from '#shared/contract/api/device.ts';
import { contentDigest } from '#shared/contract/api/device-signature.ts';
import { fault } from '#shared/lib/errors.ts';
import type { App } from './app.ts';
import { deepestBody, tooDeep } from './body-depth.ts';
import { excessOf } from './json-bounds.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** So many members and entries may a body have that is signed. */
    mostParts?: number;
  }
}

/** What asks about 500 SKUs has a quarter of it. */
const usualParts = 20_000;
/** What is unpacked at a time: by 16 KiB, as is usual, two megabytes would come in 128 turns. */
const chunkSize = 256 * 1024;
const inflate = { gzip: promisify(gunzip), br: promisify(brotliDecompress) } as const;

/**
 * JSON bodies as they are sent, so that their digest can be taken.
 * @param limitBytes `plain` is 0 where none may be compressed.
 */
export function readSignedBodies(
  app: App,
  limitBytes: { readonly sent: number; readonly plain: number } = pushLimitBytes,
): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: limitBytes.sent },
    async (request: FastifyRequest, body: Buffer): Promise<unknown> => {
      checkDigest(request, body);
      const json = await plainJson(request, body, limitBytes.plain);
      refuseExcess(request, json);
      try {
        const parsed: unknown = JSON.parse(json.toString('utf8'));
        return parsed;
      } catch {
        throw new ProblemError(400, fault('input.invalid', 'The body is not JSON'));
      }
    },
  );
}

/** Before it is paid for: what is parsed costs by its parts. DRQ-8 */
function refuseExcess({ routeOptions: { config } }: FastifyRequest, json: Buffer): void {
  const levels = config.anyDepth === true ? Number.POSITIVE_INFINITY : deepestBody;
  const { mostParts: parts = usualParts } = config;
  const excess = excessOf(json, { levels, parts });
  if (excess === 'levels') throw tooDeep();
  if (excess === null) return;
  const message = `The body has more than ${parts} members and entries`;
  throw new ProblemError(413, fault('input.invalid', message));
}

/** Refuses a body that is not the one whose digest was signed. DRQ-2 */
export function checkDigest(request: FastifyRequest, body: Buffer): void {
  const wanted = contentDigest(createHash('sha256').update(body).digest('base64'));
  if (request.headers['content-digest'] === wanted) return;
  const message = 'The body is not the one that was signed';
  throw new ProblemError(401, fault('device.signature_invalid', message));
}

async function plainJson(
  request: FastifyRequest,
  body: Buffer,
  limitBytes: number,
): Promise<Buffer> {
  const coding = request.headers['content-encoding'];
  if (coding === undefined || coding === 'identity') return body;
  if (limitBytes === 0 || (coding !== 'gzip' && coding !== 'br')) {
    throw new ProblemError(415, fault('input.invalid', `Content-Encoding ${coding} is not taken`));
  }
  try {
    return await inflate[coding](body, { maxOutputLength: limitBytes, chunkSize });
  } catch (error) {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge
      ? new ProblemError(413, fault('input.invalid', 'The body is too large'))
      : new ProblemError(400, fault('input.invalid', `The body is not ${coding}`));
  }
}
