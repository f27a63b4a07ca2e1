import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { startReading } from './file-reading.ts';
import { createLineTransport } from './line-transport.ts';
import { deviceFilePresence, watchPresence } from './presence.ts';
import { systemCode, transportErrorOf } from './system-fault.ts';
import { type Transport, TransportError } from './transport.ts';

/** Between two tries whether a device that is busy takes bytes again: at first, and at most. */
const shortestPauseMs = 2;
const longestPauseMs = 50;

/**
 * A device file of Linux such as `/dev/usb/lp0`, or a FIFO. Nothing is ever made, cut off or, should the
 * path lead to an ordinary file, written. A terminal keeps the settings that it has.
 */
export function createFileTransport(path: string): Transport {
  return createLineTransport({
    address: () => path,
    bytesPerSecond: null,
    async open(listener) {
      const isThere = deviceFilePresence(path);
      const { handle, readable } = await openDevice(path);
      const stopWatching = watchPresence(isThere, () =>
        listener.lost(new TransportError('notFound', `${path} is gone`)),
      );
      const lossOf = isatty(handle.fd)
        ? hangUpOf(path)
        : (error: unknown) => transportErrorOf(path, error);
      const reading = readable ? startReading(handle, lossOf, listener) : null;
      return {
        async write(bytes) {
          await writeAll(handle, bytes).catch((error: unknown) => {
            throw lossOf(error);
          });
          // Whoever wrote may be answered soon.
          reading?.hurry();
        },
        close() {
          stopWatching();
          reading?.stop();
          return handle.close();
        },
      };
    },
  });
}

/** Whatever an open terminal fails with is how Linux tells that it is gone. */
function hangUpOf(path: string): (error: unknown) => TransportError {
  return (error) => {
    const said = error instanceof Error ? error.message : String(error);
    return new TransportError('notFound', `${path} is gone: ${said}`);
  };
}

async function openDevice(path: string): Promise<{ handle: FileHandle; readable: boolean }> {
  const file = await stat(path);
  if (!file.isCharacterDevice() && !file.isFIFO()) {
    throw new TransportError('failed', `${path} is no device: nothing is written to it`);
  }
  // A terminal must not become ours, or unplugging it would end the kiosk; and nothing may block a
  // thread of the pool for as long as a printer has nothing to say.
  const flags = constants.O_NOCTTY | constants.O_NONBLOCK;
  const writeOnly = async () => ({
    handle: await openSure(path, constants.O_WRONLY | flags),
    readable: false,
  });
  // Whoever reads from a FIFO that he writes to gets his own bytes back.
  if (file.isFIFO()) return writeOnly();
  try {
    return { handle: await openSure(path, constants.O_RDWR | flags), readable: true };
  } catch (error) {
    if (systemCode(error) !== 'EACCES' && systemCode(error) !== 'EPERM') throw error;
    return writeOnly();
  }
}

/** What was looked at may be another file by the time that it is opened. */
async function openSure(path: string, flags: number): Promise<FileHandle> {
  const handle = await open(path, flags);
  const file = await handle.stat();
  if (file.isCharacterDevice() || file.isFIFO()) return handle;
  await handle.close();
  throw new TransportError('failed', `${path} is no device: nothing is written to it`);
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.length; ) {
    offset += await writeSome(handle, bytes, offset, bytes.length - offset);
  }
  // Writing nothing waits for what is under way: a USB printer's driver has taken a block when the
  // printer has, and drops it when the file is closed before (comment at `usblp_wwait`).
  if (bytes.length > 0) await writeSome(handle, bytes, 0, 0);
}

/** Resolves with how many bytes the device took, when it took some. */
async function writeSome(
  handle: FileHandle,
  bytes: Uint8Array,
  offset: number,
  length: number,
): Promise<number> {
  for (let pauseMs = shortestPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const written = await handle
      .write(bytes, offset, length, null)
      .then(({ bytesWritten }) => bytesWritten, nullWhenBusy);
    if (written !== null && (written > 0 || length === 0)) return written;
    await pause(pauseMs);
  }
}

/** What a device says that takes no bytes just now; a parallel printer without paper says ENOSPC. */
function nullWhenBusy(error: unknown): null {
  if (['EAGAIN', 'EINTR', 'ENOSPC'].includes(systemCode(error) ?? '')) return null;
  throw error;
}
