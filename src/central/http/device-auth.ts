import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { pushLimitBytes, signatureWindowMs } from '#shared/contract/api/device.ts';
import {
  contentDigest,
  parseSignature,
  parseSignatureInput,
  type SignatureParameters,
  signatureBase,
} from '#shared/contract/api/device-signature.ts';
import { type ErrorCode, fault } from '#shared/lib/errors.ts';
import type { Central } from '../central.ts';
import { type EnrolledDevice, findDevice, noteNonce } from '../storage/devices.ts';
import type { App } from './app.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed the request; set on device routes only. */
    device: EnrolledDevice | null;
  }
}

const inflate = { gzip: promisify(gunzip), br: promisify(brotliDecompress) } as const;
/** DER prefix of an Ed25519 public key (RFC 8410, 4). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key from its 32 bytes. */
export function ed25519Key(raw: Buffer): KeyObject {
  return createPublicKey({
    key: Buffer.concat([ed25519Prefix, raw]),
    format: 'der',
    type: 'spki',
  });
}

/**
 * Routes inside take signed requests only: the signature is verified before the body is read, the body
 * against the digest that was signed. docs/specs/device-requests.md.
 */
export function requireDevice(app: App, central: Central): void {
  app.decorateRequest('device', null);
  readSignedBodies(app);
  app.addHook('onRequest', async (request) => {
    try {
      const { parameters } = verifiedShape(request, central.now());
      request.device = await admit(request, parameters, central);
    } catch (error) {
      if (error instanceof ProblemError) central.metrics.refusedDevices.inc({ code: error.code });
      throw error;
    }
  });
  app.addHook('preValidation', async (request) => {
    // A request without a body was not parsed, and is signed with the digest of nothing.
    if (request.body === undefined || request.body === null) checkDigest(request, Buffer.alloc(0));
  });
}

async function admit(
  request: FastifyRequest,
  parameters: SignatureParameters & { readonly parameters: string },
  { db, now }: Central,
): Promise<EnrolledDevice> {
  const { keyId, nonce } = parameters;
  const known = await findDevice(db, keyId);
  // The same answer whether the device is unknown or the signature wrong: ids cannot be tried out.
  if (known === null || !signedBy(request, parameters, ed25519Key(known.publicKey))) {
    throw refused('device.signature_invalid', 'The signature is not that of an enrolled device');
  }
  if (known.revoked) throw refused('device.revoked', 'This device was revoked');
  const isNew = await noteNonce(db, { device: keyId, nonce, at: new Date(now()) });
  if (!isNew) throw refused('device.replayed', 'This request was made before');
  return known.device;
}

/** The signature's parameters; refused when they are not there, not of our form, or not of our time. */
export function verifiedShape(
  { headers }: FastifyRequest,
  now: number,
): { readonly parameters: SignatureParameters & { readonly parameters: string } } {
  const input = headers['signature-input'];
  const parameters = typeof input === 'string' ? parseSignatureInput(input) : null;
  if (parameters === null) {
    throw refused('device.signature_invalid', 'Signature-Input is missing or not of our form');
  }
  const offMs = parameters.created * 1000 - now;
  if (Math.abs(offMs) > signatureWindowMs) {
    throw new ProblemError(
      401,
      fault('device.clock_skew', 'The request was signed at another time than now', {
        serverTimeMs: now,
      }),
    );
  }
  return { parameters };
}

/** Whether the request's `Signature` is that of `key` over what we cover. */
export function signedBy(
  request: FastifyRequest,
  { parameters }: { readonly parameters: string },
  key: KeyObject,
): boolean {
  const { headers, method, raw } = request;
  const signature = headers.signature;
  const bytes = typeof signature === 'string' ? parseSignature(signature) : null;
  const digest = headers['content-digest'];
  if (bytes === null || typeof digest !== 'string') return false;
  const [path = '', query = ''] = splitTarget(raw.url ?? '');
  const base = signatureBase({ method, path, query, contentDigest: digest }, parameters);
  return verify(null, Buffer.from(base), key, Buffer.from(bytes, 'base64'));
}

function splitTarget(target: string): readonly [path: string, query: string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, '?'] : [target.slice(0, at), target.slice(at)];
}

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
      const text = await plainText(request, body, limitBytes.plain);
      try {
        const parsed: unknown = JSON.parse(text);
        return parsed;
      } catch {
        throw new ProblemError(400, fault('input.invalid', 'The body is not JSON'));
      }
    },
  );
}

function checkDigest(request: FastifyRequest, body: Buffer): void {
  const wanted = contentDigest(createHash('sha256').update(body).digest('base64'));
  if (request.headers['content-digest'] === wanted) return;
  throw refused('device.signature_invalid', 'The body is not the one that was signed');
}

async function plainText(
  request: FastifyRequest,
  body: Buffer,
  limitBytes: number,
): Promise<string> {
  const coding = request.headers['content-encoding'];
  if (coding === undefined || coding === 'identity') return body.toString('utf8');
  if (limitBytes === 0 || (coding !== 'gzip' && coding !== 'br')) {
    throw new ProblemError(415, fault('input.invalid', `Content-Encoding ${coding} is not taken`));
  }
  try {
    const plain = await inflate[coding](body, { maxOutputLength: limitBytes });
    return plain.toString('utf8');
  } catch (error) {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge
      ? new ProblemError(413, fault('input.invalid', 'The body is too large'))
      : new ProblemError(400, fault('input.invalid', `The body is not ${coding}`));
  }
}

function refused(code: ErrorCode, message: string): ProblemError {
  return new ProblemError(401, fault(code, message));
}

/** The device that signed; for handlers behind `requireDevice`. */
export function deviceOf(request: FastifyRequest): EnrolledDevice {
  if (request.device === null) throw new Error('This route is not behind requireDevice');
  return request.device;
}
