import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { eventNames } from '#shared/contract/ipc/names.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Kiosk } from '../../core/kiosk.ts';
import { controlAddress } from './control-address.ts';
import { readLines, writeLine } from './lines.ts';

const Request = Compile(
  Type.Object({ id: Type.Integer(), name: Type.String(), input: Type.Unknown() }),
);

/** What a client that stopped reading may leave in our memory before it is cut off. */
const maxQueuedBytes = 4_000_000;

/** Holding it means to be the one kiosk that drives the devices of this store. */
export interface Control {
  /** Answers requests of other processes of this machine with the same user, by the contract. */
  serve(kiosk: Pick<Kiosk, 'route' | 'subscribe'>): void;
  close(): Promise<void>;
}

/** Refused while another process holds the control of this store. HST-60 to HST-64. */
export async function takeControl(
  storeFile: string,
): Promise<Result<Control, Fault<'kiosk.running'>>> {
  const address = controlAddress(storeFile);
  if (await answers(address)) return running(storeFile);
  // What a process that was killed left behind would keep us from listening.
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer();
  try {
    await listen(server, address);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return running(storeFile);
    }
    throw error;
  }
  if (process.platform !== 'win32') chmodSync(address, 0o600);
  return ok(controlOf(server));
}

function running(storeFile: string) {
  const message = `${storeFile} is open in a kiosk that is running; close that one first.`;
  return err(fault('kiosk.running', message));
}

function controlOf(server: Server): Control {
  const sockets = new Set<Socket>();
  const endings: (() => void)[] = [];
  let route: Kiosk['route'] | null = null;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that goes away is no news.
    socket.on('error', () => sockets.delete(socket));
    readLines(socket, (message) => {
      if (!Request.Check(message)) {
        socket.destroy();
        return;
      }
      const { id, name, input } = message;
      // The router never rejects; before `serve` nobody can answer yet.
      void route?.(name, input).then((result) => writeLine(socket, { id, result }));
      if (route === null) socket.destroy();
    });
  });

  return {
    serve(kiosk) {
      route = kiosk.route;
      for (const name of eventNames) {
        endings.push(
          kiosk.subscribe(name, (payload) => {
            for (const socket of sockets) {
              writeLine(socket, { event: name, payload });
              if (socket.writableLength > maxQueuedBytes) socket.destroy();
            }
          }),
        );
      }
    },
    close() {
      for (const end of endings.splice(0)) end();
      return new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
