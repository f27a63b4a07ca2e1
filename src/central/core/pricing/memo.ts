/** Remembers answers that never change; the one that was not asked for longest gives way. */
export interface Memo<T> {
  /** `load` is asked once however many ask at a time; what it fails with is not remembered. */
  get(key: string, load: () => Promise<T>): Promise<T>;
  /**
   * As `get`, for many keys: `load` is asked once for those that are not remembered, and for what it does
   * not find again the next time.
   */
  getAll(
    keys: readonly string[],
    load: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<ReadonlyMap<string, T>>;
}

export function createMemo<T>(size: number): Memo<T> {
  const answers = new Map<string, Promise<T | undefined>>();

  function recall(key: string): Promise<T | undefined> | undefined {
    const known = answers.get(key);
    if (known === undefined) return undefined;
    // Put last again.
    answers.delete(key);
    answers.set(key, known);
    return known;
  }

  function remember(key: string, answer: Promise<T | undefined>): void {
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > size && oldest !== undefined) answers.delete(oldest);
    const forget = () => {
      if (answers.get(key) === answer) answers.delete(key);
    };
    answer.then((value) => {
      if (value === undefined) forget();
    }, forget);
  }

  return {
    async get(key, load) {
      const known = recall(key);
      const value = known === undefined ? undefined : await known;
      if (value !== undefined) return value;
      const loading = load();
      remember(key, loading);
      return loading;
    },

    async getAll(keys, load) {
      const wanted = [...new Set(keys)];
      const found = new Map(wanted.map((key) => [key, recall(key)]));
      const missing = wanted.filter((key) => found.get(key) === undefined);
      if (missing.length > 0) {
        const loading = load(missing);
        for (const key of missing) {
          const one = loading.then((values) => values.get(key));
          found.set(key, one);
          remember(key, one);
        }
      }
      const values = new Map<string, T>();
      for (const [key, answer] of found) {
        const value = await answer;
        if (value !== undefined) values.set(key, value);
      }
      return values;
    },
  };
}
