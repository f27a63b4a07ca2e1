/** Whoever wants to know that a virtual device changed. */
export interface Listeners {
  add(listener: () => void): () => void;
  notify(): void;
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    add(listener) {
      // A wrapper of its own, so that one function may be added twice and let go once.
      const own = () => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    notify() {
      for (const listener of [...listeners]) listener();
    },
  };
}
