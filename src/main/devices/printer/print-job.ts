import type { PrintOutcome } from '#main/core/ports/receipt-printer.ts';
import { longestCommand, splitAtCommands } from '../protocols/escpos/commands.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import type { PrinterLine } from './printer-line.ts';

export interface JobPace {
  /** How long a printer that is ready may take from the last byte to its word that it is on paper. */
  readonly confirmWithinMs: number;
  /** A printer that says nothing for so long in the middle of a job is given up. */
  readonly silentJobMs: number;
}

export const jobPace: JobPace = { confirmWithinMs: 15_000, silentJobMs: 8_000 };

/** Pieces of so much of the line's time: the answer to each shows that the printer still listens. */
const pieceMs = 600;
const smallestPiece = 64;
const largestPiece = 1_024;
/** Pieces that may be on their way at once: enough for the line never to rest. */
const piecesUnderWay = 2;
const lookAgainMs = 500;

/** What one job needs to be sent. */
export interface JobSender {
  readonly line: PrinterLine;
  readonly profile: PrinterProfile;
  readonly bytesPerSecond: number | null;
  /** Four printable characters that no other job has. */
  readonly token: string;
  readonly pace: JobPace;
}

/**
 * Sends a job piece by piece, no faster than the printer takes it, and waits for its word that all
 * of it is on paper. The first byte is sent at once. DEV-41 to DEV-43.
 */
export async function sendJob(bytes: Uint8Array, sender: JobSender): Promise<PrintOutcome> {
  const { line } = sender;
  const epoch = line.epoch();
  line.setBusy(true);
  line.mayHold(longestCommand(bytes));
  try {
    const reason = (await sendPieces(bytes, sender)) ?? (await awaitWord(sender));
    if (reason === null) {
      line.mayHold(null);
      return { outcome: 'printed', confirmedBy: sender.profile.confirms };
    }
    // On a line that is new already it was told to forget.
    if (line.isOpen() && line.epoch() === epoch) await line.reopen();
    return { outcome: 'unknown', reason };
  } finally {
    line.setBusy(false);
  }
}

const lost = 'the line was lost while it was sent';
const silent = 'the printer stopped answering while it was sent';
const mute = 'the printer did not say that it is on paper';

/** Resolves with what went wrong, or null when the driver has taken every byte. */
async function sendPieces(bytes: Uint8Array, sender: JobSender): Promise<string | null> {
  const { line, profile, bytesPerSecond, token } = sender;
  const asking = profile.realTimeStatus;
  for (const piece of splitAtCommands(bytes, pieceLength(bytesPerSecond))) {
    const room = () => !asking || line.piecesOpen() < piecesUnderWay;
    const reason = (await waitFor(room, sender)) ?? (await taken(line.send(piece, asking), sender));
    if (reason !== null) return reason;
  }
  return taken(line.askForWord(token), sender);
}

/** Waits until the driver has taken what was handed to it, however long a printer without paper needs. */
async function taken(write: Promise<void>, sender: JobSender): Promise<string | null> {
  let end: 'taken' | 'refused' | null = null;
  const notify = (as: 'taken' | 'refused') => {
    end = as;
    sender.line.signal.notify();
  };
  write.then(
    () => notify('taken'),
    () => notify('refused'),
  );
  const reason = await waitFor(() => end !== null, sender);
  return end === 'refused' ? lost : reason;
}

/** Waits for as long as the printer has a reason not to print, such as no paper. */
async function awaitWord(sender: JobSender): Promise<string | null> {
  const { line, profile, token, pace } = sender;
  if (profile.confirms === 'nothing') return null;
  let readyMs = 0;
  const reason = await waitFor(
    () => {
      // The printer has all of it: from here on the heartbeat asks again, for a job may wait for paper.
      if (line.piecesOpen() === 0) line.setBusy(false);
      return line.confirmed(token);
    },
    sender,
    () => {
      const { state } = line.health();
      if (state === 'ready' || state === 'attention') readyMs += lookAgainMs;
      return readyMs >= pace.confirmWithinMs ? mute : null;
    },
  );
  return reason;
}

/**
 * Resolves with null when `condition` holds, else with why it will not: the line was lost, the printer
 * fell silent, or what `orElse` says at each look.
 */
async function waitFor(
  condition: () => boolean,
  { line, pace }: JobSender,
  orElse: () => string | null = () => null,
): Promise<string | null> {
  const epoch = line.epoch();
  const gone = () => line.epoch() !== epoch || !line.isOpen();
  for (;;) {
    if (await line.signal.until(() => condition() || gone(), lookAgainMs)) {
      return condition() ? null : lost;
    }
    if (line.silenceMs() > pace.silentJobMs) return silent;
    const reason = orElse();
    if (reason !== null) return reason;
  }
}

function pieceLength(bytesPerSecond: number | null): number {
  if (bytesPerSecond === null) return largestPiece;
  const length = Math.floor((bytesPerSecond * pieceMs) / 1000);
  return Math.min(Math.max(length, smallestPiece), largestPiece * 4);
}
