import type { Timers } from '../timers.ts';

/** Waiting for something that is looked at again after each `notify`. */
export interface Signal {
  notify(): void;
  /** Resolves with true as soon as `condition` holds, with false when `timeoutMs` have passed first. */
  until(condition: () => boolean, timeoutMs: number): Promise<boolean>;
}

export function createSignal(timers: Timers): Signal {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const look of [...waiting]) look();
    },
    until(condition, timeoutMs) {
      if (condition()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const end = (held: boolean) => {
          waiting.delete(look);
          cancel();
          resolve(held);
        };
        const look = () => {
          if (condition()) end(true);
        };
        const cancel = timers.after(timeoutMs, () => end(false));
        waiting.add(look);
      });
    },
  };
}
