import {
  type Connection,
  type ConnectionListener,
  type Transport,
  TransportError,
} from '#main/devices/transports/transport.ts';

/** A line of a scripted transport, as the device at its other end. */
interface ScriptedLine {
  readonly listener: ConnectionListener;
  /** What was written to it. */
  readonly written: Uint8Array[];
  closed: boolean;
}

/** A transport whose cable a test holds in its hand. */
export interface ScriptedTransport extends Transport {
  /** Every line that was opened, the newest last. */
  readonly lines: ScriptedLine[];
  /** How often somebody tried to open one. */
  tries(): number;
  /** From now on opening fails like this; `null`: it works. */
  refuse(error: TransportError | null): void;
  /** From now on opening waits for `answer`. */
  hold(): void;
  answer(): void;
  /** The newest line; throws when there is none. */
  line(): ScriptedLine;
  /** The device sends on the newest line. */
  send(bytes: Uint8Array): void;
  /** The cable of the newest line comes out. */
  unplug(): void;
}

export function scriptedTransport(address = 'scripted:0'): ScriptedTransport {
  const lines: ScriptedLine[] = [];
  const held: (() => void)[] = [];
  let holding = false;
  let refusal: TransportError | null = null;
  let tries = 0;

  const line = () => {
    const last = lines.at(-1);
    if (last === undefined) throw new Error('No line was opened');
    return last;
  };

  return {
    address,
    bytesPerSecond: null,
    lines,
    line,
    tries: () => tries,
    refuse(error) {
      refusal = error;
    },
    hold() {
      holding = true;
    },
    answer() {
      holding = false;
      for (const go of held.splice(0)) go();
    },
    send: (bytes) => line().listener.data(bytes),
    unplug() {
      const last = line();
      last.closed = true;
      last.listener.lost(new TransportError('notFound', `${address}: unplugged`));
    },
    async open(listener): Promise<Connection> {
      tries += 1;
      if (holding) await new Promise<void>((resolve) => held.push(resolve));
      if (refusal !== null) throw refusal;
      if (lines.some((other) => !other.closed)) throw new TransportError('inUse', address);
      const opened: ScriptedLine = { listener, written: [], closed: false };
      lines.push(opened);
      return {
        async write(bytes) {
          if (opened.closed) throw new TransportError('notFound', `${address}: closed`);
          opened.written.push(bytes.slice());
        },
        async close() {
          opened.closed = true;
        },
      };
    },
  };
}
