import type { Order } from '#shared/domain/sale/order.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { ReceiptPrinter } from '../ports/receipt-printer.ts';
import type { PrintJob, PrintJobs, SaleStore } from '../ports/sale-store.ts';

export interface PrintPorts {
  readonly printJobs: PrintJobs;
  readonly sales: SaleStore;
  readonly printer: ReceiptPrinter;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Prints the receipts of stored sales, oldest first, one at a time. SAL-60 to SAL-63. */
export interface PrintQueue {
  /** Looks for receipts that wait; returns at once. */
  wake(): void;
  /** Resolves when nothing waits and nothing is being printed. */
  idle(): Promise<void>;
  /** Takes no further job; resolves when the one that is being printed is done. */
  stop(): Promise<void>;
}

/** A drawer that opens long after the sale opens for nobody. */
const drawerWithinMs = 60_000;

export function createPrintQueue(ports: PrintPorts): PrintQueue {
  const { printJobs, sales, printer, clock, logger } = ports;
  let printing: Promise<void> | null = null;
  let stopped = false;

  tellInterrupted();

  /** SAL-63. A full disk keeps the jobs as they are: `sending`, which is not printed again either. */
  function tellInterrupted(): void {
    try {
      const jobs = printJobs.markInterrupted(clock.now());
      if (jobs > 0) logger.warn('Receipts may be printed or not', { jobs });
    } catch (error) {
      logger.error('Interrupted receipts could not be marked', { error: String(error) });
    }
  }

  async function printAll(): Promise<void> {
    while (!stopped) {
      const job = printJobs.next();
      if (job === null) return;
      await print(job);
    }
  }

  async function print(job: PrintJob): Promise<void> {
    const order = sales.order(job.orderId);
    printJobs.setState(job.id, 'sending', clock.now());
    try {
      await printer.print(job.receipt, {
        openDrawer: order !== null && takesCashNow(order, clock.now()),
      });
    } catch (error) {
      logger.error('A receipt was not printed', { orderId: job.orderId, error: String(error) });
      printJobs.setState(job.id, 'failed', clock.now());
      return;
    }
    printJobs.setState(job.id, 'printed', clock.now());
  }

  return {
    wake() {
      if (stopped || printing !== null) return;
      // Begun in a later turn: the sale that wakes us is answered first.
      printing = new Promise(setImmediate)
        .then(printAll)
        .catch((error) => logger.error('Printing stopped', { error: String(error) }))
        .finally(() => {
          printing = null;
        });
    },
    async idle() {
      while (printing !== null) await printing;
    },
    async stop() {
      stopped = true;
      await printing;
    },
  };
}

function takesCashNow({ payments, soldAt }: Order, now: UnixMs): boolean {
  const cash = payments.some((payment) => payment.kind === 'cash' && payment.tenderedMinor > 0);
  return cash && now - soldAt < drawerWithinMs;
}
