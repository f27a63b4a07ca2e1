import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '#shared/contract/api/paths.ts';
import { createSigningFetch, type Signer } from './signing-fetch.ts';

/** The generated client of the central API: the only way in which the kiosk talks to it. */
export type CentralClient = Client<paths>;

/** A push of 500 events on a slow line. */
const defaultTimeoutMs = 30_000;

/** @param url of the backend, e.g. `https://central.example`; paths are added to it. */
export function createCentralClient(
  url: string,
  signer: Signer,
  timeoutMs: number = defaultTimeoutMs,
): CentralClient {
  return createClient<paths>({
    baseUrl: url.replace(/\/+$/, ''),
    fetch: createSigningFetch(signer, { timeoutMs }),
  });
}
