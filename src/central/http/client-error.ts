import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '#shared/contract/api/problem.ts';

const tooLargeHeaders = 431;
const timedOut = 408;
const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: tooLargeHeaders,
  ERR_HTTP_REQUEST_TIMEOUT: timedOut,
};

/** Answers what is no HTTP request as everything else is answered, and hangs up. */
export function refuseClient(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = statusOf[error.code ?? ''] ?? 400;
  const title = STATUS_CODES[status] ?? 'Error';
  const problem: Problem = {
    type: 'urn:blendbar:problem:request.unreadable',
    title,
    status,
    code: 'request.unreadable',
    detail: 'This is not a request that can be read',
    requestId: randomUUID(),
  };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
