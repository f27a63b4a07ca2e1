import { connect, isIPv6, type Socket } from 'node:net';
import { createLineTransport, type DriverLine } from './line-transport.ts';
import { systemCode, transportErrorOf } from './system-fault.ts';
import { type ConnectionListener, type Transport, TransportError } from './transport.ts';

export interface TcpEndpoint {
  /** A name or an address. */
  readonly host: string;
  /** 9100 for raw printing. */
  readonly port: number;
}

const connectTimeoutMs = 3_000;
/** An idle line is asked for a sign of life after this time; ten without an answer, a second apart, end it. */
const keepAliveAfterMs = 1_000;
/** How long the far end may take to hang up after us. */
const lingerMs = 500;

/** A printer on the network: what is sent is what it prints, what it sends is its status. */
export function createTcpTransport(endpoint: TcpEndpoint): Transport {
  const { host, port } = endpoint;
  const address = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  return createLineTransport({
    address: () => address,
    // Faster than any printer.
    bytesPerSecond: null,
    async open(listener) {
      const socket = await openSocket(endpoint, address);
      return lineOver(socket, address, listener);
    },
  });
}

function openSocket({ host, port }: TcpEndpoint, address: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      // A status request of three bytes must not wait for more to send.
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: keepAliveAfterMs,
    });
    const timer = setTimeout(() => {
      socket.destroy();
      const reason = `${address} does not answer: no connection in ${connectTimeoutMs / 1_000} s`;
      reject(new TransportError('notFound', reason));
    }, connectTimeoutMs);
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(explain(address, host, error));
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}

function lineOver(socket: Socket, address: string, listener: ConnectionListener): DriverLine {
  const hungUp = (): void =>
    listener.lost(new TransportError('notFound', `${address} hung up the connection`));
  socket
    .on('error', (error) => listener.lost(transportErrorOf(address, error)))
    .on('end', hungUp)
    .on('close', hungUp)
    .on('data', (bytes) => listener.data(bytes));
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        // Called back when the system has every byte, not when Node has queued them.
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    close: () => hangUp(socket),
  };
}

/**
 * Ends the connection so that the printer gets what the system has taken: closing a socket at once, with
 * a status unread, would make it throw that away (RFC 2525, 2.17).
 */
function hangUp(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const timer = setTimeout(() => socket.destroy(), lingerMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    if (socket.readableEnded || socket.writableLength > 0) socket.destroy();
    else socket.end();
  });
}

/** Why no connection came about, so that IT knows where to look. */
function explain(address: string, host: string, error: unknown): TransportError {
  // Of a host with several addresses, all failed; the first tells it.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const told = transportErrorOf(address, first);
  switch (systemCode(first)) {
    case 'ECONNREFUSED':
      return new TransportError(
        told.fault,
        `${address} refused the connection: nothing listens there, or it serves another computer`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new TransportError(told.fault, `${address}: the network knows no host "${host}"`);
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return new TransportError(
        told.fault,
        `${address} does not answer: it is off, or not on this network (${systemCode(first)})`,
      );
    default:
      return told;
  }
}
