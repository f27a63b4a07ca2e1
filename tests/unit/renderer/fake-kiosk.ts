import type {
  EventName,
  EventPayload,
  KioskClient,
  RequestInput,
  RequestName,
  RequestResult,
} from '#shared/contract/ipc/contract.ts';

interface Call<N extends RequestName = RequestName> {
  readonly name: N;
  readonly input: RequestInput<N>;
  readonly answer: (result: RequestResult<N>) => void;
}

/** A kiosk whose answers a test gives by hand, in the order that it wants. */
export interface FakeKiosk {
  readonly client: KioskClient;
  /** Requests that wait for an answer, oldest first. */
  waiting<N extends RequestName>(name: N): readonly Call<N>[];
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

export function fakeKiosk(): FakeKiosk {
  const calls: Call[] = [];
  const listeners: { readonly name: EventName; readonly listener: (payload: never) => void }[] = [];
  return {
    client: {
      invoke: (name, input) =>
        new Promise((resolve) => {
          const call = {
            name,
            input,
            answer: (result: never) => {
              calls.splice(calls.indexOf(call as never), 1);
              resolve(result);
            },
          };
          // The array holds calls of every name; `waiting` gives them back by name.
          calls.push(call as never);
        }),
      subscribe: (name, listener) => {
        const entry = { name, listener: listener as (payload: never) => void };
        listeners.push(entry);
        return () => listeners.splice(listeners.indexOf(entry), 1);
      },
    },
    waiting: <N extends RequestName>(name: N) =>
      // Filtered by name just here.
      calls.filter((call) => call.name === name) as unknown as readonly Call<N>[],
    emit: (name, payload) => {
      for (const entry of listeners) if (entry.name === name) entry.listener(payload as never);
    },
  };
}

/** Lets everything that was answered be worked off. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
