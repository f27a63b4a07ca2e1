const running = 0;
const cancelled = 1;
const stopping = 2;
const publishing = 3;

/**
 * Tells a worker to stop through memory that both threads see: a busy worker reads no messages. Who
 * comes first wins: an import that is cancelled never publishes, one that publishes is not cancelled.
 */
export interface Cancellation {
  /** Of the thread that waits: asks the worker to stop; false when it is publishing already. */
  request(): boolean;
  isRequested(): boolean;
  /** Whether the worker has seen the request, and is clearing up. */
  isNoticed(): boolean;
  /** Of the worker: whether it is to stop. */
  notice(): boolean;
  /** Of the worker, right before it publishes; false when it is to stop. */
  claimPublishing(): boolean;
}

/** The memory to be handed to the worker. */
export function cancellationMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}

export function cancellationIn(memory: SharedArrayBuffer): Cancellation {
  const state = new Int32Array(memory);
  /** The state before; it has only changed when that is `from`. */
  const move = (from: number, to: number): number => Atomics.compareExchange(state, 0, from, to);
  const isRequested = (): boolean => {
    const now = Atomics.load(state, 0);
    return now === cancelled || now === stopping;
  };
  const notice = (): boolean => {
    move(cancelled, stopping);
    return isRequested();
  };
  return {
    request: () => move(running, cancelled) !== publishing,
    isRequested,
    isNoticed: () => Atomics.load(state, 0) === stopping,
    notice,
    claimPublishing: () => move(running, publishing) === running || !notice(),
  };
}
