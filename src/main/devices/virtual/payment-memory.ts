import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const RememberedPayment = Type.Object({
  paymentId: Type.String(),
  amountMinor: Type.Integer(),
  currency: Type.String(),
  outcome: Type.Enum(['approved', 'declined', 'cancelled', 'timeout', 'reversed']),
});
export type RememberedPayment = Static<typeof RememberedPayment>;

/** What the bank behind a virtual terminal knows; it survives whatever happens to the kiosk. */
export interface PaymentMemory {
  find(paymentId: string): RememberedPayment | null;
  /** Returns when the payment is on disk. */
  remember(payment: RememberedPayment): void;
}

/**
 * Keeps payments in `file`, one JSON line each; of one payment the last line counts. Another
 * process may write to the same file: its payments are known too.
 */
export function openPaymentMemory(file: string): PaymentMemory {
  const payments = new Map<string, RememberedPayment>();
  let bytesRead = 0;

  function readOn() {
    const { text, bytes } = completeLines(file, bytesRead);
    for (const payment of parseLines(text)) payments.set(payment.paymentId, payment);
    bytesRead += bytes;
  }

  readOn();
  return {
    find(paymentId) {
      if (!payments.has(paymentId)) readOn();
      return payments.get(paymentId) ?? null;
    },
    remember(payment) {
      append(file, `${JSON.stringify(payment)}\n`);
      payments.set(payment.paymentId, payment);
    },
  };
}

const validator = Compile(RememberedPayment);

/** What the file holds from `offset` to its last line end. */
function completeLines(file: string, offset: number): { text: string; bytes: number } {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    // Nothing was ever remembered. The only error that is told by its code.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { text: '', bytes: 0 };
    throw error;
  }
  try {
    const rest = Buffer.alloc(Math.max(0, fstatSync(descriptor).size - offset));
    const length = readSync(descriptor, rest, 0, rest.length, offset);
    const bytes = rest.subarray(0, length).lastIndexOf('\n') + 1;
    return { text: rest.toString('utf8', 0, bytes), bytes };
  } finally {
    closeSync(descriptor);
  }
}

function parseLines(text: string): readonly RememberedPayment[] {
  return text.split('\n').flatMap((line) => {
    const payment = parse(line);
    return validator.Check(payment) ? [payment] : [];
  });
}

/** A line that was cut off by a crash was never answered to anybody, so it never happened. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function append(file: string, line: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'a');
  try {
    // On a line of its own, whatever a crash left at the end.
    writeSync(descriptor, `\n${line}`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
