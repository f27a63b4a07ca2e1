import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { signatureWindowMs } from '#shared/contract/api/device.ts';
import {
  parseSignature,
  parseSignatureInput,
  type SignatureParameters,
  signatureBase,
} from '#shared/contract/api/device-signature.ts';
import { type ErrorCode, fault } from '#shared/lib/errors.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Central } from '../central.ts';
import { type EnrolledDevice, findDevice, noteNonce } from '../storage/devices.ts';
import type { App } from './app.ts';
import { firstProblemCompiler } from './first-problem.ts';
import { ProblemError } from './problem.ts';
import { checkDigest, readSignedBodies } from './signed-bodies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed the request, and when, by our clock as the device knows it; set on device routes only. */
    device: EnrolledDevice | null;
    signedAt: UnixMs | null;
  }
}

const publicKeyBytes = 32;
/** DER prefix of an Ed25519 public key (RFC 8410, 4). */
const ed25519Prefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key from its 32 bytes. */
function ed25519Key(raw: Buffer): KeyObject {
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
  app.decorateRequest('signedAt', null);
  readSignedBodies(app);
  app.setValidatorCompiler(firstProblemCompiler);
  app.addHook('onRequest', async (request) => {
    try {
      request.device = await admit(request, central);
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

async function admit(request: FastifyRequest, { db, now }: Central): Promise<EnrolledDevice> {
  const parameters = signatureOf(request);
  checkTime(parameters, now());
  const { keyId, nonce } = parameters;
  const known = await findDevice(db, keyId);
  // The same answer whether the device is unknown or the signature wrong: ids cannot be tried out.
  if (known === null || !signedBy(request, parameters, ed25519Key(known.publicKey))) {
    throw refused('device.signature_invalid', 'The signature is not that of an enrolled device');
  }
  request.isProven = true;
  if (known.revoked) throw refused('device.revoked', 'This device was revoked');
  const isNew = await noteNonce(db, { device: keyId, nonce, at: new Date(now()) });
  if (!isNew) throw refused('device.replayed', 'This request was made before');
  request.signedAt = parameters.created * 1000;
  return known.device;
}

/** Refuses what is not signed with the key that it names, by that key itself: whoever enrols has no id yet. ENR-4 */
export function admitNewcomer(request: FastifyRequest, now: number): void {
  const parameters = signatureOf(request);
  const key = Buffer.from(parameters.keyId, 'base64url');
  if (key.length !== publicKeyBytes || !signedBy(request, parameters, ed25519Key(key))) {
    throw refused(
      'device.signature_invalid',
      'The request is not signed with the key that it names',
    );
  }
  checkTime(parameters, now);
}

type Signature = SignatureParameters & { readonly parameters: string };

/** What the signature says about itself; refused when it is not there, or not of our form. */
function signatureOf({ headers }: FastifyRequest): Signature {
  const input = headers['signature-input'];
  const parameters = typeof input === 'string' ? parseSignatureInput(input) : null;
  if (parameters !== null) return parameters;
  throw refused('device.signature_invalid', 'Signature-Input is missing or not of our form');
}

/** DRQ-6 */
function checkTime({ created }: SignatureParameters, now: number): void {
  if (Math.abs(created * 1000 - now) <= signatureWindowMs) return;
  throw new ProblemError(
    401,
    fault('device.clock_skew', 'The request was signed at another time than now', {
      serverTimeMs: now,
    }),
  );
}

/** Whether the request's `Signature` is that of `key` over what we cover. */
function signedBy(
  request: FastifyRequest,
  { parameters }: Pick<Signature, 'parameters'>,
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

/** The key that a request says it is signed with, for what that is worth. */
export function deviceNamed({ headers }: FastifyRequest): string | null {
  const input = headers['signature-input'];
  return (typeof input === 'string' ? parseSignatureInput(input)?.keyId : undefined) ?? null;
}

/** Whether the holder of one of these public keys, by their ids, has signed the request, whenever that was. */
export function signedByOneOf(request: FastifyRequest, keys: ReadonlyMap<string, Buffer>): boolean {
  const key = keys.get(deviceNamed(request) ?? '');
  return key !== undefined && signedBy(request, signatureOf(request), ed25519Key(key));
}

function splitTarget(target: string): readonly [path: string, query: string] {
  const at = target.indexOf('?');
  return at < 0 ? [target, '?'] : [target.slice(0, at), target.slice(at)];
}

function refused(code: ErrorCode, message: string): ProblemError {
  return new ProblemError(401, fault(code, message));
}

/** When the request was signed, within five minutes of now; for handlers behind `requireDevice`. DRQ-6 */
export function signedAtOf({ signedAt }: FastifyRequest): UnixMs {
  if (signedAt === null) throw new Error('This route is not behind requireDevice');
  return signedAt;
}

/** The device that signed; for handlers behind `requireDevice`. */
export function deviceOf(request: FastifyRequest): EnrolledDevice {
  if (request.device === null) throw new Error('This route is not behind requireDevice');
  return request.device;
}
