import type { PrintOutcome } from '#main/core/ports/receipt-printer.ts';
import { longestCommand, splitAtCommands } from '../protocols/escpos/commands.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { automaticStatus, paperStatus, processId } from '../protocols/escpos/requests.ts';
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

/** Resolves with what went wrong, or null when the driver has taken every byte. */
async function sendPieces(bytes: Uint8Array, sender: JobSender): Promise<string | null> {
  const { line, profile, bytesPerSecond } = sender;
  const epoch = line.epoch();
  const length = pieceLength(bytesPerSecond);
  const pieces = splitAtCommands(bytes, length);
  for (const [index, piece] of [...pieces, questionAtEnd(sender)].entries()) {
    if (profile.realTimeStatus) {
      const reason = await roomForPiece(sender, epoch);
      if (reason !== null) return reason;
    }
    // The question at the end is one itself.
    const asking = profile.realTimeStatus && index < pieces.length;
    try {
      await line.send(piece, asking);
    } catch {
      return lost;
    }
    if (line.epoch() !== epoch || !line.isOpen()) return lost;
  }
  return null;
}

async function roomForPiece(sender: JobSender, epoch: number): Promise<string | null> {
  const { line, pace } = sender;
  const gone = () => line.epoch() !== epoch || !line.isOpen();
  const room = () => line.questionsOpen() < piecesUnderWay;
  while (!(await line.signal.until(() => gone() || room(), lookAgainMs))) {
    if (line.silenceMs() > pace.silentJobMs) return silent;
  }
  return gone() ? lost : null;
}

/** Printed means that the printer said so, in answer to a question behind the last byte. */
function questionAtEnd({ profile, token }: JobSender): Uint8Array {
  // Initializing at the start of the job may have switched the automatic status off.
  const status = profile.automaticStatus ? [automaticStatus()] : [];
  switch (profile.confirms) {
    case 'processId':
      return Buffer.concat([...status, processId(token)]);
    case 'status':
      return Buffer.concat([...status, paperStatus()]);
    case 'nothing':
      return Buffer.concat(status);
  }
}

/** Waits for as long as the printer has a reason not to print, such as no paper. */
async function awaitWord(sender: JobSender): Promise<string | null> {
  const { line, profile, token, pace } = sender;
  if (profile.confirms === 'nothing') return null;
  const word = profile.confirms === 'processId' ? token : 'paper';
  const epoch = line.epoch();
  let confirmed = false;
  let waitedMs = 0;
  const gone = () => line.epoch() !== epoch || !line.isOpen();
  for (;;) {
    const held = await line.signal.until(() => {
      confirmed ||= line.confirmed(word);
      // The printer has all of it: from here on the heartbeat asks again, for a job may wait for paper.
      if (line.questionsOpen() === 0) line.setBusy(false);
      return confirmed || gone();
    }, lookAgainMs);
    if (confirmed) return null;
    if (held) return lost;
    if (line.silenceMs() > pace.silentJobMs) return silent;
    const { state } = line.health();
    if (state === 'ready' || state === 'attention') waitedMs += lookAgainMs;
    if (waitedMs >= pace.confirmWithinMs) return 'the printer did not say that it is on paper';
  }
}

function pieceLength(bytesPerSecond: number | null): number {
  if (bytesPerSecond === null) return largestPiece;
  const length = Math.floor((bytesPerSecond * pieceMs) / 1000);
  return Math.min(Math.max(length, smallestPiece), largestPiece * 4);
}
