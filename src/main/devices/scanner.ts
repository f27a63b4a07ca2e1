import type { Clock } from '#main/core/ports/clock.ts';
import type { AttachedScanner } from '#main/core/ports/devices.ts';
import type { Logger } from '#main/core/ports/logger.ts';
import type { DeviceHealth, DeviceProblem, ScannerSettings } from '#shared/contract/ipc/devices.ts';
import type { ScannedCode } from '#shared/contract/ipc/scanner.ts';
import { groupSeparator } from '#shared/domain/scanning/gs1-elements.ts';
import { readScan } from '#shared/domain/scanning/read-scan.ts';
import { createRepeatFilter } from '#shared/domain/scanning/repeat-filter.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { type KeptLine, keepOpen } from './keep-open.ts';
import { createFrameReader } from './protocols/scanner/framing.ts';
import type { Timers } from './timers.ts';
import type { Transport, TransportError, TransportFault } from './transports/transport.ts';

export interface ScannerOptions {
  readonly settings: ScannerSettings;
  readonly transportOf: (settings: ScannerSettings) => Transport;
  readonly clock: Clock;
  readonly timers: Timers;
  /** Hears why something that was read is no scan; never what it was. */
  readonly logger?: Logger;
}

export interface Scanner extends AttachedScanner {
  /** Lets the line go for good; nothing is heard any more. */
  close(): Promise<void>;
}

const problemOf: Readonly<Record<TransportFault, DeviceProblem>> = {
  notFound: 'notFound',
  noPermission: 'noPermission',
  inUse: 'inUse',
  failed: 'lineFailed',
};

/** A scanner at the end of a line that is kept open, together with one that plays keyboard. DEV-72, DEV-73. */
export function createScanner(options: ScannerOptions): Scanner {
  const { transportOf, clock, timers, logger } = options;
  const repeats = createRepeatFilter();
  const scanListeners = new Set<(code: ScannedCode) => void>();
  const healthListeners = new Set<() => void>();
  let settings = options.settings;
  let transport = transportOf(settings);
  let state: Pick<DeviceHealth, 'state' | 'problems' | 'detail'> = connecting();
  let lastScanAt: UnixMs | null = null;
  let closed = false;

  function setState(next: typeof state): void {
    const isSame = next.state === state.state && next.detail === state.detail;
    state = next;
    if (!isSame) for (const listener of [...healthListeners]) listener();
  }

  function accept(read: string, separators: boolean): void {
    const at = clock.now();
    const code = readScan(read, { at, separators });
    if (!code.ok) {
      logger?.warn('What was scanned is refused', { ...code.error });
      return;
    }
    if (!repeats.isNew(code.value.text, at)) return;
    lastScanAt = at;
    for (const listener of [...scanListeners]) listener(code.value);
  }

  const frames = createFrameReader({ onFrame: (text) => accept(text, true), timers });

  /** Keeps a line open; `tried` resolves when it was opened, could not be, or is not wanted any more. */
  function attachLine(): AttachedLine {
    const { promise: tried, resolve: endTry } = Promise.withResolvers<void>();
    const line = keepOpen(
      transport,
      {
        opened() {
          frames.reset();
          setState({ state: 'ready', problems: [], detail: '' });
          endTry();
        },
        data: frames.push,
        lost(error) {
          frames.reset();
          setState(disconnected(error));
          endTry();
        },
      },
      timers,
    );
    return { line, tried, endTry };
  }

  let attached = attachLine();
  let turns: Promise<void> = Promise.resolve();

  async function attach(next: ScannerSettings): Promise<void> {
    await attached.line.close();
    if (closed) return;
    frames.reset();
    settings = next;
    transport = transportOf(next);
    setState(connecting());
    attached = attachLine();
    await attached.tried;
  }

  return {
    settings: () => settings,
    address: () => transport.address,
    attach(next) {
      turns = turns.then(() => attach(next));
      return turns;
    },
    health: () => ({ ...state, drawer: 'unknown', lastAnswerAt: lastScanAt }),
    onHealth: (listener) => add(healthListeners, listener),
    onScan: (listener) => add(scanListeners, listener),
    // Keyboards have no key for FNC1: without a single one nobody knows whether there were some.
    keyed: (keys) => accept(keys, keys.includes(groupSeparator)),
    async close() {
      closed = true;
      frames.reset();
      attached.endTry();
      await attached.line.close();
    },
  };
}

interface AttachedLine {
  readonly line: KeptLine;
  readonly tried: Promise<void>;
  readonly endTry: () => void;
}

function connecting(): Pick<DeviceHealth, 'state' | 'problems' | 'detail'> {
  return { state: 'connecting', problems: [], detail: '' };
}

function disconnected({ fault, message }: TransportError) {
  return { state: 'disconnected' as const, problems: [problemOf[fault]], detail: message };
}

/** A function may be added twice and let go once, because each gets a wrapper of its own. */
function add<L extends (...heard: never[]) => void>(listeners: Set<L>, listener: L): () => void {
  const own = ((...heard) => listener(...heard)) as L;
  listeners.add(own);
  return () => {
    listeners.delete(own);
  };
}
