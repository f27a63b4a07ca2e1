import type { Timers } from './timers.ts';
import { type Connection, type Transport, TransportError } from './transports/transport.ts';

/** What a device hears of the line that is kept open for it. None of these may throw. */
export interface KeptLineListener {
  /** The line is open; called before any of its data. What was sent before is of another line. */
  opened(connection: Connection): void;
  /** Bytes from the device, in order, cut anywhere; only between `opened` and `lost`. */
  data(bytes: Uint8Array): void;
  /**
   * The line went away, or could not be opened; the next try is on its way. Once for each line that
   * was lost and each try that failed; not for a line that `reopen` or `close` let go.
   */
  lost(error: TransportError): void;
  /** How long to wait before each try after a loss; the last one goes on for ever. DEV-60. */
  readonly retryMs?: readonly number[];
}

/** A line that is opened again whenever it is lost. */
export interface KeptLine {
  /** The open line; `null` while there is none. */
  connection(): Connection | null;
  /**
   * Lets the line go and opens it anew at once, without waiting for the next try. Resolves when that
   * try has succeeded or failed, whichever `opened` or `lost` told. Never rejects.
   */
  reopen(): Promise<void>;
  /** Lets the line go for good; nothing is told any more. Never rejects, and may be called twice. */
  close(): Promise<void>;
}

/** A cable that is put back works within three seconds, and a missing one costs next to nothing. */
const defaultRetryMs: readonly number[] = [500, 1000, 2000];

/** One try to open the line, and the line that came of it. */
interface Line {
  opened: boolean;
  /** False when it was lost or let go: whatever still arrives of it is not told. */
  current: boolean;
  /** What arrived before `open` resolved. */
  readonly early: Uint8Array[];
  lostEarly: TransportError | null;
}

/**
 * Opens the transport's line at once and keeps it open until `close` is called: one line at a time,
 * opened again after every loss. DEV-60, DEV-61.
 */
export function keepOpen(
  transport: Transport,
  listener: KeptLineListener,
  timers: Timers,
): KeptLine {
  const retryMs = listener.retryMs ?? defaultRetryMs;
  let open: { readonly line: Line; readonly connection: Connection } | null = null;
  let closed = false;
  let failures = 0;
  let cancelWait = () => {};
  // Opening and letting go take turns, because a device answers on one line only.
  let turns: Promise<void> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    turns = turns.then(work);
    return turns;
  }

  function fail(error: TransportError): void {
    open = null;
    const delayMs = retryMs[Math.min(failures, retryMs.length - 1)] ?? 0;
    failures += 1;
    cancelWait = timers.after(delayMs, () => void inTurn(tryOpen));
    listener.lost(error);
  }

  async function tryOpen(): Promise<void> {
    if (closed || open !== null) return;
    const line: Line = { opened: false, current: true, early: [], lostEarly: null };
    let connection: Connection;
    try {
      connection = await transport.open({
        data(bytes) {
          if (!line.current) return;
          if (line.opened) listener.data(bytes);
          // A copy: the driver may use its buffer again before `open` resolves.
          else line.early.push(bytes.slice());
        },
        lost(error) {
          if (!line.current) return;
          if (!line.opened) {
            line.lostEarly = error;
            return;
          }
          line.current = false;
          fail(error);
        },
      });
    } catch (error) {
      line.current = false;
      if (!closed) fail(asTransportError(error));
      return;
    }
    if (closed) {
      line.current = false;
      await connection.close();
      return;
    }
    if (line.lostEarly !== null) {
      line.current = false;
      fail(line.lostEarly);
      return;
    }
    open = { line, connection };
    failures = 0;
    line.opened = true;
    listener.opened(connection);
    for (const bytes of line.early.splice(0)) {
      // The listener may have let the line go meanwhile.
      if (line.current) listener.data(bytes);
    }
  }

  async function letGo(): Promise<void> {
    cancelWait();
    if (open === null) return;
    const { line, connection } = open;
    open = null;
    line.current = false;
    await connection.close();
  }

  void inTurn(tryOpen);
  return {
    connection: () => (closed ? null : (open?.connection ?? null)),
    reopen() {
      return inTurn(async () => {
        if (closed) return;
        await letGo();
        failures = 0;
        await tryOpen();
      });
    },
    close() {
      closed = true;
      cancelWait();
      if (open !== null) open.line.current = false;
      return inTurn(letGo);
    },
  };
}

function asTransportError(error: unknown): TransportError {
  return error instanceof TransportError ? error : new TransportError('failed', String(error));
}
