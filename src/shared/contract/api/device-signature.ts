/**
 * How a device signs a request: HTTP Message Signatures (RFC 9421) with Ed25519 over the method, the path,
 * the query and the digest of the body (RFC 9530), with a creation time and a nonce. One form only: what
 * a message covers is not the sender's choice. Rules: docs/specs/device-requests.md.
 */

/** What is signed of a request. */
export interface SignedRequest {
  /** Upper case. */
  readonly method: string;
  /** From the first `/` up to the `?`, as it is sent. */
  readonly path: string;
  /** From the `?` on, as it is sent; `?` alone when there is none (RFC 9421, 2.2.7). */
  readonly query: string;
  /** The `Content-Digest` header of the body as it is sent, compressed or not. */
  readonly contentDigest: string;
}

/** What a signature says about itself. */
export interface SignatureParameters {
  /** Unix seconds, by the server's clock as the device knows it. */
  readonly created: number;
  /** Never used twice by a device: at least 128 random bits as base64url. */
  readonly nonce: string;
  /** The device's id; while it enrols, its public key as base64url. */
  readonly keyId: string;
}

const components = '("@method" "@path" "@query" "content-digest")';
const signatureInput =
  /^sig1=(\("@method" "@path" "@query" "content-digest"\);created=(\d{1,12});nonce="([A-Za-z0-9_-]{22,64})";keyid="([A-Za-z0-9_-]{1,64})";alg="ed25519")$/;
const signature = /^sig1=:([A-Za-z0-9+/]{86}==):$/;

/** The value after `sig1=` in `Signature-Input`, which is itself signed. */
export function signatureParameters({ created, nonce, keyId }: SignatureParameters): string {
  return `${components};created=${created};nonce="${nonce}";keyid="${keyId}";alg="ed25519"`;
}

/** The text that is signed, as UTF-8 (RFC 9421, 2.5). `parameters` as `signatureParameters` makes them. */
export function signatureBase(request: SignedRequest, parameters: string): string {
  return [
    `"@method": ${request.method}`,
    `"@path": ${request.path}`,
    `"@query": ${request.query}`,
    `"content-digest": ${request.contentDigest}`,
    `"@signature-params": ${parameters}`,
  ].join('\n');
}

/** A `Signature-Input` header taken apart; `null` when it is not of our one form. */
export function parseSignatureInput(
  header: string,
): (SignatureParameters & { readonly parameters: string }) | null {
  const [, parameters, created, nonce, keyId] = signatureInput.exec(header) ?? [];
  if (parameters === undefined || nonce === undefined || keyId === undefined) return null;
  return { parameters, created: Number(created), nonce, keyId };
}

/** The base64 of a `Signature` header's 64 bytes; `null` when it is not of our one form. */
export function parseSignature(header: string): string | null {
  return signature.exec(header)?.[1] ?? null;
}

/** The `Content-Digest` header of a SHA-256 in base64. */
export function contentDigest(sha256Base64: string): string {
  return `sha-256=:${sha256Base64}:`;
}
