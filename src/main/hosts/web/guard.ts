import type { IncomingHttpHeaders } from 'node:http';

export type Refusal = 'host' | 'origin' | 'site' | 'session';

export interface GuardedRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The start page is where a browser without a session comes in. */
  readonly isStart: boolean;
}

export interface GuardRules {
  /** `127.0.0.1:PORT`, as this server was bound. */
  readonly host: string;
  readonly cookie: string;
  isOpen(session: string): boolean;
}

/**
 * Why a request is refused, or `null`. The Host header stops a foreign name that was rebound to
 * this address; Origin and Sec-Fetch-Site stop foreign pages; the session stops everyone else on
 * this machine.
 */
export function refusal(request: GuardedRequest, rules: GuardRules): Refusal | null {
  const { headers, method } = request;
  if (headers.host !== rules.host) return 'host';

  const own = `http://${rules.host}`;
  if (headers.origin !== undefined && headers.origin !== own) return 'origin';
  if (headers.origin === undefined && method !== 'GET' && method !== 'HEAD') return 'origin';

  const site = headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  // The start link may be followed from anywhere: its token is the proof.
  if (foreign && !request.isStart) return 'site';

  if (request.isStart) return null;
  const session = cookieValue(headers.cookie, rules.cookie);
  return session !== null && rules.isOpen(session) ? null : 'session';
}

function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return null;
}
