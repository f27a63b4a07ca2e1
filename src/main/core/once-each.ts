/** Does each command once, and answers a retry with what the first try answered. */
export interface OnceEach<T> {
  (commandId: string, act: () => T): T;
  /** Whether the command was done, and is still remembered. */
  knows(commandId: string): boolean;
}

/** Remembers the last `size` commands. */
export function onceEach<T>(size = 100): OnceEach<T> {
  const answers = new Map<string, T>();
  const once = (commandId: string, act: () => T): T => {
    const known = answers.get(commandId);
    if (known !== undefined) return known;
    const answer = act();
    answers.set(commandId, answer);
    const [oldest] = answers.keys();
    if (answers.size > size && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
  return Object.assign(once, { knows: (commandId: string) => answers.has(commandId) });
}
