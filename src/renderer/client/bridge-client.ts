import type { KioskClient } from '#shared/contract/ipc/contract.ts';
import { resultOf, unreachable } from './answer.ts';

/** What the preload script exposes. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<unknown>;
  subscribe(name: string, listener: (payload: unknown) => void): () => void;
}

export function createBridgeClient(bridge: Bridge): KioskClient {
  return {
    async invoke(name, input) {
      try {
        return resultOf<typeof name>(await bridge.invoke(name, input));
      } catch {
        return unreachable<typeof name>();
      }
    },
    subscribe(name, listener) {
      // The core emits only what the contract types: the payload is what its name says.
      return bridge.subscribe(name, listener as (payload: unknown) => void);
    },
  };
}
