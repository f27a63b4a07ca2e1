import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Compile } from 'typebox/compile';
import {
  contentDigest,
  signatureBase,
  signatureParameters,
} from '#shared/contract/api/device-signature.ts';
import { TimeMs } from '#shared/domain/catalog/primitives.ts';
import type { DeviceKey } from './device-key.ts';

const compress = promisify(gzip);
const isTime = Compile(TimeMs);
/** Below it gzip makes nothing smaller. */
const worthCompressingBytes = 1_024;

/** Who signs, and when it is. */
export interface Signer {
  readonly key: DeviceKey;
  /** The device's id; while it enrols, its public key. */
  readonly keyId: string;
  /** The server's clock, as far as the device knows it, Unix ms. */
  readonly serverNow: () => number;
  /** Told when the server says that it is another time; absent when nothing is learned from it. */
  readonly learnServerTime?: (serverTimeMs: number) => void;
}

interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly isCompressed: boolean;
}

/** What keeps an answer from holding this program up. */
export interface FetchLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** How long an answer at that path may be at most, unpacked. */
  readonly mostBytes: (path: string) => number;
}

/**
 * A `fetch` that compresses and signs what it sends, as docs/specs/device-requests.md has it, and gives up
 * after `timeoutMs`. A request that was refused for its time alone is signed once more with the server's.
 */
export function createSigningFetch(
  signer: Signer,
  { timeoutMs, signal, mostBytes }: FetchLimits,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const plain = new Uint8Array(await request.arrayBuffer());
    const isCompressed = plain.length >= worthCompressingBytes;
    const outgoing: Outgoing = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      body: isCompressed ? new Uint8Array(await compress(plain)) : plain,
      isCompressed,
    };
    const ending = () => {
      const late = AbortSignal.timeout(timeoutMs);
      return signal === undefined ? late : AbortSignal.any([late, signal]);
    };
    const ask = async () =>
      bounded(await send(signer, outgoing, ending()), mostBytes(outgoing.url.pathname));
    const response = await ask();
    const serverTimeMs = await serverTimeOf(response);
    if (serverTimeMs === null || signer.learnServerTime === undefined) return response;
    signer.learnServerTime(serverTimeMs);
    return ask();
  };
}

function send(signer: Signer, outgoing: Outgoing, signal: AbortSignal): Promise<Response> {
  const { method, url, body, isCompressed } = outgoing;
  const digest = contentDigest(createHash('sha256').update(body).digest('base64'));
  const parameters = signatureParameters({
    created: Math.floor(signer.serverNow() / 1000),
    nonce: randomBytes(18).toString('base64url'),
    keyId: signer.keyId,
  });
  const query = url.search === '' ? '?' : url.search;
  const base = signatureBase(
    { method, path: url.pathname, query, contentDigest: digest },
    parameters,
  );
  const headers = new Headers(outgoing.headers);
  headers.set('content-digest', digest);
  headers.set('signature-input', `sig1=${parameters}`);
  headers.set('signature', `sig1=:${signer.key.sign(base)}:`);
  if (isCompressed) headers.set('content-encoding', 'gzip');
  return fetch(url, {
    method,
    headers,
    redirect: 'error',
    signal,
    ...(body.length === 0 ? {} : { body }),
  });
}

/** The answer, read and unpacked; one that is longer than head office ever gives is not read to its end. */
async function bounded(response: Response, mostBytes: number): Promise<Response> {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error(`The answer is longer than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status, statusText, headers });
}

/** The server's clock when that is why it refused; `null` for every other answer. */
async function serverTimeOf(response: Response): Promise<number | null> {
  if (response.status !== 401) return null;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (problem === null || typeof problem !== 'object') return null;
  if (!('code' in problem) || problem.code !== 'device.clock_skew') return null;
  const details = 'details' in problem ? problem.details : null;
  if (details === null || typeof details !== 'object' || !('serverTimeMs' in details)) return null;
  const { serverTimeMs } = details;
  return isTime.Check(serverTimeMs) ? serverTimeMs : null;
}
