import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { SerialPort } from 'serialport';
import { expect, onTestFinished, test } from 'vitest';
import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import { processId, realTimeStatus } from '#main/devices/protocols/escpos/requests.ts';
import {
  type PrinterSimulatorOptions,
  runPrinterSimulator,
} from '#main/devices/simulator/run-printer-simulator.ts';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import { ascii, capableProfile } from '../../helpers/printer-under-test.ts';
import { needPty } from '../../helpers/pty.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const LF = 0x0a;
const cut = [0x1d, 0x56, 1];
const bytes = (...parts: readonly (number | Uint8Array)[]) =>
  Buffer.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));

interface RunningSimulator {
  readonly address: string;
  /** Types a command and waits for the line that answers it. */
  command(text: string): Promise<string>;
  /** The next line that it says by itself. */
  line(): Promise<string>;
  state(): Promise<BenchState['printer']>;
  /** Settles when it has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

async function simulate(
  options: Partial<PrinterSimulatorOptions> & Pick<PrinterSimulatorOptions, 'at'>,
): Promise<RunningSimulator> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const stop = new AbortController();
  const said: string[] = [];
  let heard = () => {};
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    said.push(...parts);
    heard();
  });
  const ended = runPrinterSimulator(
    { profile: capableProfile, baudRate: null, pictureFile: null, tapeFile: null, ...options },
    { input, output },
    stop.signal,
  );
  ended.catch(() => heard());
  onTestFinished(async () => {
    stop.abort();
    await ended.catch(() => undefined);
  });
  async function line(): Promise<string> {
    while (said.length === 0) {
      const more = new Promise<void>((resolve) => {
        heard = resolve;
      });
      await Promise.race([more, ended]);
      if (said.length === 0) await more;
    }
    return said.shift() ?? '';
  }
  async function command(text: string): Promise<string> {
    input.write(`${text}\n`);
    return line();
  }
  return {
    address: await Promise.race([line(), ended.then(() => 'ended')]),
    command,
    line,
    state: async () => JSON.parse(await command('state')),
    ended,
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

/** The near side of a line: writes, and collects what comes back. */
interface FarSide {
  write(data: Uint8Array): void;
  /** Resolves when as many bytes have come as were asked for. */
  heard(count: number): Promise<readonly number[]>;
  /** Resolves when the device is not there any more. */
  gone(): Promise<void>;
  close(): Promise<void>;
}

function collect(stream: { on(event: 'data', listener: (data: Buffer) => void): unknown }) {
  let heard: readonly number[] = [];
  let check = () => {};
  stream.on('data', (data) => {
    heard = [...heard, ...data];
    check();
  });
  return (count: number) =>
    new Promise<readonly number[]>((resolve) => {
      check = () => {
        if (heard.length < count) return;
        const taken = heard.slice(0, count);
        heard = heard.slice(count);
        resolve(taken);
      };
      check();
    });
}

async function overSerial(path: string): Promise<FarSide> {
  const port = new SerialPort({ path, baudRate: 115_200, autoOpen: false });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error === null ? resolve() : reject(error)));
  });
  port.on('error', () => undefined);
  const close = async () => {
    if (!port.isOpen) return;
    const closed = once(port, 'close');
    port.close();
    await closed;
  };
  onTestFinished(close);
  return {
    write: (data) => void port.write(data),
    heard: collect(port),
    // The driver does not always tell.
    gone: () => eventually(() => expect(existsSync(path)).toBe(false)),
    close,
  };
}

async function overTcp(address: string): Promise<FarSide & { readonly socket: Socket }> {
  const [host = '', port = ''] = address.split(':');
  const socket = connect(Number(port), host);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const close = async () => {
    socket.destroy();
    await closed;
  };
  onTestFinished(close);
  return {
    write: (data) => void socket.write(data),
    heard: collect(socket),
    gone: () => closed,
    close,
    socket,
  };
}

const worlds = [
  ['a pseudo-terminal', { kind: 'pty', path: null }, overSerial],
  ['a TCP port', { kind: 'tcp', port: 0 }, overTcp],
] as const;

const confirmed = (id: string) => [0x37, 0x22, ...ascii(id), 0];
const receipt = (id: string, lines = 2) =>
  bytes(...ascii(`line of ${id}\n`.repeat(lines)), ...cut, processId(id));

test.for(worlds)(
  'DEV-95 DEV-96 over %s receipts are printed, answered and told',
  async ([, at, open], context) => {
    if (at.kind === 'pty') needPty(context);
    const folder = tempFolder();
    const files = { pictureFile: join(folder, 'paper.svg'), tapeFile: join(folder, 'tape.ndjson') };
    const simulator = await simulate({ at, ...files });
    const far = await open(simulator.address);
    far.write(bytes(realTimeStatus(1)));
    expect(await far.heard(1)).toEqual([0x12]);
    far.write(receipt('0001'));
    expect(await far.heard(7)).toEqual(confirmed('0001'));
    expect(await simulator.line()).toBe('receipt 1: 2 lines');
    expect(readFileSync(files.pictureFile, 'utf8')).toContain('lineof0001');
    const tape = readFileSync(files.tapeFile, 'utf8').trimEnd().split('\n');
    expect(tape.map((line) => JSON.parse(line).kind)).toEqual(['line', 'line', 'cut']);
    // It stays when the line is let go, and goes on with the next.
    await far.close();
    const again = await open(simulator.address);
    again.write(receipt('0002', 5));
    expect(await again.heard(7)).toEqual(confirmed('0002'));
    expect(await simulator.line()).toBe('receipt 2: 5 lines');
  },
);

test.for(worlds)(
  'DEV-95 DEV-96 over %s unplug and plug are those of a cable',
  async ([, at, open], context) => {
    if (at.kind === 'pty') needPty(context);
    const simulator = await simulate({ at });
    const far = await open(simulator.address);
    expect(await simulator.command('unplug')).toBe('unplug');
    await far.gone();
    await expect(open(simulator.address)).rejects.toThrow();
    expect(await simulator.command('plug')).toBe('plug');
    const again = await eventually(() => open(simulator.address));
    again.write(receipt('0001'));
    expect(await again.heard(7)).toEqual(confirmed('0001'));
  },
);

test.for(worlds)(
  'DEV-89 over %s the line is cut after exactly so many bytes',
  async ([, at, open], context) => {
    if (at.kind === 'pty') needPty(context);
    const simulator = await simulate({ at });
    for (const count of [1, 13, 37]) {
      const { bytesReceived } = await simulator.state();
      expect(await simulator.command(`unplug-after ${count}`)).toBe(`unplug-after ${count}`);
      const far = await eventually(() => open(simulator.address));
      far.write(receipt('0001', 200));
      expect(await simulator.line()).toBe('unplug');
      await far.gone();
      const { switches, ...state } = await simulator.state();
      expect(state.bytesReceived - bytesReceived).toBe(count);
      expect(switches).toMatchObject({ unplugged: true, unplugAfterBytes: null });
      expect(await simulator.command('plug')).toBe('plug');
    }
  },
);

test.for(worlds)('DEV-88 over %s a slow line holds its pace', async ([, at, open], context) => {
  if (at.kind === 'pty') needPty(context);
  const simulator = await simulate({ at, baudRate: 9_600 });
  const far = await open(simulator.address);
  const job = receipt('0001', 60);
  const begin = performance.now();
  far.write(job);
  expect(await far.heard(7)).toEqual(confirmed('0001'));
  const lineMs = (job.length * 10_000) / 9_600;
  const tookMs = performance.now() - begin;
  expect(tookMs).toBeGreaterThan(lineMs * 0.95);
  // Generous: other work may hold the process up, not the pace.
  expect(tookMs).toBeLessThan(lineMs * 2 + 500);
});

test('DEV-96 one talks at a time, on this machine alone', async () => {
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 } });
  expect(simulator.address).toMatch(/^127\.0\.0\.1:\d+$/);
  const first = await overTcp(simulator.address);
  first.write(bytes(realTimeStatus(1)));
  expect(await first.heard(1)).toEqual([0x12]);
  const second = await overTcp(simulator.address);
  await second.gone();
  first.write(bytes(realTimeStatus(1)));
  expect(await first.heard(1)).toEqual([0x12]);
  // Whoever comes while the line is being let go waits for its end.
  const third = await overTcp(simulator.address);
  await first.close();
  third.write(bytes(realTimeStatus(1)));
  expect(await third.heard(1)).toEqual([0x12]);
});

test('DEV-96 what was sent before the end of a connection is printed', async () => {
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 }, baudRate: 57_600 });
  const far = await overTcp(simulator.address);
  far.socket.end(receipt('0001', 100));
  expect(await simulator.line()).toBe('receipt 1: 100 lines');
});

test('DEV-97 commands set what a person or a bad day would, and are answered with a line each', async () => {
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 } });
  for (const command of [
    ...['paper near-end', 'paper out', 'paper out', 'paper ok', 'cover open', 'cover closed'],
    ...[
      'cutter error',
      'cutter ok',
      'drawer open',
      'drawer closed',
      'silent on',
      'silent off',
      'false-failure on',
    ],
    ...['false-failure off', 'baud 9600', 'baud off', 'unplug-after 100', 'unplug', 'plug', 'tear'],
  ]) {
    expect(await simulator.command(command)).toBe(command);
  }
  expect(await simulator.command('  paper   near-end ')).toBe('paper near-end');
  expect((await simulator.state()).switches).toEqual({
    paper: 'nearEnd',
    coverOpen: false,
    cutterError: false,
    drawerOpen: false,
    unplugged: false,
    unplugAfterBytes: 100,
    silent: false,
    falseFailure: false,
    baudRate: null,
  });
});

test.each([
  ['papr out', /^error: "papr" is no command; there are paper, cover, /],
  ['paper', 'error: paper needs ok or near-end or out'],
  ['paper empty', 'error: paper needs ok or near-end or out'],
  ['paper toString', 'error: paper needs ok or near-end or out'],
  ['baud 12', 'error: baud needs a whole number from 300 on'],
  ['baud 9600.5', 'error: baud needs a whole number from 300 on'],
  ['unplug-after -1', 'error: unplug-after needs a whole number from 0 on'],
  ['plug now', 'error: plug takes nothing more'],
  ['paper out now', 'error: paper takes no more than one word'],
])('DEV-97 "%s" is answered with what is wrong', async (text, answer) => {
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 } });
  expect(await simulator.command(text)).toEqual(
    typeof answer === 'string' ? answer : expect.stringMatching(answer),
  );
});

test('DEV-98 what happens by itself is told: the drawer, and receipts without a knife', async () => {
  const bare: PrinterProfile = { ...capableProfile, id: 'generic-58mm', feedBeforeCut: null };
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 }, profile: bare });
  const far = await overTcp(simulator.address);
  far.write(bytes(0x1b, 0x70, 0, 50, 250, ...ascii('one'), LF, ...ascii('two'), LF, 0x1b, 0x64, 4));
  expect(await simulator.line()).toBe('drawer open');
  expect(await simulator.line()).toBe('receipt 1: 2 lines');
});

test.for(worlds)(
  'DEV-100 over %s a stopped printer holds the line when its buffer is full, and loses nothing',
  async ([, at, open], context) => {
    if (at.kind === 'pty') needPty(context);
    const simulator = await simulate({ at });
    const far = await open(simulator.address);
    expect(await simulator.command('cover open')).toBe('cover open');
    far.write(receipt('0001', 5_000));
    await eventually(async () => expect((await simulator.state()).bytesReceived).toBe(4_096));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await simulator.state()).bytesReceived).toBe(4_096);
    expect(await simulator.command('cover closed')).toBe('cover closed');
    expect(await far.heard(7)).toEqual(confirmed('0001'));
    expect(await simulator.line()).toBe('receipt 1: 5000 lines');
  },
);

test('DEV-101 a blocked knife is told and stops it until it is free', async () => {
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 } });
  const far = await overTcp(simulator.address);
  expect(await simulator.command('cutter error')).toBe('cutter error');
  far.write(bytes(realTimeStatus(3), receipt('0001'), realTimeStatus(1)));
  expect(await far.heard(2)).toEqual([0x1a, 0x1a]);
  expect((await simulator.state()).paper).toEqual([]);
  expect(await simulator.command('cutter ok')).toBe('cutter ok');
  expect(await far.heard(7)).toEqual(confirmed('0001'));
  expect(await simulator.line()).toBe('receipt 1: 2 lines');
});

test('DEV-99 --paper is a whole picture at any moment, written anew after each receipt', async () => {
  const folder = tempFolder();
  const pictureFile = join(folder, 'paper.svg');
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 }, pictureFile });
  const picture = () => readFileSync(pictureFile, 'utf8');
  const isWhole = () => /^<svg .*<\/svg>$/s.test(picture());
  // Whoever shows it finds it before anything is printed.
  expect([isWhole(), picture().includes('<text')]).toEqual([true, false]);
  const far = await overTcp(simulator.address);
  far.write(bytes(...ascii('half of it'), LF, realTimeStatus(1)));
  await far.heard(1);
  expect(picture()).not.toContain('halfofit');
  far.write(receipt('0001'));
  expect(await simulator.line()).toBe('receipt 1: 3 lines');
  expect(picture()).toMatch(/halfofit.*lineof0001/s);
  for (let number = 2; number <= 40; number += 1) {
    far.write(receipt(String(number).padStart(4, '0'), 40));
    const printed = simulator.line();
    for (let looks = 0; looks < 5; looks += 1) {
      expect(isWhole()).toBe(true);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await printed;
  }
  expect(picture()).toContain('lineof0040');
  expect(await simulator.command('tear')).toBe('tear');
  far.write(receipt('0041'));
  await simulator.line();
  expect([picture().includes('lineof0040'), picture().includes('lineof0041')]).toEqual([
    false,
    true,
  ]);
  expect(readdirSync(folder)).toEqual(['paper.svg']);
});

test('DEV-99 --tape has every element as soon as it is printed, behind what it had', async () => {
  const tapeFile = join(tempFolder(), 'tape.ndjson');
  const before = { kind: 'feed', lines: 9 };
  writeFileSync(tapeFile, `${JSON.stringify(before)}\n`);
  const simulator = await simulate({ at: { kind: 'tcp', port: 0 }, tapeFile });
  const far = await overTcp(simulator.address);
  far.write(bytes(...ascii('one'), LF, LF, LF, realTimeStatus(1)));
  await far.heard(1);
  const elements = () =>
    readFileSync(tapeFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const feed = { kind: 'feed', lines: 1 };
  expect(elements()).toMatchObject([before, { runs: [{ text: 'one' }] }, feed, feed]);
  // Torn paper stays on the tape.
  expect(await simulator.command('tear')).toBe('tear');
  far.write(bytes(...cut, realTimeStatus(1)));
  await far.heard(1);
  expect(elements().map(({ kind }) => kind)).toEqual(['feed', 'line', 'feed', 'feed', 'cut']);
});

test('DEV-98 quit ends it, the end of its input does not', async () => {
  const quitting = await simulate({ at: { kind: 'tcp', port: 0 } });
  void quitting.command('quit').catch(() => undefined);
  await quitting.ended;
  await expect(overTcp(quitting.address)).rejects.toThrow();

  const input = new PassThrough();
  const output = new PassThrough().setEncoding('utf8');
  const stop = new AbortController();
  const options = { profile: capableProfile, baudRate: null, pictureFile: null, tapeFile: null };
  const ended = runPrinterSimulator(
    { ...options, at: { kind: 'tcp', port: 0 } },
    { input, output },
    stop.signal,
  );
  const [address] = await once(output, 'data');
  input.end();
  const far = await overTcp(String(address).trim());
  far.write(bytes(realTimeStatus(1)));
  expect(await far.heard(1)).toEqual([0x12]);
  stop.abort();
  await ended;
});

test('DEV-95 DEV-96 what cannot be opened or written is told in one line', async (context) => {
  needPty(context);
  const folder = tempFolder();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const tcp = { kind: 'tcp', port: 0 } as const;
  const taken = await simulate({ at: tcp });
  const port = Number(taken.address.split(':')[1]);
  const refused = [
    [{ at: { kind: 'pty', path: file } }, `${file}: is there already`],
    [{ at: { kind: 'pty', path: join(folder, 'no', 'tty') } }, /^socat ended: .*tty/],
    [{ at: { kind: 'tcp', port } }, `port ${port} is in use`],
    [{ at: tcp, tapeFile: join(folder, 'no', 'tape') }, /^ENOENT: .*tape/],
    [{ at: tcp, pictureFile: join(folder, 'no', 'paper.svg') }, /^ENOENT: .*paper\.svg/],
  ] as const;
  for (const [options, message] of refused) {
    const failure: unknown = await simulate(options).then(
      () => 'it runs',
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ name: 'SimulatorFault' });
    expect(failure instanceof Error ? failure.message : '').toMatch(message);
    expect(failure instanceof Error ? failure.message : '\n').not.toContain('\n');
  }
  expect(existsSync(file)).toBe(true);
});

test('DEV-95 without socat a person is told what is missing', async () => {
  const path = process.env.PATH;
  process.env.PATH = tempFolder();
  onTestFinished(() => {
    process.env.PATH = path;
  });
  await expect(simulate({ at: { kind: 'pty', path: null } })).rejects.toThrow(
    'socat is not installed; it makes the pseudo-terminal (Debian: apt-get install socat)',
  );
});

test('DEV-95 a terminal goes when the simulator does, and its path may be any', async (context) => {
  needPty(context);
  const path = join(tempFolder(), "tty with, signs: and 'quotes'");
  const simulator = await simulate({ at: { kind: 'pty', path } });
  expect(simulator.address).toBe(path);
  const far = await overSerial(path);
  far.write(bytes(realTimeStatus(1)));
  expect(await far.heard(1)).toEqual([0x12]);
  await simulator.stop();
  await far.gone();
  expect(existsSync(path)).toBe(false);
});

/** A cable that is put in is there a moment later, and so is the end of one that is pulled. */
async function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
