import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, lstatSync, openSync, rmSync } from 'node:fs';
import type { VirtualDevice } from '../transports/virtual-device.ts';
import { asFault, type SimulatorEnd, SimulatorFault } from './simulator-end.ts';

const startWithinMs = 5_000;

/** A pseudo-terminal that is there while the cable is in. */
interface Terminal {
  readonly child: ChildProcessWithoutNullStreams;
  /** Takes it away at once: whoever has it open sees the line hang up. */
  pull(): void;
}

/**
 * Puts a virtual device at the far side of a pseudo-terminal, whose near side is `path`: to be opened
 * like any serial port, and gone while the device is unplugged. `onFault` is told once when it breaks by
 * itself. Rejects with a `SimulatorFault`. DEV-95.
 */
export async function openPtyEnd(
  device: VirtualDevice,
  path: string,
  onFault: (fault: SimulatorFault) => void,
): Promise<SimulatorEnd> {
  let terminal: Terminal | null = null;
  let closed = false;

  function pull() {
    const pulled = terminal;
    terminal = null;
    pulled?.pull();
  }

  async function plugIn(): Promise<void> {
    const opened = await openTerminal(path);
    if (closed || !device.plugged()) {
      opened.pull();
      return;
    }
    terminal = opened;
    const { stdin, stdout } = opened.child;
    const end = device.connect({ send: (bytes) => void stdin.write(bytes), unplug: pull });
    stdout.on('data', (bytes: Buffer) => {
      // No more is taken from the terminal before the printer has taken this.
      stdout.pause();
      end.receive(bytes).then(
        () => stdout.resume(),
        (error: unknown) => onFault(asFault(error)),
      );
    });
    opened.child.once('exit', () => {
      if (terminal !== opened) return;
      pull();
      end.hangUp();
      onFault(new SimulatorFault(`${path}: socat has ended`));
    });
  }

  let turn: Promise<void> = plugIn();
  await turn;
  const stopWatching = device.onPlug(() => {
    if (!device.plugged()) pull();
    else {
      turn = turn.then(async () => {
        if (terminal === null && !closed) await plugIn();
      });
      turn = turn.catch((error: unknown) => onFault(asFault(error)));
    }
  });

  return {
    address: path,
    async close() {
      closed = true;
      stopWatching();
      await turn;
      pull();
    },
  };
}

async function openTerminal(path: string): Promise<Terminal> {
  clearStaleLink(path);
  const child = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${quoted(path)}`, 'stdio']);
  // What is sent to a terminal that is gone is lost, like bytes to an unplugged cable.
  child.stdin.on('error', () => undefined);
  try {
    await untilReady(child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  // The terminal ends, and socat with it, when nobody has it open any more: so we do all the time.
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = constants;
  let held: number | null = openSync(path, O_RDWR | O_NOCTTY | O_NONBLOCK);
  return {
    child,
    pull() {
      rmSync(path, { force: true });
      child.kill('SIGKILL');
      if (held !== null) closeSync(held);
      held = null;
    },
  };
}

/** A link that leads nowhere was left by a simulator that was killed; anything else is not ours to remove. */
function clearStaleLink(path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isSymbolicLink() || existsSync(path)) {
    throw new SimulatorFault(`${path}: is there already`);
  }
  rmSync(path);
}

/** As socat's addresses have it: signs that would end the path are escaped. */
function quoted(path: string): string {
  return path.replace(/[\\,:!'"()[\]{}]/g, (sign) => `\\${sign}`);
}

async function untilReady(child: ChildProcessWithoutNullStreams): Promise<void> {
  let said = '';
  const ready = Promise.withResolvers<void>();
  const fail = (why: string) => ready.reject(new SimulatorFault(why));
  const timer = setTimeout(() => fail('socat did not make a terminal in time'), startWithinMs);
  child.once('error', (error) => {
    const missing = 'code' in error && error.code === 'ENOENT';
    fail(
      missing
        ? 'socat is not installed; it makes the pseudo-terminal (Debian: apt-get install socat)'
        : `socat cannot be started: ${error.message}`,
    );
  });
  child.once('exit', () => fail(`socat ended: ${complaint(said)}`));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 10_000) said += text;
    if (said.includes('starting data transfer loop')) ready.resolve();
  });
  try {
    await ready.promise;
  } finally {
    clearTimeout(timer);
  }
}

/** What socat complained of, without its own prefix of time and process. */
function complaint(said: string): string {
  return / E (.+)/.exec(said)?.[1] ?? 'without a word';
}
