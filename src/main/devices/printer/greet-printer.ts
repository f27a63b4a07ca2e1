import { randomInt } from 'node:crypto';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { clearBuffer, paperStatus, processId } from '../protocols/escpos/requests.ts';
import type { Confirmations } from './confirmations.ts';
import type { Signal } from './signal.ts';

/** What a new line offers to whoever makes the printer forget. */
export interface Greeting {
  readonly profile: PrinterProfile;
  /** How much of a command may be missing in the printer. */
  readonly halfCommand: number;
  readonly signal: Signal;
  readonly confirmations: Confirmations;
  write(bytes: Uint8Array): Promise<void>;
  /** Whether the buffers were said to be empty since the line was opened. */
  cleared(): boolean;
  /** The line is not this one any more. */
  gone(): boolean;
}

const clearTries = 3;
const clearWithinMs = 1_000;
const lookAgainMs = 1_000;
const quietMs = 300;

/**
 * Makes a printer forget what an earlier line left half sent, and waits until it has proved that it did:
 * for as long as it takes, because without paper it proves nothing. DEV-53.
 */
export async function forgetEarlier(greeting: Greeting): Promise<void> {
  const { profile, halfCommand, write, gone } = greeting;
  if (profile.clearsBuffer && (await clears(greeting))) return;
  if (gone()) return;
  // Whatever parameters are missing are taken for given; alone, NUL means nothing.
  await write(new Uint8Array(halfCommand));
  if (profile.confirms === 'processId') await idComes(greeting);
  if (profile.confirms === 'status') await papersCome(greeting);
}

/** A printer that is in the middle of a picture may not hear the first time. */
async function clears({ signal, write, cleared, gone }: Greeting): Promise<boolean> {
  for (let tries = 0; tries < clearTries && !gone(); tries += 1) {
    await write(clearBuffer());
    if (await signal.until(() => cleared() || gone(), clearWithinMs)) return cleared();
  }
  return false;
}

async function idComes({ signal, confirmations, write, gone }: Greeting): Promise<void> {
  // Jobs have letters and digits.
  const id = `~${String(randomInt(1_000)).padStart(3, '0')}`;
  await write(processId(id));
  const comes = () => confirmations.hasId(id) || gone();
  while (!(await signal.until(comes, lookAgainMs))) {
    // Without paper, or with its cover open, it has all the time in the world.
  }
}

/** Whatever earlier jobs asked for comes in before the last one; then nothing more may come. */
async function papersCome({ signal, confirmations, write, gone }: Greeting): Promise<void> {
  const before = confirmations.papersHeard();
  await write(paperStatus());
  while (!(await signal.until(() => confirmations.papersHeard() > before || gone(), lookAgainMs))) {
    // As above.
  }
  for (let heard = -1; heard !== confirmations.papersHeard() && !gone(); ) {
    heard = confirmations.papersHeard();
    await signal.until(() => confirmations.papersHeard() !== heard || gone(), quietMs);
  }
  confirmations.reset();
}
