import type { Logger } from '../ports/logger.ts';

const firstDelayMs = 5_000;
const longestDelayMs = 300_000;

/** Asks about open payments again and again, ever more rarely, until none is left. SAL-28. */
export interface Settlement {
  /** Settles now, and later again when something stays open. */
  run(): Promise<void>;
  /** Settles after a while: a payment was just left open. */
  later(): void;
  stop(): void;
}

/** `settleOpen` returns how many payments stay open. */
export function createSettlement(settleOpen: () => Promise<number>, logger: Logger): Settlement {
  let timer: NodeJS.Timeout | null = null;
  let delayMs = firstDelayMs;
  let stopped = false;

  function later() {
    if (stopped || timer !== null) return;
    timer = setTimeout(() => {
      run().catch((error) => logger.error('Settlement failed', { error: String(error) }));
    }, delayMs);
    timer.unref();
    delayMs = Math.min(delayMs * 2, longestDelayMs);
  }

  async function run(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const open = await settleOpen();
    if (open === 0) {
      delayMs = firstDelayMs;
      return;
    }
    logger.warn('Card payments stay unsettled', { open, againInMs: delayMs });
    later();
  }

  return {
    run,
    later,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
