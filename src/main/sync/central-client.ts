import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '#shared/contract/api/paths.ts';
import { createSigningFetch, type Signer } from './signing-fetch.ts';

/** The generated client of the central API: the only way in which the kiosk talks to it. */
export type CentralClient = Client<paths>;

/** A push of 500 events on a slow line. */
const defaultTimeoutMs = 30_000;

/** Parsing more of it at once would hold up a sale. */
const answerBytes = 4 * 1024 * 1024;
/** A page of a catalog is read in a worker. */
const pageBytes = 64 * 1024 * 1024;

function mostBytes(path: string): number {
  return path.endsWith('/v1/device/catalog/changes') ? pageBytes : answerBytes;
}

/** When a request is given up. */
export interface LineLimits {
  readonly timeoutMs?: number;
  /** Ends every request that is under way. */
  readonly signal?: AbortSignal;
}

/** @param url of the backend, e.g. `https://central.example`; paths are added to it. */
export function createCentralClient(
  url: string,
  signer: Signer,
  { timeoutMs = defaultTimeoutMs, signal }: LineLimits = {},
): CentralClient {
  return createClient<paths>({
    baseUrl: url.replace(/\/+$/, ''),
    fetch: createSigningFetch(signer, {
      timeoutMs,
      mostBytes,
      ...(signal === undefined ? {} : { signal }),
    }),
  });
}
