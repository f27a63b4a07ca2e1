import type { EventName, EventPayload, KioskClient } from '#shared/contract/ipc/contract.ts';
import type { EventSink } from './ports/events.ts';
import type { Logger } from './ports/logger.ts';

type Listener = (payload: unknown) => void;

export interface EventBus extends EventSink {
  readonly subscribe: KioskClient['subscribe'];
}

/** Hands each event to its listeners, in order; a listener that throws is logged and skipped. */
export function createEventBus(logger: Logger): EventBus {
  const listeners = new Map<EventName, Set<Listener>>();

  return {
    emit<N extends EventName>(name: N, payload: EventPayload<N>) {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          listener(payload);
        } catch (error) {
          logger.error('An event listener failed', { event: name, error: String(error) });
        }
      }
    },
    subscribe<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) {
      const group = listeners.get(name) ?? new Set();
      listeners.set(name, group);
      // A wrapper of its own, so that one function may be subscribed twice and let go once. `emit`
      // types what comes under this name.
      const own: Listener = (payload) => listener(payload as EventPayload<N>);
      group.add(own);
      return () => {
        group.delete(own);
      };
    },
  };
}
