import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The far end of a pseudo-terminal: the device, where somebody else opens `path` as a serial port. */
export interface Pty {
  /** A link to the terminal; gone after `close`. */
  readonly path: string;
  /** Every byte that was written to the port so far. */
  written(): Uint8Array;
  /** Calls `listener` with each piece that is written from now on, until the returned function is called. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** Sends bytes to whoever has the port open, or will next; resolves when the terminal's process has them. */
  send(bytes: Uint8Array): Promise<void>;
  /** Takes nothing any more: after some 300 kB in the buffers between, whoever writes has to wait. */
  pause(): void;
  /** Goes on taking what is written. */
  resume(): void;
  /** Pulls the cable; resolves when the port is gone. May be called twice, and never rejects. */
  close(): Promise<void>;
}

export interface PtyOptions {
  /** Where the port is to be; a folder of its own when left out. The same path may be opened again later. */
  readonly path?: string;
}

const startTimeoutMs = 5_000;
const endTimeoutMs = 1_000;

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Opens a pseudo-terminal over `socat`, raw and without echo, for a test or the bench. The child ends
 * with `close`, and also when this process ends, however it does: its standard input is a pipe from here.
 */
export async function startPty(options: PtyOptions = {}): Promise<Pty> {
  const folder =
    options.path === undefined ? mkdtempSync(join(tmpdir(), 'blendbar-pty-')) : undefined;
  const path = options.path ?? join(folder ?? '', 'tty');
  const child: Child = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${path}`, 'stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Its end is told by `exit`; what is sent to a dead one is lost like bytes to an unplugged cable.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'exit').catch(() => undefined);

  const clearAway = (): void => {
    rmSync(path, { force: true });
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child);
  } catch (error) {
    await end(child, ended);
    clearAway();
    throw error;
  }

  // The terminal lives as long as anybody has it open, and `socat` ends when nobody has: so we do.
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
  let held: number | null = openSync(path, O_RDWR | O_NOCTTY | O_NONBLOCK);
  void ended.then(() => {
    if (held !== null) closeSync(held);
    held = null;
  });

  const pieces: Uint8Array[] = [];
  const listeners = new Set<(bytes: Uint8Array) => void>();
  child.stdout.on('data', (bytes: Buffer) => {
    pieces.push(bytes);
    for (const listener of [...listeners]) listener(bytes);
  });

  return {
    path,
    written: () => Uint8Array.from(Buffer.concat(pieces)),
    onBytes(listener) {
      const own = (bytes: Uint8Array): void => listener(bytes);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    send: (bytes) =>
      new Promise((resolve) => {
        child.stdin.write(bytes, () => resolve());
      }),
    pause() {
      child.stdout.pause();
    },
    resume() {
      child.stdout.resume();
    },
    async close() {
      await end(child, ended);
      clearAway();
    },
  };
}

/** Resolves when the terminal is there, with its settings; rejects with what `socat` said otherwise. */
function untilReady(child: Child): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`socat ${why}: ${said.trim()}`));
    const timer = setTimeout(() => fail('did not start'), startTimeoutMs);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with ${code}`));
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      said += text;
      if (!said.includes('starting data transfer loop')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function end(child: Child, ended: Promise<unknown>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs);
  await ended;
  clearTimeout(timer);
}
