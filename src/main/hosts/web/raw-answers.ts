import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { securityHeaders } from '../security-headers.ts';

/**
 * What never gets as far as the routes is answered here, with the headers of every other answer.
 * HST-25
 */

const statusByCode: ReadonlyMap<string | undefined, number> = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
]);

/** A request that is not HTTP, or came too slowly. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket) {
  // Whoever has gone hears nothing.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const status = statusByCode.get(error.code) ?? 400;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
    'content-length: 0',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}

/** An `Expect` other than `100-continue`. */
export function answerExpectation(_request: IncomingMessage, response: ServerResponse) {
  response.writeHead(417, { ...securityHeaders, connection: 'close' }).end();
}

/** A request whose address no route can be found for. */
export function answerPlainly(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain' }).end(text);
}
