import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import { isUuid } from '#shared/lib/uuid.ts';
import { systemIds } from '../../hosts/system.ts';
import type { CliContext } from '../context.ts';
import { badInput, CommandFailure } from '../failure.ts';
import { ask, type DeviceContext } from '../kiosk-client.ts';

/** A printer that is out of paper may get some; whoever typed the command waits no longer. */
const mostMs = 30_000;

/** `print --order ID [--copy]`: prints a receipt and waits for the printer's word. */
export async function printCommand(
  context: DeviceContext,
  { order, copy = false }: { readonly order: string; readonly copy?: boolean },
): Promise<void> {
  if (!isUuid(order)) {
    throw badInput(`--order "${order}" is no order id; "orders" lists them`);
  }
  await printed(context, (commandId) =>
    ask(context.client, 'printing.printOrder', { commandId, orderId: order, copy }),
  );
}

/** `devices test-print --device ID`. */
export async function testPrintCommand(context: DeviceContext, device: string): Promise<void> {
  if (device !== 'receipt-printer' && device !== 'scanner' && device !== 'card-terminal') {
    throw badInput(`--device "${device}" is none of receipt-printer, scanner, card-terminal`);
  }
  await printed(context, (commandId) =>
    ask(context.client, 'printing.testPrint', { commandId, device }),
  );
}

/** `jobs`: the print ledger, the newest first; with `--json` a line for each job. */
export function jobsCommand(
  { store, output, json }: CliContext,
  { limit, open = false }: { readonly limit: number; readonly open?: boolean },
): void {
  for (const job of store.printLedger.jobs({ limit, open })) {
    output.line(json ? JSON.stringify(job) : wordsOf(job));
  }
}

async function printed(
  { client, output, json }: DeviceContext,
  begin: (commandId: string) => Promise<PrintJobView>,
): Promise<void> {
  let see = (_: PrintJobView): void => {};
  // Listening before asking: the end may come before the answer.
  const seen: PrintJobView[] = [];
  const stop = client.subscribe('printing.changed', (job) => {
    seen.push(job);
    see(job);
  });
  try {
    const job = await begin(systemIds.next());
    const end = await new Promise<PrintJobView | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), mostMs);
      see = (changed) => {
        if (changed.id !== job.id || isUnderWay(changed)) return;
        clearTimeout(timer);
        resolve(changed);
      };
      for (const earlier of seen) see(earlier);
    });
    if (end === null) {
      throw new CommandFailure(`print job ${job.id} still waits; "devices list" may tell why`, 1);
    }
    output.line(json ? JSON.stringify(end) : wordsOf(end));
    if (end.state !== 'printed') {
      throw new CommandFailure(`print job ${end.id} is ${end.state}: ${end.reason ?? ''}`, 1);
    }
  } finally {
    stop();
  }
}

function isUnderWay({ state }: PrintJobView): boolean {
  return state === 'queued' || state === 'sending';
}

function wordsOf({ id, kind, orderNumber, state, queuedAt, confirmedBy, reason }: PrintJobView) {
  const what = orderNumber === undefined ? kind : `${kind} ${orderNumber}`;
  const how = reason ?? (confirmedBy === 'nothing' ? 'sent; this printer cannot confirm' : '');
  const when = new Date(queuedAt).toISOString();
  return `${String(id).padStart(6)}  ${when}  ${what.padEnd(24)}  ${state}${how === '' ? '' : `: ${how}`}`;
}
