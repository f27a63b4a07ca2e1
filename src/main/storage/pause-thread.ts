/** Sleeps without giving the thread away; for waits of a few milliseconds. */
export function pauseThread(durationMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, durationMs);
}
