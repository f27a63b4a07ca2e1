import { create } from 'zustand';
import type { DeviceHealth } from '#shared/contract/ipc/devices.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { kiosk, send } from './client.ts';
import { showFault } from './notices.ts';

interface PrintingState {
  /** Somebody may have to see to these, the newest first; `null` until they were asked for. */
  readonly open: readonly PrintJobView[] | null;
  /** The others of late, the newest first. */
  readonly latest: readonly PrintJobView[];
  readonly fault: ErrorCode | null;
  /** The order whose shopper stands before the screen, and the newest print job of it. */
  readonly orderId: string | null;
  readonly orderJob: PrintJobView | null;
}

export const usePrinting = create<PrintingState>(() => ({
  open: null,
  latest: [],
  fault: null,
  orderId: null,
  orderJob: null,
}));

const mostOpen = 200;
const mostLatest = 40;

let watchers = 0;
let loading = false;
let changedMeanwhile = false;

export function followPrinting(): void {
  kiosk().subscribe('printing.changed', (job) => {
    keepOrderJob(job);
    // An event does not tell whether somebody saw to the job: the lists are asked for again.
    if (watchers > 0) void loadJobs();
  });
}

/** Keeps the lists up to date until the returned function is called. */
export function watchJobs(): () => void {
  watchers += 1;
  void loadJobs();
  return () => {
    watchers -= 1;
  };
}

/** One question at a time, however many jobs change: the next one follows when this one is answered. */
export async function loadJobs(): Promise<void> {
  changedMeanwhile = loading;
  if (loading) return;
  loading = true;
  const [open, all] = await Promise.all([
    kiosk().invoke('printing.jobs', { open: true, limit: mostOpen }),
    kiosk().invoke('printing.jobs', { limit: mostLatest }),
  ]);
  loading = false;
  if (open.ok && all.ok) {
    const openIds = new Set(open.value.jobs.map(({ id }) => id));
    const latest = all.value.jobs.filter(({ id }) => !openIds.has(id));
    usePrinting.setState({ open: open.value.jobs, latest, fault: null });
  } else if (!open.ok) {
    usePrinting.setState({ fault: open.error.code });
  } else if (!all.ok) {
    usePrinting.setState({ fault: all.error.code });
  }
  if (changedMeanwhile) await loadJobs();
}

/** Follows the receipt of this order until the shopper leaves. */
export async function watchOrder(orderId: string): Promise<void> {
  usePrinting.setState({ orderId, orderJob: null });
  const answer = await kiosk().invoke('printing.jobs', { limit: mostLatest });
  if (!answer.ok) return;
  for (const job of answer.value.jobs) keepOrderJob(job);
}

export function forgetOrder(): void {
  usePrinting.setState({ orderId: null, orderJob: null });
}

/** The newest job of the order counts, and what is known of it last. */
function keepOrderJob(job: PrintJobView): void {
  const { orderId, orderJob } = usePrinting.getState();
  if (orderId === null || job.orderId !== orderId) return;
  const isNews =
    orderJob === null ||
    job.id > orderJob.id ||
    (job.id === orderJob.id && job.changedAt >= orderJob.changedAt);
  if (isNews) usePrinting.setState({ orderJob: job });
}

/** What a shopper has to know of their receipt: it comes, it is there, or an associate brings it. */
type ReceiptNews = 'printing' | 'printed' | 'atCounter';

export function receiptNews(
  job: PrintJobView | null,
  printer: DeviceHealth | undefined,
): ReceiptNews {
  if (job?.state === 'printed') return 'printed';
  if (job?.state === 'unknown' || job?.state === 'failed' || job?.state === 'expired') {
    return 'atCounter';
  }
  const canPrint = printer?.state !== 'notReady' && printer?.state !== 'disconnected';
  return canPrint ? 'printing' : 'atCounter';
}

/** Prints a job by hand: as a copy when it is, or may be, on paper. */
export async function reprint(jobId: number): Promise<void> {
  await saw(await send('printing.reprint', { jobId }));
}

/** Somebody looked: nothing more is to be done about the job. */
export async function acknowledge(jobId: number): Promise<void> {
  await saw(await send('printing.acknowledge', { jobId }));
}

export async function testPrint(): Promise<void> {
  await saw(await send('printing.testPrint', { device: 'receipt-printer' }));
}

type JobAnswer = Awaited<
  ReturnType<typeof send<'printing.reprint' | 'printing.acknowledge' | 'printing.testPrint'>>
>;

async function saw(answer: JobAnswer): Promise<void> {
  if (!answer.ok) showFault(answer.error.code);
  await loadJobs();
}
