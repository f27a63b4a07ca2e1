import type { Clock } from '#main/core/ports/clock.ts';
import type { DeviceHealth } from '#shared/contract/ipc/devices.ts';
import { keepOpen } from '../keep-open.ts';
import {
  createAnswerReader,
  decodeAutomatic,
  type PrinterAnswer,
} from '../protocols/escpos/answers.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import {
  acknowledge,
  automaticStatus,
  paperStatus,
  processId,
} from '../protocols/escpos/requests.ts';
import type { PrinterStatus } from '../protocols/escpos/status.ts';
import { storedLogoKeysRequest } from '../protocols/escpos/stored-logo.ts';
import type { Timers } from '../timers.ts';
import type { Connection, Transport, TransportError } from '../transports/transport.ts';
import { createConfirmations } from './confirmations.ts';
import { forgetEarlier } from './greet-printer.ts';
import { healthOf } from './printer-health.ts';
import { createSignal, type Signal } from './signal.ts';
import { createStatusRounds } from './status-rounds.ts';

export interface PrinterPace {
  /** How often an idle printer is asked how it is. */
  readonly heartbeatMs: number;
  /** A printer that says nothing for so long is told to be gone. */
  readonly silentAfterMs: number;
  /** After so long the line is closed and opened again. */
  readonly reopenAfterMs: number;
  /** How long to wait before each try to open a line that was lost. */
  readonly retryMs?: readonly number[];
}

/** "Connected" means that it answered in the last two seconds. */
export const printerPace: PrinterPace = {
  heartbeatMs: 500,
  silentAfterMs: 2_000,
  reopenAfterMs: 6_000,
};

/** An ESC/POS printer at the end of a line: asked how it is, understood, and sent bytes. */
export interface PrinterLine {
  health(): DeviceHealth;
  /** Told after each change of health. */
  onHealth(listener: () => void): () => void;
  /** Notified whenever anything was heard, or the line changed. */
  readonly signal: Signal;
  /** Counts the lines that were opened: what was sent on an earlier one is not on this one. */
  epoch(): number;
  isOpen(): boolean;
  /** Pieces of a job that were not seen to arrive yet. */
  piecesOpen(): number;
  /**
   * Milliseconds since the printer was last heard, less those that it needs to take what was sent;
   * 0 while its last word is a reason to take nothing, such as no paper.
   */
  silenceMs(): number;
  /** Sends bytes; followed by a question, whose answer shows that they arrived, when `asking`. */
  send(bytes: Uint8Array, asking: boolean): Promise<void>;
  /** Asks for the printer's word that all before is on paper, in the way of its make. */
  askForWord(token: string): Promise<void>;
  /** Whether it gave that word. */
  confirmed(token: string): boolean;
  /**
   * Keys of the images that are in the printer's memory, asked for once on each line; `null` when
   * it stores none, or does not say. Only of a printer that is ready.
   */
  storedLogos(): Promise<ReadonlySet<string> | null>;
  /** The same as far as it is known, without asking. */
  knownLogos(): ReadonlySet<string> | null;
  /** They are stored by now: a job that brought them is on paper. */
  rememberLogos(keys: readonly string[]): void;
  /** While a job is sent, it asks its own questions. */
  setBusy(busy: boolean): void;
  /**
   * From now on the printer may hold half a job, and of it half a command of up to so many bytes: on
   * the next line it forgets that first. `null`: it holds nothing.
   */
  mayHold(longestCommand: number | null): void;
  /** What it may hold now. */
  held(): number | null;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** What another process may have left half sent: longer than any command but the storing of a logo. */
const unknownCommandBytes = 1_100;
const logoKeysWithinMs = 1_000;

export function createPrinterLine(
  transport: Transport,
  profile: PrinterProfile,
  {
    clock,
    timers,
    pace = printerPace,
    held = null,
  }: {
    readonly clock: Clock;
    readonly timers: Timers;
    readonly pace?: PrinterPace;
    /** What the line before it left half sent. */
    readonly held?: number | null;
  },
): PrinterLine {
  const now = () => performance.now();
  const signal = createSignal(timers);
  const listeners = new Set<() => void>();
  const rounds = createStatusRounds(now);
  const confirmations = createConfirmations();
  const storedLogos = new Set<string>();
  /** Of this line: whether the printer told which pictures it has stored. */
  let logos: 'notAsked' | 'told' | 'untold' = 'notAsked';
  let status: Partial<PrinterStatus> = {};
  let lineError: TransportError | null = null;
  let epoch = 0;
  let open = false;
  let busy = false;
  /** Writes that the driver has not taken yet. */
  let writing = 0;
  /** Of this line; `null` before the first answer. */
  let heardAt: number | null = null;
  let openedAt = 0;
  let lastAnswerAt: number | null = null;
  /** A whole round was answered on this line. */
  let known = false;
  let greeted = false;
  let cleared = false;
  let halfCommand: number | null = Math.max(unknownCommandBytes, held ?? 0);
  let told = '';
  let cancelBeat = () => {};
  let closed = false;

  const reader = createAnswerReader(hear);

  function silenceMs(): number {
    if (!open || (takesNothing() && (writing > 0 || halfCommand !== null))) return 0;
    const { bytesPerSecond } = transport;
    const onItsWayMs = bytesPerSecond === null ? 0 : (rounds.bytesOpen() * 1_000) / bytesPerSecond;
    return Math.max(0, now() - (heardAt ?? openedAt) - onItsWayMs);
  }

  /** A printer that is stopped takes bytes until its buffer is full, and hears nothing any more then. */
  const takesNothing = () => status.paperOut === true || status.coverOpen === true;

  function health(): DeviceHealth {
    return healthOf(
      {
        open,
        lineError,
        answered: greeted && (!profile.realTimeStatus || known),
        silent: profile.realTimeStatus && silenceMs() > pace.silentAfterMs,
        status,
        lastAnswerAt,
      },
      profile,
    );
  }

  function changed(): void {
    signal.notify();
    const { lastAnswerAt: _, ...visible } = health();
    const text = JSON.stringify(visible);
    if (text === told) return;
    told = text;
    for (const listener of [...listeners]) listener();
  }

  function hear(answer: PrinterAnswer): void {
    heardAt = now();
    lastAnswerAt = clock.now();
    switch (answer.kind) {
      case 'realTime': {
        const heard = rounds.answered(answer.byte);
        if (heard === null) break;
        known = true;
        status = { ...status, ...heard };
        break;
      }
      case 'automatic':
        status = { ...status, ...decodeAutomatic(answer.status) };
        break;
      case 'processId':
        confirmations.heardId(answer.id);
        break;
      case 'paper':
        confirmations.heardPaper();
        break;
      case 'cleared':
        cleared = true;
        break;
      case 'keys':
        for (const key of answer.keys) storedLogos.add(key);
        // It takes nothing else before this.
        write(acknowledge()).catch(() => undefined);
        if (!answer.more) logos = 'told';
        break;
      case 'flow':
        break;
    }
    changed();
  }

  async function write(bytes: Uint8Array): Promise<void> {
    const connection = line.connection();
    if (connection === null) throw new Error('The line is not open.');
    const mine = epoch;
    writing += 1;
    try {
      await connection.write(bytes);
    } finally {
      // Writes of an earlier line are not counted on this one.
      if (mine === epoch) writing -= 1;
    }
  }

  const line = keepOpen(
    transport,
    {
      ...(pace.retryMs === undefined ? {} : { retryMs: pace.retryMs }),
      opened(connection) {
        beginLine(true, null);
        openedAt = now();
        greet(connection).catch(() => undefined); // A line that is lost is told by `lost`.
        changed();
      },
      data: (bytes) => reader.push(bytes),
      lost(error) {
        beginLine(false, error);
        changed();
      },
    },
    timers,
  );

  /** Nothing of the line before counts any more. */
  function beginLine(isOpen: boolean, error: TransportError | null): void {
    epoch += 1;
    open = isOpen;
    lineError = error;
    writing = 0;
    heardAt = null;
    known = false;
    greeted = false;
    cleared = false;
    logos = 'notAsked';
    status = {};
    storedLogos.clear();
    reader.reset();
    rounds.reset();
    confirmations.reset();
  }

  /** Makes the printer forget half a command of earlier; then it is asked all that is to be known. */
  async function greet(connection: Connection): Promise<void> {
    const mine = epoch;
    const gone = () => epoch !== mine;
    if (halfCommand !== null) {
      const of = { profile, halfCommand, signal, confirmations, write: connection.write };
      await forgetEarlier({ ...of, gone, cleared: () => cleared });
      if (gone()) return;
      halfCommand = null;
    }
    greeted = true;
    if (profile.automaticStatus) await write(automaticStatus());
    ask();
    changed();
  }

  function ask(): void {
    const round = profile.realTimeStatus ? rounds.round() : null;
    if (round !== null) write(round).catch(() => undefined); // `lost` tells it.
  }

  function beat(): void {
    cancelBeat = timers.after(pace.heartbeatMs, beat);
    if (!profile.realTimeStatus || !open) return;
    changed();
    if (busy) return;
    if (silenceMs() > pace.reopenAfterMs) void reopen();
    else if (writing === 0) ask();
  }
  cancelBeat = timers.after(pace.heartbeatMs, beat);

  async function reopen(): Promise<void> {
    beginLine(false, null);
    changed();
    await line.reopen();
  }

  return {
    health,
    onHealth(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    signal,
    epoch: () => epoch,
    isOpen: () => open,
    piecesOpen: () => rounds.singlesOpen(),
    silenceMs,
    send: (bytes, asking) =>
      write(asking ? Buffer.concat([bytes, rounds.single(bytes.length)]) : bytes),
    async askForWord(token) {
      // Initializing at the start of the job may have switched the automatic status off.
      const status = profile.automaticStatus ? [automaticStatus()] : [];
      if (profile.confirms === 'status') confirmations.askedPaper();
      await write(Buffer.concat([...status, ...question(token)]));
    },
    confirmed: (token) =>
      profile.confirms === 'status' ? confirmations.paperAnswered() : confirmations.hasId(token),
    async storedLogos() {
      if (!profile.storesLogo || !open) return null;
      if (logos === 'notAsked') {
        const mine = epoch;
        const gone = () => epoch !== mine;
        // Nothing else may come between the keys and what acknowledges them.
        busy = true;
        logos = 'untold';
        await write(storedLogoKeysRequest());
        const answered = await signal.until(() => logos === 'told' || gone(), logoKeysWithinMs);
        // It may still wait for this, and would take the first byte of the job for it.
        if (!answered) await write(acknowledge());
        busy = false;
      }
      return logos === 'told' ? storedLogos : null;
    },
    knownLogos: () => (logos === 'told' ? storedLogos : null),
    rememberLogos(keys) {
      for (const key of keys) storedLogos.add(key);
    },
    setBusy(next) {
      busy = next;
    },
    mayHold(longestCommand) {
      halfCommand = longestCommand;
    },
    held: () => halfCommand,
    reopen,
    async close() {
      if (closed) return;
      closed = true;
      cancelBeat();
      beginLine(false, null);
      signal.notify();
      await line.close();
    },
  };

  function question(token: string): readonly Uint8Array[] {
    switch (profile.confirms) {
      case 'processId':
        return [processId(token)];
      case 'status':
        return [paperStatus()];
      case 'nothing':
        return [];
    }
  }
}
