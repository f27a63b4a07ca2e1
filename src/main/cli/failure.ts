import type { ErrorCode, Fault } from '#shared/lib/errors.ts';

/** Ends a command with one line on standard error. Exit code 2 is bad input, 1 anything else that went wrong. */
export class CommandFailure extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function badInput(message: string): CommandFailure {
  return new CommandFailure(message, 2);
}

/** Codes that blame the surroundings, not what was typed. */
const environmental: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'internal.failure',
  'store.full',
  'store.damaged',
  'store.from_future',
  'store.migration_changed',
  'store.unavailable',
  'store.busy',
  'import.cancelled',
  'kiosk.running',
  'payment.declined',
  'payment.cancelled',
  'payment.timeout',
  'payment.reversed',
  'payment.unsettled',
]);

export function failureOf(fault: Fault): CommandFailure {
  return new CommandFailure(fault.message, environmental.has(fault.code) ? 1 : 2);
}
