import type { Logger } from './ports/logger.ts';

/** Does a chore now, and again and again; `failed` says in the log that it threw. Returns the function that ends it. */
export function keepDoing(
  chore: () => void,
  { logger, failed, intervalMs }: { logger: Logger; failed: string; intervalMs: number },
): () => void {
  function attempt() {
    try {
      chore();
    } catch (error) {
      // Nobody waits for this answer: a disk that fails now must not end the kiosk.
      logger.error(failed, { error: String(error) });
    }
  }
  attempt();
  const timer = setInterval(attempt, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
