import { isatty } from 'node:tty';
import { systemCode } from './system-fault.ts';
import { type ConnectionListener, TransportError } from './transport.ts';

/** Between two looks whether the device sent something: when an answer is likely, and at most. */
const shortestPauseMs = 2;
const longestPauseMs = 50;
/** A USB printer may fail to read now and then; Linux asks to try again (comment at `usblp_read`). */
const maxErrorsInARow = 3;
const blockBytes = 4_096;

/** What is read: a file handle that does not block. */
export interface ReadableFile {
  readonly fd: number;
  read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: null,
  ): Promise<{ readonly bytesRead: number }>;
}

export interface FileReading {
  /** Looks again at once, and often for a while. */
  hurry(): void;
  stop(): void;
}

/**
 * Reads a device file that was opened without blocking, until it is stopped or the device is gone;
 * `lossOf` says how the latter is told.
 */
export function startReading(
  handle: ReadableFile,
  lossOf: (error: unknown) => TransportError,
  listener: ConnectionListener,
): FileReading {
  const readBlock = createBlockReader(handle, lossOf);
  let pauseMs = shortestPauseMs;
  let stopped = false;
  let wake = (): void => {};

  function nap(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function readOn(): Promise<void> {
    while (!stopped) {
      const block = await readBlock();
      if (stopped || block === 'mute') return;
      if (block instanceof TransportError) return listener.lost(block);
      if (block === null) {
        await nap();
      } else {
        listener.data(block);
        pauseMs = shortestPauseMs;
      }
    }
  }

  void readOn();
  return {
    hurry() {
      pauseMs = shortestPauseMs;
      wake();
    },
    stop() {
      stopped = true;
      wake();
    },
  };
}

/** What one look finds: bytes, nothing yet, that it never sends anything, or why it is gone. */
type Block = Uint8Array | null | 'mute' | TransportError;

function createBlockReader(
  handle: ReadableFile,
  lossOf: (error: unknown) => TransportError,
): () => Promise<Block> {
  const buffer = Buffer.allocUnsafe(blockBytes);
  const isTerminal = isatty(handle.fd);
  let errors = 0;

  function explain(error: unknown): Block {
    switch (systemCode(error)) {
      case 'EAGAIN':
      case 'EINTR':
        return null;
      case 'EINVAL':
        return 'mute';
      case 'EIO':
        errors += 1;
        return isTerminal || errors === maxErrorsInARow ? lossOf(error) : null;
      default:
        return lossOf(error);
    }
  }

  return async () => {
    try {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      errors = 0;
      if (bytesRead > 0) return Uint8Array.from(buffer.subarray(0, bytesRead));
      // A printer may send packets with nothing in them. A terminal that hung up is one no longer.
      const hungUp = isTerminal && !isatty(handle.fd);
      return hungUp ? lossOf(new Error('it hung up')) : null;
    } catch (error) {
      return explain(error);
    }
  };
}
