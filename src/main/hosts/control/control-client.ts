import { connect, type Socket } from 'node:net';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { EventName, KioskClient } from '#shared/contract/ipc/contract.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { controlAddress } from './control-address.ts';
import { readLines, writeLine } from './lines.ts';

const Message = Compile(
  Type.Union([
    Type.Object({ id: Type.Integer(), result: Type.Object({ ok: Type.Boolean() }) }),
    Type.Object({ event: Type.String(), payload: Type.Unknown() }),
  ]),
);

/** The contract, spoken to a kiosk that runs in another process of this machine. */
export interface ControlClient extends KioskClient {
  /** Resolves when the kiosk went away, or `close` was called. */
  readonly ended: Promise<void>;
  isOpen(): boolean;
  close(): void;
}

/** Connects to the kiosk that has this store open; `null` when none has. */
export async function connectControl(storeFile: string): Promise<ControlClient | null> {
  const socket = connect(controlAddress(storeFile));
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  return connected ? clientOver(socket) : null;
}

function clientOver(socket: Socket): ControlClient {
  const waiting = new Map<number, (result: unknown) => void>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const gone = err(fault('internal.failure', 'The kiosk went away before it answered.'));
  let lastId = 0;

  const ended = new Promise<void>((resolve) => {
    socket.on('error', () => undefined); // `close` follows.
    socket.on('close', () => {
      for (const answer of waiting.values()) answer(gone);
      waiting.clear();
      resolve();
    });
  });

  readLines(socket, (message) => {
    if (!Message.Check(message)) {
      socket.destroy();
      return;
    }
    if ('event' in message) {
      for (const listener of [...(listeners.get(message.event) ?? [])]) listener(message.payload);
      return;
    }
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  });

  /** Said before the next request: no event that follows from it is missed. */
  const tellWanted = () => {
    const names = [...listeners].filter(([, group]) => group.size > 0).map(([name]) => name);
    writeLine(socket, { subscribe: names });
  };

  return {
    ended,
    isOpen: () => socket.writable,
    invoke(name, input) {
      return new Promise((resolve) => {
        lastId += 1;
        // The kiosk answers what the contract says for this very name.
        waiting.set(lastId, (result) => resolve(result as Parameters<typeof resolve>[0]));
        if (socket.writable) writeLine(socket, { id: lastId, name, input });
        else waiting.get(lastId)?.(gone);
      });
    },
    subscribe<N extends EventName>(name: N, listener: (payload: never) => void) {
      const group = listeners.get(name) ?? new Set();
      listeners.set(name, group);
      // The kiosk sends only what the contract types.
      const own = (payload: unknown) => listener(payload as never);
      group.add(own);
      if (group.size === 1) tellWanted();
      return () => {
        if (group.delete(own) && group.size === 0) tellWanted();
      };
    },
    close() {
      socket.destroy();
    },
  };
}
