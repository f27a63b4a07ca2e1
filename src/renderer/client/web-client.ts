import type { EventName, KioskClient } from '#shared/contract/ipc/contract.ts';
import { eventNames } from '#shared/contract/ipc/names.ts';
import { resultOf, unreachable } from './answer.ts';

/** The part of `EventSource` that is needed here. */
export interface EventStream {
  readonly readyState: number;
  addEventListener(name: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

export interface WebTransport {
  fetch(path: string, init: RequestInit): Promise<Response>;
  openEvents(): EventStream;
}

/** `EventSource.CLOSED`: the browser gave up and will not reconnect by itself. */
const closedState = 2;
const reopenAfterMs = 2000;

/** The contract over HTTP and server-sent events; see docs/specs/hosts.md. */
export function createWebClient(transport: WebTransport): KioskClient {
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  let opened = false;

  function open(): void {
    const stream = transport.openEvents();
    for (const name of eventNames) {
      stream.addEventListener(name, ({ data }) => {
        if (typeof data === 'string') deliver(name, JSON.parse(data));
      });
    }
    stream.addEventListener('error', () => {
      if (stream.readyState !== closedState) return;
      stream.close();
      setTimeout(open, reopenAfterMs);
    });
  }

  function deliver(name: EventName, payload: unknown): void {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
  }

  return {
    async invoke(name, input) {
      try {
        const response = await transport.fetch(`/rpc/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        });
        return resultOf<typeof name>(await response.json());
      } catch {
        return unreachable<typeof name>();
      }
    },

    subscribe(name, listener) {
      if (!opened) {
        opened = true;
        open();
      }
      const group = listeners.get(name) ?? new Set();
      listeners.set(name, group);
      // The core emits only what the contract types: the payload is what its name says.
      const own = (payload: unknown) => listener(payload as Parameters<typeof listener>[0]);
      group.add(own);
      return () => {
        group.delete(own);
      };
    },
  };
}
