import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { VirtualDevice } from '../transports/virtual-device.ts';
import { asFault, type SimulatorEnd, SimulatorFault } from './simulator-end.ts';

/** Nobody outside this machine shall print here. */
const host = '127.0.0.1';
/** Whoever comes back may be here before the end of the line that it let go. */
const waitMs = 500;

/**
 * Lets a virtual device listen on a TCP port of this machine, for one connection at a time, while its
 * cable is in; 0 takes any free port. `onFault` is told when it cannot listen again. Rejects with a
 * `SimulatorFault`. DEV-96.
 */
export async function openTcpEnd(
  device: VirtualDevice,
  port: number,
  onFault: (fault: SimulatorFault) => void,
): Promise<SimulatorEnd> {
  let socket: Socket | null = null;
  let server: Server | null = null;
  let closed = false;
  /** The port that was given the first time. */
  let own = port;

  function accept(next: Socket) {
    // A broken line is told by `close`.
    next.on('error', () => undefined);
    const before = socket;
    if (before === null) {
      serve(next);
      return;
    }
    const giveUp = setTimeout(() => next.destroy(), waitMs);
    next.once('close', () => clearTimeout(giveUp));
    before.once('close', () => {
      clearTimeout(giveUp);
      if (next.destroyed) return;
      if (socket === null && server !== null) serve(next);
      else next.destroy();
    });
  }

  function serve(next: Socket) {
    socket = next;
    next.setNoDelay();
    const end = device.connect({
      send: (bytes) => void next.write(bytes),
      unplug: () => next.resetAndDestroy(),
    });
    let taking = Promise.resolve();
    next.on('data', (bytes) => {
      next.pause();
      taking = end.receive(bytes);
      taking.then(
        () => next.resume(),
        (error: unknown) => onFault(asFault(error)),
      );
    });
    // Told although it is paused: what came before is still to be taken.
    next.once('end', () => {
      taking.then(
        () => next.end(),
        () => next.destroy(),
      );
    });
    next.once('close', () => {
      if (socket === next) socket = null;
      end.hangUp();
    });
  }

  async function plugIn(): Promise<void> {
    const listening = createServer({ allowHalfOpen: true }, accept);
    listening.listen({ host, port: own });
    try {
      await once(listening, 'listening');
    } catch (error) {
      throw new SimulatorFault(whyNot(own, error));
    }
    const address = listening.address();
    if (address !== null && typeof address === 'object') own = address.port;
    server = listening;
    if (closed || !device.plugged()) pull();
  }

  function pull() {
    server?.close();
    server = null;
    socket?.resetAndDestroy();
    socket = null;
  }

  let turn = plugIn();
  await turn;
  const stopWatching = device.onPlug(() => {
    if (!device.plugged()) pull();
    else {
      turn = turn.then(async () => {
        if (server === null && !closed) await plugIn();
      });
      turn = turn.catch((error: unknown) => onFault(asFault(error)));
    }
  });

  return {
    address: `${host}:${own}`,
    async close() {
      closed = true;
      stopWatching();
      await turn;
      pull();
    },
  };
}

function whyNot(port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return `port ${port} is in use`;
  if (code === 'EACCES') return `port ${port} needs more rights than this program has`;
  return `port ${port} cannot be opened: ${String(error)}`;
}
