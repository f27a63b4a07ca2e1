import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { DeviceKey } from '#main/sync/device-key.ts';
import {
  contentDigest,
  signatureBase,
  signatureParameters,
} from '#shared/contract/api/device-signature.ts';

export interface SignedBy {
  readonly key: DeviceKey;
  readonly keyId: string;
}

export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface RawAnswer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly details?: unknown };
}

/** The headers that sign a request whose body is sent as these bytes. */
export function signatureHeaders(
  { key, keyId }: SignedBy,
  wanted: {
    readonly method?: string;
    readonly target: string;
    readonly bytes?: string | Uint8Array;
    readonly createdMs?: number;
    readonly nonce?: string;
  },
): Readonly<Record<string, string>> {
  const { method = 'POST', target, bytes = '' } = wanted;
  const digest = contentDigest(createHash('sha256').update(bytes).digest('base64'));
  const parameters = signatureParameters({
    created: Math.floor((wanted.createdMs ?? Date.now()) / 1000),
    nonce: wanted.nonce ?? randomBytes(18).toString('base64url'),
    keyId,
  });
  const at = target.indexOf('?');
  const base = signatureBase(
    {
      method,
      path: at < 0 ? target : target.slice(0, at),
      query: at < 0 ? '?' : target.slice(at),
      contentDigest: digest,
    },
    parameters,
  );
  return {
    'content-digest': digest,
    'signature-input': `sig1=${parameters}`,
    signature: `sig1=:${key.sign(base)}:`,
  };
}

/** A signed request as it goes over the line, to be tampered with. */
export function signedRequest(
  by: SignedBy,
  wanted: {
    readonly method?: string;
    readonly target: string;
    readonly body?: string;
    readonly createdMs?: number;
    readonly nonce?: string;
  },
): RawRequest {
  const { method = 'POST', target, body = '' } = wanted;
  const type = body === '' ? {} : { 'content-type': 'application/json' };
  const headers = { ...type, ...signatureHeaders(by, { ...wanted, bytes: body }) };
  return { method, target, body, headers };
}

/** Sends it just so; `fetch` would tidy it up. */
export function sendRaw(url: string, raw: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const { method, target: path, headers, body } = raw;
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
