import { setTimeout as pause } from 'node:timers/promises';
import type { SerialPort } from 'serialport';
import type { DriverLine } from './line-transport.ts';
import { type ConnectionListener, TransportError } from './transport.ts';

/** So much can still be on its way when the line is let go in the middle. */
const chunkBytes = 1_024;
const lookAgainMs = 20;
/** How long a chunk may take to be seen off when what waits behind it was thrown away. */
const stuckChunkMs = 100;
/** Longer writes than a status request or a drawer pulse are a job, whose end may be on its way for so long. */
const jobBytes = 64;
const jobTailMs = 10_000;
/** What a moving line needs for less, beside the time of the bytes. */
const latencyMs = 100;

export interface SerialLine extends DriverLine {
  /** Throws away what arrived before anybody listened, and begins to listen. Never rejects. */
  discardStaleInput(): Promise<void>;
}

/** The line over a port that was just opened. */
export function serialLineOver(
  port: SerialPort,
  bytesPerSecond: number,
  listener: ConnectionListener,
): SerialLine {
  let closing = false;
  let writing: Promise<void> | null = null;
  /** Until when what was taken may still be on its way: a job, and anything shorter. */
  let jobUntilMs = 0;
  let shortUntilMs = 0;

  port.on('error', (error) => listener.lost(lossOf(port, error)));
  port.on('close', (error?: Error | null) => listener.lost(lossOf(port, error)));

  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      port.flush(() => resolve());
    });

  /**
   * The system waits half a minute for a line that stands still. The end of a job gets that time to go
   * out, a short write the time of a line that moves; nothing else does.
   */
  async function seeOff(): Promise<void> {
    const nowMs = performance.now();
    const chunk = writing;
    if (chunk !== null) {
      await flush();
      await Promise.race([chunk.catch(() => undefined), pause(stuckChunkMs)]);
      await flush();
    } else if (nowMs >= jobUntilMs) {
      if (nowMs < shortUntilMs) await pause(shortUntilMs - nowMs);
      await flush();
    }
  }

  return {
    async discardStaleInput() {
      await flush();
      port.on('data', (bytes: Buffer) => listener.data(bytes));
    },

    async write(bytes) {
      for (let sent = 0; sent < bytes.length && !closing; sent += chunkBytes) {
        writing = writeChunk(port, bytes.subarray(sent, sent + chunkBytes));
        await writing;
      }
      writing = null;
      const nowMs = performance.now();
      if (bytes.length > jobBytes) jobUntilMs = nowMs + jobTailMs;
      else shortUntilMs = nowMs + latencyMs + (bytes.length * 1_000) / bytesPerSecond;
    },

    async close() {
      closing = true;
      if (port.isOpen) await seeOff();
      await closePort(port);
    },
  };
}

/** Whatever an open port fails with, from EIO to "Access denied", is how its system tells an unplug. */
function lossOf(port: SerialPort, error: Error | null | undefined): TransportError {
  const said = error?.message ?? 'the driver closed it';
  return new TransportError('notFound', `${port.path} is gone: ${said}`);
}

/**
 * Resolves when the system has taken every byte. Not `drain`: on a line that stands still it would hold
 * a thread of the pool for good.
 */
async function writeChunk(port: SerialPort, chunk: Uint8Array): Promise<void> {
  const lookAgain = setInterval(() => pollBothWays(port), lookAgainMs);
  try {
    await new Promise<void>((resolve, reject) => {
      port.write(chunk, (error) => (error ? reject(lossOf(port, error)) : resolve()));
    });
  } finally {
    clearInterval(lookAgain);
  }
}

/**
 * The driver asks the system only for what it began to wait for last: while it waits to write it hears
 * nothing, not even that the paper is out, and when it then waits to read it no longer sees that it
 * could write (bindings-cpp 13, `Poller::poll`). So we ask for both.
 */
function pollBothWays(port: SerialPort): void {
  if (!port.isOpen || port.port === undefined || !('poller' in port.port)) return;
  const readable = 0b01;
  const writable = 0b10;
  port.port.poller.poll(readable | writable);
}

function closePort(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen && !port.closing) return resolve();
    port.once('close', () => resolve());
    port.once('error', () => resolve());
    if (!port.closing) port.close(() => resolve());
  });
}
