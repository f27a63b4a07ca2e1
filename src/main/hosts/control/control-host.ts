import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { eventNames } from '#shared/contract/ipc/names.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Kiosk } from '../../core/kiosk.ts';
import type { FileHold } from '../../storage/hold-file.ts';
import { controlAddress } from './control-address.ts';
import { readLines, writeLine } from './lines.ts';
import { type ControlFault, reachControl } from './reach-control.ts';

const Request = Type.Object({ id: Type.Integer(), name: Type.String(), input: Type.Unknown() });
/** The events that the client wants from now on, and no others. A name that nobody knows never comes. */
const Subscription = Type.Object({
  subscribe: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 }),
});
const Message = Compile(Type.Union([Request, Subscription]));

/** What a client that stopped reading may leave in our memory before it is cut off. */
const maxQueuedBytes = 4_000_000;

type Served = Pick<Kiosk, 'route' | 'subscribe'>;

/** Holding it means to be the one process that drives the devices of this store. */
export interface Control {
  /** Answers requests of other processes of this machine with the same user, by the contract. */
  serve(kiosk: Served): void;
  /** Lets nobody speak to us any more. */
  hangUp(): Promise<void>;
  /** Lets another process take the devices, once they are closed. */
  release(): void;
}

/** Refused while a kiosk runs on this store; waits for a command that is at its devices. HST-60. */
export async function takeControl(
  storeFile: string,
  onWait: () => void,
): Promise<Result<Control, ControlFault>> {
  const reached = await reachControl(storeFile, onWait);
  if (!reached.ok) return reached;
  if (reached.value.kind === 'client') {
    reached.value.client.close();
    return running(storeFile);
  }
  const { hold } = reached.value;
  const address = controlAddress(storeFile);
  const server = createServer();
  const control = controlOf(server, hold);
  try {
    // Only whoever holds the control comes here: what lies there is of a process that was killed.
    clearStale(address);
    await listen(server, address);
    if (process.platform !== 'win32') chmodSync(address, 0o600);
    return ok(control);
  } catch (error) {
    await control.hangUp();
    control.release();
    if (!(error instanceof Error)) throw error;
    // A kiosk of a version that held no lock.
    if ('code' in error && error.code === 'EADDRINUSE') return running(storeFile);
    return err(fault('store.unavailable', `${address} cannot be used (${error.message})`));
  }
}

/** Of a command that is at the devices for a moment: nobody else is served. HST-63. */
export function unservedControl(hold: FileHold): Control {
  return { serve: () => undefined, hangUp: async () => undefined, release: hold.release };
}

function running(storeFile: string) {
  const message = `${storeFile} is open in a kiosk that is running; close that one first.`;
  return err(fault('kiosk.running', message));
}

function controlOf(server: Server, hold: FileHold): Control {
  /** Each client, and the events that it wants. */
  const wanted = new Map<Socket, ReadonlySet<string>>();
  const endings: (() => void)[] = [];
  // Who connects while the kiosk starts waits for its answer.
  const served = Promise.withResolvers<Served>();

  server.on('connection', (socket) => {
    wanted.set(socket, new Set());
    socket.on('close', () => wanted.delete(socket));
    // A client that goes away is no news.
    socket.on('error', () => wanted.delete(socket));
    readLines(socket, (message) => {
      if (!Message.Check(message)) {
        socket.destroy();
      } else if ('subscribe' in message) {
        wanted.set(socket, new Set(message.subscribe));
      } else {
        const { id, name, input } = message;
        // The router never rejects.
        void served.promise
          .then(({ route }) => route(name, input))
          .then((result) => send(socket, { id, result }));
      }
    });
  });

  return {
    serve(kiosk) {
      for (const name of eventNames) {
        endings.push(
          kiosk.subscribe(name, (payload) => {
            for (const [socket, names] of wanted) {
              if (names.has(name)) send(socket, { event: name, payload });
            }
          }),
        );
      }
      served.resolve(kiosk);
    },
    hangUp() {
      for (const end of endings.splice(0)) end();
      return new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of wanted.keys()) socket.destroy();
      });
    },
    release: hold.release,
  };
}

/** Cuts off who left too much of what came before unread. */
function send(socket: Socket, message: unknown): void {
  if (socket.writableLength > maxQueuedBytes) socket.destroy();
  else writeLine(socket, message);
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

/** What a killed process left keeps nobody out; what is no socket is not ours to remove. */
function clearStale(address: string): void {
  if (process.platform === 'win32') return;
  const stats = lstatSync(address, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isSocket())
    throw new Error(`${address} is there already, and is no socket of a kiosk`);
  rmSync(address);
}
