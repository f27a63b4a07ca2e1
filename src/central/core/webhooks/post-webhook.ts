import { lookup } from 'node:dns';
import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf } from './endpoint-url.ts';
import { type AttemptResult, retryAfterMs } from './judge-attempt.ts';
import { isPublicAddress } from './private-addresses.ts';

/** An answer's body is not read further: only its status counts. */
const answerLimitBytes = 64 * 1024;

/** Sends bodies to endpoints; keeps connections open between them. */
export interface WebhookPoster {
  /**
   * One attempt, without following redirections.
   * @param signal ends it early; then it throws.
   */
  post(message: WebhookMessage, signal: AbortSignal): Promise<AttemptResult>;
  close(): void;
}

interface WebhookMessage {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Thrown by the look-up of a host that is not on the public Internet. */
class PrivateAddressError extends Error {}

/**
 * @param privateAllowed lets it connect to addresses that are not public.
 * @param timeoutMs for the whole attempt, from the look-up of the name to the answer.
 */
export function createWebhookPoster(options: {
  readonly privateAllowed: boolean;
  readonly timeoutMs: number;
  readonly connectionsPerHost: number;
}): WebhookPoster {
  const { privateAllowed, timeoutMs, connectionsPerHost } = options;
  const keep = { keepAlive: true, maxSockets: connectionsPerHost, maxFreeSockets: 2 };
  const agents = { http: new HttpAgent(keep), https: new HttpsAgent(keep) };
  const guarded = privateAllowed ? {} : { lookup: publicLookup };

  function begin({ url, headers, body }: WebhookMessage, signal: AbortSignal): ClientRequest {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const common = { method: 'POST', headers: { ...headers, ...length }, signal, ...guarded };
    return url.protocol === 'https:'
      ? httpsRequest(url, { ...common, agent: agents.https })
      : httpRequest(url, { ...common, agent: agents.http });
  }

  function attempt(message: WebhookMessage, signal: AbortSignal): Promise<AttemptResult> {
    return new Promise((resolve, reject) => {
      const request = begin(message, signal);
      let answered = false;
      request.once('response', (response) => {
        answered = true;
        let left = answerLimitBytes;
        response.on('data', (chunk: Buffer) => {
          left -= chunk.length;
          if (left < 0) response.destroy();
        });
        response.on('error', () => undefined);
        resolve({
          status: response.statusCode ?? 0,
          retryAfterMs: retryAfterMs(response.headers['retry-after'], new Date()),
        });
      });
      request.on('error', (error) => {
        if (answered) return;
        // A connection that was kept may have been closed by the other side meanwhile: it got nothing.
        if (request.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
          attempt(message, signal).then(resolve, reject);
        } else reject(error);
      });
      request.end(message.body);
    });
  }

  return {
    async post(message, signal) {
      // Node asks no look-up about an address.
      const host = hostOf(message.url);
      if (!privateAllowed && isIP(host) !== 0 && !isPublicAddress(host)) {
        return { error: privateText };
      }
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        return await attempt(message, AbortSignal.any([signal, timeout]));
      } catch (error) {
        signal.throwIfAborted();
        if (timeout.aborted) return { error: `No answer within ${timeoutMs / 1000} s` };
        return { error: explain(error) };
      }
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

const privateText = 'The host is not on the public Internet';

/** Looks a name up and keeps only what is public, at the moment of connecting: names change what they mean. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, '', 0);
    const addresses = found.filter(({ address }) => isPublicAddress(address));
    const [first] = addresses;
    if (first === undefined) return callback(new PrivateAddressError(privateText), '', 0);
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** For the operator: the code or message alone, never a stack. */
function explain(error: unknown): string {
  if (error instanceof PrivateAddressError) return privateText;
  if (!(error instanceof Error)) return 'The connection failed';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return `The connection failed: ${code ?? error.message}`.slice(0, 200);
}
