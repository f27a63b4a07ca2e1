import { transportErrorOf } from './system-fault.ts';
import {
  type Connection,
  type ConnectionListener,
  type Transport,
  TransportError,
} from './transport.ts';

/** A line as its driver opened it: all that differs from one kind of cable to the next. */
export interface DriverLine {
  /**
   * Resolves when the driver has taken every byte; not called again before. May wait for ever while
   * the line stands still.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Lets the driver go, also while `write` waits. */
  close(): Promise<void>;
}

export interface LineDriver {
  address(): string;
  readonly bytesPerSecond: number | null;
  /** Whatever it rejects with becomes a `TransportError`. `listener` may be told anything at any time. */
  open(listener: ConnectionListener): Promise<DriverLine>;
}

const openTimeoutMs = 5_000;
/** A driver that does not let go by then is left to itself. */
const closeTimeoutMs = 5_000;

/**
 * What all transports keep alike, over a driver that only moves bytes: one connection at a time, writes
 * in order, `lost` once and in its time, and nobody waits for a line that is gone.
 */
export function createLineTransport(driver: LineDriver): Transport {
  let taken = false;
  let letGo: Promise<void> = Promise.resolve();

  async function open(listener: ConnectionListener): Promise<Connection> {
    const connecting = createConnecting(driver, listener, (closing) => {
      letGo = closing;
      taken = false;
    });
    const late = (line: DriverLine): void => {
      void settledIn(closeTimeoutMs, line.close());
    };
    try {
      const opening = letGo.then(() => driver.open(connecting.listener));
      return connecting.begin(await openedInTime(driver, opening, late));
    } catch (error) {
      taken = false;
      throw transportErrorOf(driver.address(), error);
    }
  }

  return {
    get address() {
      return driver.address();
    },
    bytesPerSecond: driver.bytesPerSecond,
    open(listener) {
      if (taken) {
        const reason = `${driver.address()} is in use: it is open here already`;
        return Promise.reject(new TransportError('inUse', reason));
      }
      taken = true;
      return open(listener);
    },
  };
}

interface Connecting {
  /** What the driver talks to. */
  readonly listener: ConnectionListener;
  /** The line is open; throws when it was lost again meanwhile. */
  begin(line: DriverLine): Connection;
}

function createConnecting(
  driver: LineDriver,
  listener: ConnectionListener,
  onEnd: (closing: Promise<void>) => void,
): Connecting {
  let line: DriverLine | null = null;
  /** Why nothing goes over the line any more. */
  let end: TransportError | null = null;
  let closing: Promise<void> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();
  const waiting = new Set<(reason: TransportError) => void>();
  /** What happened before whoever opened the line had it in hand. */
  let early: (() => void)[] | null = [];

  function tell(news: () => void): void {
    if (early === null) news();
    else early.push(news);
  }

  function tellEarlyNews(): void {
    for (let news = early?.shift(); news !== undefined; news = early?.shift()) news();
    early = null;
  }

  function finish(reason: TransportError): void {
    end = reason;
    for (const reject of waiting) reject(reason);
    waiting.clear();
    if (line === null) return;
    closing = settledIn(closeTimeoutMs, line.close());
    onEnd(closing);
  }

  function lose(error: TransportError): void {
    if (end !== null) return;
    finish(error);
    tell(() => listener.lost(error));
  }

  async function writeInTurn(open: DriverLine, before: Promise<unknown>, bytes: Uint8Array) {
    await before;
    if (end !== null) throw end;
    await open.write(bytes);
  }

  function connectionOver(open: DriverLine): Connection {
    return {
      write(bytes) {
        if (end !== null) return Promise.reject(end);
        const written = writeInTurn(open, turn, bytes);
        turn = written.catch(() => undefined);
        return new Promise((resolve, reject) => {
          waiting.add(reject);
          written
            // A line that does not take bytes is lost, and whoever waits is told so.
            .then(resolve, (error) => lose(transportErrorOf(driver.address(), error)))
            .finally(() => waiting.delete(reject));
        });
      },
      close() {
        early = early === null ? null : [];
        if (end === null) finish(new TransportError('failed', `${driver.address()} was closed`));
        return closing;
      },
    };
  }

  return {
    listener: {
      data(bytes) {
        if (end === null) tell(() => listener.data(bytes));
      },
      lost: lose,
    },
    begin(opened) {
      if (end !== null) {
        onEnd(settledIn(closeTimeoutMs, opened.close()));
        throw end;
      }
      line = opened;
      setImmediate(tellEarlyNews);
      return connectionOver(opened);
    },
  };
}

function openedInTime(
  driver: LineDriver,
  opening: Promise<DriverLine>,
  late: (line: DriverLine) => void,
): Promise<DriverLine> {
  return new Promise((resolve, reject) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      const reason = `${driver.address()}: the system did not open it in ${openTimeoutMs / 1_000} s`;
      reject(new TransportError('failed', reason));
    }, openTimeoutMs);
    opening
      .then((line) => (over ? late(line) : resolve(line)), reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Resolves when `work` ended, however, or after `timeoutMs`. */
function settledIn(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs);
    const ended = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(ended, ended);
  });
}
