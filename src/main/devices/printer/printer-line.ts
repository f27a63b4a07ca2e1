import type { Clock } from '#main/core/ports/clock.ts';
import type { DeviceHealth } from '#shared/contract/ipc/devices.ts';
import { keepOpen } from '../keep-open.ts';
import {
  createAnswerReader,
  decodeAutomatic,
  decodeRealTime,
  type PrinterAnswer,
} from '../protocols/escpos/answers.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import {
  acknowledge,
  automaticStatus,
  clearBuffer,
  paperStatus,
  realTimeStatus,
  type StatusQuestion,
} from '../protocols/escpos/requests.ts';
import type { PrinterStatus } from '../protocols/escpos/status.ts';
import { storedLogoKeysRequest } from '../protocols/escpos/stored-logo.ts';
import type { Timers } from '../timers.ts';
import type { Connection, Transport, TransportError } from '../transports/transport.ts';
import { healthOf } from './printer-health.ts';
import { createSignal, type Signal } from './signal.ts';

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
  /** Statuses that were asked for and not answered yet. */
  questionsOpen(): number;
  /** Milliseconds since the printer was last heard. */
  silenceMs(): number;
  /** The confirmations that came in on this line: process ids, and `paper` for `GS r`. */
  confirmed(token: string): boolean;
  /**
   * Keys of the images that are in the printer's memory, asked for once on each line; `null` when
   * it stores none. Only of a printer that is ready.
   */
  storedLogos(): Promise<ReadonlySet<string> | null>;
  /** They are stored by now: a job that brought them is on paper. */
  rememberLogos(keys: readonly string[]): void;
  /** Sends bytes; followed by a question, whose answer shows that they arrived, when `asking`. */
  send(bytes: Uint8Array, asking: boolean): Promise<void>;
  /** While a job is sent, it asks its own questions. */
  setBusy(busy: boolean): void;
  /**
   * From now on the printer may hold half a job, and of it half a command of up to so many bytes: on
   * the next line it forgets that first. `null`: it holds nothing.
   */
  mayHold(longestCommand: number | null): void;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

/** What another process may have left half sent: longer than any command of a text receipt. */
const unknownCommandBytes = 512;
const allQuestions: readonly StatusQuestion[] = [1, 2, 3, 4];
const logoKeysWithinMs = 1_000;
/** An answer that is this late belongs to a question that was given up. */
const answerWithinMs = 1_500;

interface Question {
  readonly about: StatusQuestion;
  readonly askedAt: number;
}

export function createPrinterLine(
  transport: Transport,
  profile: PrinterProfile,
  {
    clock,
    timers,
    pace = printerPace,
  }: {
    readonly clock: Clock;
    readonly timers: Timers;
    readonly pace?: PrinterPace;
  },
): PrinterLine {
  const signal = createSignal(timers);
  const listeners = new Set<() => void>();
  const storedLogos = new Set<string>();
  /** The line on which the printer was asked for them. */
  let logosOfEpoch = -1;
  const confirmations = new Set<string>();
  let questions: Question[] = [];
  let status: Partial<PrinterStatus> = {};
  let lineError: TransportError | null = null;
  let epoch = 0;
  let open = false;
  let busy = false;
  /** Of this line; `null` before the first answer. */
  let heardAt: number | null = null;
  let openedAt = 0;
  let lastAnswerAt: number | null = null;
  let known = new Set<StatusQuestion>();
  let greeted = false;
  /** How much of a command may be missing in the printer; `null`: nothing was left half sent. */
  let halfCommand: number | null = unknownCommandBytes;
  let told = '';
  let cancelBeat = () => {};
  let closed = false;

  const reader = createAnswerReader(hear);
  const now = () => performance.now();
  const silenceMs = () => (open ? now() - (heardAt ?? openedAt) : 0);

  function health(): DeviceHealth {
    return healthOf(
      {
        open,
        lineError,
        answered: greeted && (!profile.realTimeStatus || known.size === allQuestions.length),
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
        const question = questions.shift();
        if (question === undefined) break;
        known.add(question.about);
        status = { ...status, ...decodeRealTime(question.about, answer.byte) };
        break;
      }
      case 'automatic':
        status = { ...status, ...decodeAutomatic(answer.status) };
        break;
      case 'processId':
        confirmations.add(answer.id);
        break;
      case 'paper':
        confirmations.add('paper');
        break;
      case 'cleared':
        confirmations.add('cleared');
        break;
      case 'keys':
        for (const key of answer.keys) storedLogos.add(key);
        // It takes nothing else before this.
        line
          .connection()
          ?.write(acknowledge())
          .catch(() => undefined);
        if (!answer.more) confirmations.add('keys');
        break;
      case 'flow':
        break;
    }
    changed();
  }

  function ask(...about: readonly StatusQuestion[]): Uint8Array {
    for (const one of about) questions.push({ about: one, askedAt: now() });
    return concat(about.map(realTimeStatus));
  }

  const line = keepOpen(
    transport,
    {
      ...(pace.retryMs === undefined ? {} : { retryMs: pace.retryMs }),
      opened(connection) {
        open = true;
        lineError = null;
        epoch += 1;
        openedAt = now();
        heardAt = null;
        reader.reset();
        questions = [];
        known = new Set();
        greeted = false;
        status = {};
        confirmations.clear();
        storedLogos.clear();
        greet(connection).catch(() => undefined); // A line that is lost is told by `lost`.
        changed();
      },
      data: (bytes) => reader.push(bytes),
      lost(error) {
        open = false;
        lineError = error;
        questions = [];
        status = {};
        changed();
      },
    },
    timers,
  );

  /** Makes the printer forget half a command of earlier, then asks all that is to be known. */
  async function greet(connection: Connection): Promise<void> {
    const mine = epoch;
    if (halfCommand !== null) {
      if (profile.clearsBuffer) {
        await connection.write(clearBuffer());
        await signal.until(() => confirmations.has('cleared') || epoch !== mine, 1_000);
      } else {
        // Whatever parameters are missing are taken for given; alone, NUL means nothing.
        await connection.write(new Uint8Array(halfCommand));
      }
      if (profile.confirms === 'status') await drainStatus(connection, mine);
      if (epoch !== mine) return;
      halfCommand = null;
    }
    greeted = true;
    changed();
    if (profile.automaticStatus) await connection.write(automaticStatus());
    if (profile.realTimeStatus) await connection.write(ask(...allQuestions));
  }

  /**
   * One answer to `GS r` is like the other: whatever an earlier job asked for must have come in
   * before the next one asks.
   */
  async function drainStatus(connection: Connection, mine: number): Promise<void> {
    await connection.write(paperStatus());
    await signal.until(() => confirmations.has('paper') || epoch !== mine, 5_000);
    while (confirmations.delete('paper') && epoch === mine) {
      await signal.until(() => confirmations.has('paper') || epoch !== mine, 300);
    }
  }

  function beat(): void {
    cancelBeat = timers.after(pace.heartbeatMs, beat);
    const connection = line.connection();
    if (!profile.realTimeStatus || connection === null || !open) return;
    const oldest = questions[0];
    if (oldest !== undefined && now() - oldest.askedAt > answerWithinMs && !busy) questions = [];
    const silence = silenceMs();
    changed();
    if (silence > pace.reopenAfterMs && !busy) {
      void line.reopen();
      return;
    }
    if (questions.length > 0 || busy) return;
    connection.write(ask(...allQuestions)).catch(() => undefined); // `lost` tells it.
  }
  cancelBeat = timers.after(pace.heartbeatMs, beat);

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
    questionsOpen: () => questions.length,
    silenceMs,
    confirmed: (token) => confirmations.delete(token),
    async storedLogos() {
      const connection = line.connection();
      if (!profile.storesLogo || connection === null) return null;
      if (logosOfEpoch !== epoch) {
        logosOfEpoch = epoch;
        confirmations.delete('keys');
        await connection.write(storedLogoKeysRequest());
        const mine = epoch;
        await signal.until(() => confirmations.has('keys') || epoch !== mine, logoKeysWithinMs);
      }
      return confirmations.has('keys') ? storedLogos : null;
    },
    rememberLogos(keys) {
      for (const key of keys) storedLogos.add(key);
    },
    async send(bytes, asking) {
      const connection = line.connection();
      if (connection === null) throw new Error('The line is not open.');
      await connection.write(asking ? concat([bytes, ask(1)]) : bytes);
    },
    setBusy(next) {
      busy = next;
    },
    mayHold(longestCommand) {
      halfCommand = longestCommand;
    },
    reopen,
    async close() {
      if (closed) return;
      closed = true;
      cancelBeat();
      open = false;
      epoch += 1;
      await line.close();
      signal.notify();
    },
  };

  async function reopen(): Promise<void> {
    open = false;
    lineError = null;
    epoch += 1;
    changed();
    await line.reopen();
  }
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
