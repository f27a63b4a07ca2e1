import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import { required } from '#shared/lib/assert.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { Logger } from '../ports/logger.ts';
import type { EndedJob, PrintEnd, PrintLedger, WaitingJob } from '../ports/print-ledger.ts';
import type { PrintOptions, PrintOutcome, ReceiptPrinter } from '../ports/receipt-printer.ts';
import type { SaleStore } from '../ports/sale-store.ts';

export interface PrintPorts {
  readonly ledger: PrintLedger;
  readonly sales: SaleStore;
  readonly printer: ReceiptPrinter;
  readonly clock: Clock;
  readonly events: EventSink;
  readonly logger: Logger;
}

/** Prints what waits in the ledger, oldest first, one at a time. DEV-40 to DEV-49. */
export interface PrintQueue {
  /** Begins to print; what an earlier run of the kiosk left half sent becomes unknown. */
  start(): void;
  /**
   * Prints this in place of the document that is stored for the job, as long as this program runs: for what
   * must not be on a disk. CRD-21
   */
  printInstead(id: number, document: ReceiptDocument): void;
  /** Looks for jobs that wait; returns at once. */
  wake(): void;
  /** Resolves when nothing can be printed now and nothing is being printed. */
  idle(): Promise<void>;
  /** Takes no further job; resolves when the one that is being printed is done. */
  stop(): Promise<void>;
}

/** What tells whether a job's sale was paid in cash. */
interface MaybeCash extends Pick<PrintJobView, 'id' | 'kind'> {
  readonly orderId?: string | null;
}

/** A drawer that opens long after the sale opens for nobody. */
const drawerWithinMs = 60_000;
/** A receipt that waited longer is no use to the shopper any more, who has left. */
const expireAfterMs = 600_000;
/** Within the minute in which a drawer may open, no till sells more. */
const mostWaiting = 50;
/** Jobs of other processes, e.g. of the command line, are found by looking. */
const lookEveryMs = 1_000;

export function createPrintQueue(ports: PrintPorts): PrintQueue {
  const { ledger, sales, printer, clock, events, logger } = ports;
  let printing: Promise<void> | null = null;
  /** Somebody woke us while we were at it: there may be more than we saw. */
  let wokenMeanwhile = false;
  let state: 'waiting' | 'started' | 'stopped' = 'waiting';
  let timer: NodeJS.Timeout | null = null;
  let stopListening = () => {};
  /** How a job ended that could not be written down yet. */
  let unwritten: EndedJob | null = null;
  /** Half a receipt may stand on the paper. */
  let separate = false;
  /** Of cash sales whose receipt waits: the associate needs the drawer all the same. */
  const drawersOpened = new Set<number>();
  let openingDrawer = false;
  /** Papers that are not on the disk as they are printed. */
  const instead = new Map<number, ReceiptDocument>();

  const canPrint = () => ['ready', 'attention'].includes(printer.health().state);

  function tell(id: number): PrintJobView {
    const job = required(ledger.job(id), `print job ${id}`);
    events.emit('printing.changed', job);
    return job;
  }

  /** A full disk keeps the jobs as they are: `sending`, which is not printed again either. */
  function markInterrupted(): void {
    try {
      const jobs = ledger.markInterrupted(clock.now());
      const [last] = ledger
        .jobs({ limit: mostWaiting, open: false })
        .filter(({ attempts }) => attempts > 0);
      separate = last?.state === 'unknown';
      if (jobs === 0) return;
      logger.warn('Receipts may be printed or not', { jobs });
    } catch (error) {
      logger.error('Interrupted receipts could not be marked', { error: String(error) });
    }
  }

  async function printAll(): Promise<void> {
    while (state === 'started') {
      for (const id of ledger.expire(clock.now() - expireAfterMs, clock.now())) {
        instead.delete(id);
        tell(id);
      }
      const job = ledger.next();
      if (job === null) return writeEnd();
      if (job.document !== null && !canPrint()) {
        writeEnd();
        return openDrawers();
      }
      if (!(await print(job))) return;
    }
    writeEnd();
  }

  /** Returns false when it should be tried again later. */
  async function print(job: WaitingJob): Promise<boolean> {
    const outcome = await attempt(job);
    writeEnd();
    if (outcome.outcome === 'notSent') {
      logger.warn('A receipt waits', { job: job.id, reason: outcome.reason });
      return false;
    }
    separate = outcome.outcome === 'unknown' || (separate && outcome.outcome === 'failed');
    drawersOpened.delete(job.id);
    instead.delete(job.id);
    unwritten = { id: job.id, end: endOf(outcome) };
    if (outcome.outcome !== 'printed') {
      const { outcome: state, reason } = outcome;
      const fields = { job: job.id, orderId: job.orderId, state, reason };
      if (state === 'failed') logger.error('A receipt was not printed', fields);
      else logger.warn('A receipt may be printed or not', fields);
    }
    return true;
  }

  /**
   * Writes down how the last job ended, unless the next one's beginning has; a store that cannot be
   * written now is tried again at each wake, before anything else is printed.
   */
  function writeEnd(): void {
    if (unwritten === null) return;
    const { id, end } = unwritten;
    ledger.end(id, end, clock.now());
    unwritten = null;
    tell(id);
  }

  async function attempt(job: WaitingJob): Promise<PrintOutcome> {
    const document = documentOf(job);
    if (document === null) {
      return { outcome: 'failed', reason: 'the stored document cannot be read' };
    }
    let marked = false;
    try {
      return await printer.print(document, optionsOf(job), () => {
        // In one transaction with the end of the job before: the line waits for one disk, not for two.
        const ended = unwritten;
        ledger.markSending(job.id, clock.now(), ended ?? undefined);
        unwritten = null;
        marked = true;
        if (ended !== null) tell(ended.id);
        tell(job.id);
        setImmediate(prepareNext);
      });
    } catch (error) {
      // A disk that is full keeps the job waiting; a driver that fails in the middle leaves a doubt.
      const reason = String(error);
      return { outcome: marked ? 'unknown' : 'notSent', reason };
    }
  }

  function documentOf({ id, document }: WaitingJob): ReceiptDocument | null {
    return instead.get(id) ?? document;
  }

  function optionsOf(job: WaitingJob): PrintOptions {
    return { openDrawer: needsDrawer(job), copy: job.kind === 'copy', separate };
  }

  /** While the line is busy with one job, there is time for the next. */
  function prepareNext(): void {
    if (state !== 'started') return;
    try {
      const next = ledger.next();
      const document = next === null ? null : documentOf(next);
      if (next === null || document === null) return;
      printer.prepare(document, { ...optionsOf(next), separate: false });
    } catch (error) {
      logger.warn('The next receipt was not prepared', { error: String(error) });
    }
  }

  function needsDrawer({ id, kind, orderId = null }: MaybeCash): boolean {
    if (kind !== 'receipt' || orderId === null || drawersOpened.has(id)) return false;
    const order = sales.order(orderId);
    return order !== null && takesCashNow(order, clock.now());
  }

  /** Change must be given although no paper comes. */
  async function openDrawers(): Promise<void> {
    if (openingDrawer || printer.health().state !== 'notReady') return;
    const waiting = ledger.jobs({ limit: mostWaiting, open: true });
    const cash = waiting.filter((job) => job.state === 'queued' && needsDrawer(job));
    if (cash.length === 0) return;
    openingDrawer = true;
    try {
      if (!(await printer.openDrawer())) return;
      for (const { id } of cash) drawersOpened.add(id);
    } finally {
      openingDrawer = false;
    }
  }

  function wake(): void {
    wokenMeanwhile = printing !== null;
    if (state !== 'started') return;
    if (wokenMeanwhile) {
      // A job that waits for paper in its middle keeps no drawer shut.
      openDrawers().catch((error) =>
        logger.error('The drawer was not opened', { error: String(error) }),
      );
      return;
    }
    // Begun in a later turn: the sale that wakes us is answered first.
    printing = new Promise(setImmediate)
      .then(printAll)
      .catch((error) => logger.error('Printing stopped', { error: String(error) }))
      .finally(() => {
        printing = null;
        if (wokenMeanwhile) wake();
      });
  }

  return {
    start() {
      if (state !== 'waiting') return;
      state = 'started';
      markInterrupted();
      stopListening = printer.onHealth(wake);
      timer = setInterval(wake, lookEveryMs);
      timer.unref();
      wake();
    },
    printInstead: (id, document) => instead.set(id, document),
    wake,
    async idle() {
      while (printing !== null) await printing;
    },
    async stop() {
      state = 'stopped';
      stopListening();
      if (timer !== null) clearInterval(timer);
      await printing;
    },
  };
}

function endOf(outcome: Exclude<PrintOutcome, { outcome: 'notSent' }>): PrintEnd {
  if (outcome.outcome === 'printed') {
    return { state: 'printed', confirmedBy: outcome.confirmedBy };
  }
  return { state: outcome.outcome, reason: outcome.reason };
}

function takesCashNow({ payments, soldAt }: Order, now: UnixMs): boolean {
  const cash = payments.some((payment) => payment.kind === 'cash' && payment.tenderedMinor > 0);
  const ageMs = now - soldAt;
  // A sale of the future was made before the clock was set back, who knows when.
  return cash && ageMs >= 0 && ageMs < drawerWithinMs;
}
