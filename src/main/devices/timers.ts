/** Waiting, so that tests can do it without time passing. */
export interface Timers {
  /** Calls `run` once, `delayMs` from now, unless the returned function is called before. */
  after(delayMs: number, run: () => void): () => void;
}

/** The timers of Node. One that is set keeps the process alive: whoever sets it ends it. */
export const systemTimers: Timers = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
