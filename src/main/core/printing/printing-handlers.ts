import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import { required } from '#shared/lib/assert.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { onceEach } from '../once-each.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { AttachedPrinter, DeviceFinder } from '../ports/devices.ts';
import type { PrintPorts, PrintQueue } from './print-queue.ts';
import { testPage } from './test-page.ts';

type PrintingName =
  | 'printing.jobs'
  | 'printing.reprint'
  | 'printing.acknowledge'
  | 'printing.printOrder'
  | 'printing.testPrint';

export interface PrintingPorts extends PrintPorts {
  readonly catalog: CatalogReader;
  readonly printer: AttachedPrinter;
  readonly finder: DeviceFinder;
}

const jobsShown = 100;

/** What people do with the print ledger by hand. DEV-44 to DEV-48. */
export function printingHandlers(ports: PrintingPorts, queue: PrintQueue): Handlers<PrintingName> {
  const { ledger, sales, catalog, printer, finder, clock, events } = ports;
  const once = onceEach<number>();

  function view(id: number): PrintJobView {
    return required(ledger.job(id), `print job ${id}`);
  }

  /** Adds a job once for each command, and lets the queue see it. */
  function added(commandId: string, add: () => number): PrintJobView {
    const job = view(once(commandId, add));
    events.emit('printing.changed', job);
    queue.wake();
    return job;
  }

  /**
   * Prints anew what a job stands for: as a copy when it, or another job of its order, is or may be on
   * paper, else as it is. Refused while one of them waits.
   */
  function printAgain(commandId: string, job: PrintJobView) {
    if (once.knows(commandId)) return ok(view(once(commandId, () => 0)));
    const jobs = job.orderId === undefined ? [job] : ledger.jobsOfOrder(job.orderId);
    const waiting = jobs.find(isWaiting);
    if (waiting !== undefined) return jobWaiting(waiting);
    const onPaper = jobs.find(mayBeOnPaper);
    const as = onPaper === undefined ? 'same' : 'copy';
    return ok(added(commandId, () => ledger.printAnew(job.id, as, clock.now())));
  }

  return {
    'printing.jobs': ({ limit = jobsShown, open = false }) =>
      ok({ jobs: [...ledger.jobs({ limit, open })] }),

    'printing.reprint': ({ commandId, jobId }) => {
      const job = ledger.job(jobId);
      if (job === null) return jobNotFound(jobId);
      return printAgain(commandId, job);
    },

    'printing.acknowledge': ({ jobId }) => {
      const job = ledger.job(jobId);
      if (job === null) return jobNotFound(jobId);
      if (!isWaiting(job)) ledger.acknowledge(jobId);
      events.emit('printing.changed', view(jobId));
      return ok(view(jobId));
    },

    'printing.printOrder': ({ commandId, orderId, copy }) => {
      if (sales.order(orderId) === null) {
        return err(fault('order.not_found', `There is no order ${orderId}.`));
      }
      const jobs = ledger.jobsOfOrder(orderId);
      const onPaper = jobs.find(mayBeOnPaper);
      if (onPaper !== undefined && !copy && !once.knows(commandId)) {
        const message = `The receipt of order ${orderId} is, or may be, on paper: print a copy.`;
        return err(fault('printing.copy_needed', message, { jobId: onPaper.id }));
      }
      return printAgain(commandId, onPaper ?? required(jobs.at(-1), 'a print job of the order'));
    },

    'printing.testPrint': ({ commandId, device }) => {
      if (device !== 'receipt-printer') {
        return err(fault('device.cannot_print', `The ${device} cannot print.`));
      }
      return ok(
        added(commandId, () => ledger.addPaper('test', testPage(testFacts()), clock.now())),
      );
    },
  };

  function testFacts() {
    const { profile } = printer.settings();
    const known = required(
      finder.profiles().find(({ id }) => id === profile),
      `printer profile ${profile}`,
    );
    const store = catalog.store(catalog.currentVersion());
    return {
      storeName: store?.name ?? 'Blendbar',
      locale: store?.locale ?? 'en',
      timeZone: store?.timeZone ?? 'UTC',
      deviceCode: sales.device().code,
      profileName: known.name,
      address: printer.address(),
      columns: known.columns,
      at: clock.now(),
    };
  }
}

function mayBeOnPaper({ state }: PrintJobView): boolean {
  return state === 'printed' || state === 'unknown';
}

function isWaiting({ state }: PrintJobView): boolean {
  return state === 'queued' || state === 'sending';
}

function jobNotFound(jobId: number) {
  return err(fault('printing.job_not_found', `There is no print job ${jobId}.`));
}

function jobWaiting({ id, state }: PrintJobView) {
  return err(fault('printing.job_waiting', `Print job ${id} is ${state} already.`, { jobId: id }));
}
