import type { DeviceHealth, DeviceProblem } from '#shared/contract/ipc/devices.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import type { PrinterStatus } from '../protocols/escpos/status.ts';
import type { TransportError, TransportFault } from '../transports/transport.ts';

/** What is known of a printer now. */
export interface PrinterFacts {
  readonly open: boolean;
  /** Why the line is not open, when it was tried. */
  readonly lineError: TransportError | null;
  /** Whether everything was answered that a printer of this profile is asked at the start. */
  readonly answered: boolean;
  /** It did not answer for so long that something is wrong. */
  readonly silent: boolean;
  readonly status: Partial<PrinterStatus>;
  /** Unix milliseconds. */
  readonly lastAnswerAt: number | null;
}

const lineProblems: Readonly<Record<TransportFault, DeviceProblem>> = {
  notFound: 'notFound',
  noPermission: 'noPermission',
  inUse: 'inUse',
  failed: 'lineFailed',
};

/** What a person should know, from what the line and the printer told. DEV-50 to DEV-52. */
export function healthOf(facts: PrinterFacts, profile: PrinterProfile): DeviceHealth {
  const { open, lineError, answered, silent, status, lastAnswerAt } = facts;
  const base = { drawer: drawerOf(status, profile), lastAnswerAt, detail: '' };
  if (!open) {
    if (lineError === null)
      return { ...base, drawer: 'unknown', state: 'connecting', problems: [] };
    const { fault, message } = lineError;
    const problems = [lineProblems[fault]];
    return { ...base, drawer: 'unknown', state: 'disconnected', problems, detail: message };
  }
  if (silent) {
    const detail = 'The line is open, but the printer does not answer.';
    return { ...base, drawer: 'unknown', state: 'disconnected', problems: ['noAnswer'], detail };
  }
  const grave = graveProblems(status);
  const near: readonly DeviceProblem[] =
    status.paperNearEnd === true && status.paperOut !== true ? ['paperNearEnd'] : [];
  const problems = [...grave, ...near];
  if (grave.length > 0) return { ...base, state: 'notReady', problems };
  if (!answered) return { ...base, state: 'connecting', problems: [] };
  return { ...base, state: near.length > 0 ? 'attention' : 'ready', problems };
}

/** What keeps it from printing; that it is offline says nothing more when the reason is known. */
function graveProblems(status: Partial<PrinterStatus>): readonly DeviceProblem[] {
  const problems: DeviceProblem[] = [];
  if (status.coverOpen === true) problems.push('coverOpen');
  if (status.paperOut === true) problems.push('paperOut');
  if (status.cutterError === true) problems.push('cutterError');
  if (status.error === true) problems.push('printerError');
  if (status.offline === true && problems.length === 0) problems.push('offline');
  return problems;
}

function drawerOf(
  { drawerHigh }: Partial<PrinterStatus>,
  { drawerOpenIsHigh }: PrinterProfile,
): DeviceHealth['drawer'] {
  if (drawerHigh === undefined || drawerOpenIsHigh === null) return 'unknown';
  return drawerHigh === drawerOpenIsHigh ? 'open' : 'closed';
}
