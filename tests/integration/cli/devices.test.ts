import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { controlAddress } from '#main/hosts/control/control-address.ts';
import { jsonLines, runCli, startCli } from '../../helpers/cli.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { writeJson } from '../../helpers/demo-feed.ts';
import { program } from '../../helpers/programs.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';

const folder = suiteFolder();
const webHost = program('web-host');
const tape = join(folder, 'tape.ndjson');
let db = '';
let basket = '';
let simulator: Running;
let address = '';

/** A process with its lines as they come. */
interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** Of standard error. */
  readonly notes: string[];
  say(line: string): void;
  stop(): Promise<void>;
}

function running(child: ChildProcess): Running {
  const lines: string[] = [];
  const notes: string[] = [];
  for (const [input, into] of [
    [child.stdout, lines],
    [child.stderr, notes],
  ] as const) {
    if (input !== null) createInterface({ input }).on('line', (line) => into.push(line));
  }
  return {
    child,
    lines,
    notes,
    say: (line) => void child.stdin?.write(`${line}\n`),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const firstLine = async ({ lines }: Running) => {
  await vi.waitFor(() => expect(lines).not.toEqual([]), 20_000);
  return lines[0] ?? '';
};

/** The kiosk itself, in a process of its own. */
function startKiosk(): Running {
  const args = [webHost, '--db', db, '--renderer', folder];
  return running(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Lets a command run to its end while others go on. */
async function ended({ child, lines, notes }: Running) {
  if (child.exitCode === null) await once(child, 'close');
  return { status: child.exitCode, lines, notes };
}

function good(...args: readonly string[]): string {
  const { status, stdout, stderr } = runCli([...args, '--db', db]);
  expect({ status, stderr }, args.join(' ')).toEqual({ status: 0, stderr: '' });
  return stdout;
}

beforeAll(async () => {
  db = await demoDatabase(folder);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>none</title>');
  basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
  simulator = running(
    startCli(['devices', 'simulate', 'printer', '--tcp', '0', '--tape', tape], 'pipe'),
  );
  address = await firstLine(simulator);
  good('devices', 'set', 'receipt-printer', '--tcp', address, '--profile', 'epson-tm-t20');
});

afterAll(() => simulator.stop());

describe('devices, without a kiosk that runs', () => {
  test('CLI-40 DEV-58 devices set keeps how a printer is attached, devices list tells how it is', () => {
    const listed = jsonLines(good('devices', 'list', '--json'));
    expect(listed).toMatchObject([
      {
        device: 'receipt-printer',
        address,
        profile: 'epson-tm-t20',
        confirms: 'processId',
        state: 'ready',
        problems: [],
      },
      { device: 'scanner', state: 'ready' },
      { device: 'card-terminal', state: 'ready' },
    ]);
    expect(good('devices', 'list')).toMatch(/^receipt-printer {2}.*ready\nscanner .*\ncard-/);
  });

  test('CLI-41 devices test-print prints a page, and jobs lists it', () => {
    const job = JSON.parse(good('devices', 'test-print', '--device', 'receipt-printer', '--json'));
    expect(job).toMatchObject({ kind: 'test', state: 'printed', confirmedBy: 'processId' });
    expect(readFileSync(tape, 'utf8')).toContain('Test page');
    expect(jsonLines(good('jobs', '--json'))[0]).toEqual(job);
    expect(good('jobs')).toMatch(/test +printed\n/);
  });

  test('CLI-41 CLI-42 CLI-44 what waits comes out first, and a second paper is a copy', () => {
    const sold = JSON.parse(good('sell', basket, '--tender', 'cash:100000', '--json'));
    const waiting = jsonLines(good('jobs', '--open', '--json'));
    expect(waiting).toMatchObject([{ orderId: sold.orderId, state: 'queued' }]);
    // Another page behind it.
    const page = JSON.parse(good('devices', 'test-print', '--device', 'receipt-printer', '--json'));
    const newestFirst = jsonLines(good('jobs', '--json')) as readonly { readonly id: number }[];
    expect(newestFirst[0]).toEqual(page);
    expect(newestFirst[1]).toMatchObject({ orderId: sold.orderId, state: 'printed' });
    const ids = newestFirst.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(jsonLines(good('jobs', '--open', '--json'))).toEqual([]);

    const again = runCli(['print', '--order', sold.orderId, '--db', db]);
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toMatch(/^[^\n]*print a copy\.\n$/);
    const copy = JSON.parse(good('print', '--order', sold.orderId, '--copy', '--json'));
    expect(copy).toMatchObject({ kind: 'copy', orderId: sold.orderId, state: 'printed' });
    expect(readFileSync(tape, 'utf8')).toContain('COPY');
  });
});

/** The states of the receipt printer that a `devices watch --json` printed. */
const statesOf = ({ lines }: Running) =>
  jsonLines(lines.join('\n'))
    .map((line) => line as { readonly device: string; readonly state: string })
    .filter(({ device }) => device === 'receipt-printer')
    .map(({ state }) => state);

describe('devices, while a kiosk starts and ends', () => {
  test('CLI-43 devices watch waits for a kiosk, keeps nobody out, and goes on with the next one', async () => {
    const watch = running(startCli(['devices', 'watch', '--json', '--db', db]));
    onTestFinished(() => watch.stop());
    const waits = `No kiosk is running on ${db}; waiting for one.`;
    await vi.waitFor(() => expect(watch.notes).toEqual([waits]), 20_000);
    // Whoever only looks on is in nobody's way.
    const job = JSON.parse(good('devices', 'test-print', '--device', 'receipt-printer', '--json'));
    expect(job).toMatchObject({ state: 'printed' });
    expect(watch.lines).toEqual([]);

    const first = startKiosk();
    onTestFinished(() => first.stop());
    await firstLine(first);
    await vi.waitFor(() => expect(statesOf(watch).at(-1)).toBe('ready'), 10_000);
    await first.stop();
    await vi.waitFor(() => expect(watch.notes).toEqual([waits, waits]), 10_000);

    const second = startKiosk();
    onTestFinished(() => second.stop());
    await firstLine(second);
    simulator.say('paper out');
    await vi.waitFor(() => expect(statesOf(watch).at(-1)).toBe('notReady'), 10_000);
    simulator.say('paper ok');
    await vi.waitFor(() => expect(statesOf(watch).at(-1)).toBe('ready'), 10_000);
    watch.child.kill('SIGINT');
    expect(await ended(watch)).toMatchObject({ status: 0, notes: [waits, waits] });
    await second.stop();
  });

  test('CLI-43 devices watch that waits ends when it is interrupted', async () => {
    const watch = running(startCli(['devices', 'watch', '--db', db]));
    onTestFinished(() => watch.stop());
    await vi.waitFor(() => expect(watch.notes).toHaveLength(1), 20_000);
    watch.child.kill('SIGTERM');
    expect(await ended(watch)).toMatchObject({ status: 0, lines: [] });
  });

  test('CLI-43 an answer that a change has overtaken is not told', async () => {
    // A kiosk that tells of a change before it answers what was asked before it.
    const own = await demoDatabase(mkdtempSync(join(folder, 'own-')));
    const health = { problems: [], drawer: 'unknown', lastAnswerAt: null, detail: '' };
    const scanner = (state: string) => ({
      devices: [{ id: 'scanner', address: 'virtual', health: { ...health, state } }],
    });
    const server = createServer((socket) => {
      const say = (message: unknown) => socket.write(`${JSON.stringify(message)}\n`);
      createInterface({ input: socket }).on('line', (line) => {
        const { id } = JSON.parse(line) as { readonly id?: number };
        if (id === undefined) return;
        say({ event: 'devices.changed', payload: scanner('ready') });
        say({ id, result: { ok: true, value: scanner('connecting') } });
        setTimeout(say, 300, { event: 'devices.changed', payload: scanner('disconnected') });
      });
    });
    server.listen(controlAddress(own));
    onTestFinished(() => void server.close());
    const watch = running(startCli(['devices', 'watch', '--json', '--db', own]));
    onTestFinished(() => watch.stop());
    await vi.waitFor(() => expect(watch.lines.length).toBeGreaterThan(1), 20_000);
    const states = jsonLines(watch.lines.join('\n'));
    expect(states).toMatchObject([{ state: 'ready' }, { state: 'disconnected' }]);
  });

  test('CLI-40 CLI-41 HST-63 a command at the devices keeps nobody out for long', async () => {
    simulator.say('paper out');
    onTestFinished(() => simulator.say('paper ok'));
    const args = ['devices', 'test-print', '--device', 'receipt-printer', '--json', '--db', db];
    const print = running(startCli(args));
    onTestFinished(() => print.stop());
    const queued = async () => {
      const [job] = jsonLines(
        (await ended(running(startCli(['jobs', '--json', '--db', db])))).lines.join('\n'),
      );
      expect(job).toMatchObject({ kind: 'test', state: 'queued' });
    };
    await vi.waitFor(queued, { timeout: 20_000, interval: 500 });

    // Neither speaks to a command that is there for itself.
    const list = running(startCli(['devices', 'list', '--json', '--db', db]));
    onTestFinished(() => list.stop());
    const waits = `Another command is at the devices of ${db}; waiting for its end.`;
    await vi.waitFor(() => expect(list.notes).toEqual([waits]), 20_000);
    const kiosk = startKiosk();
    onTestFinished(() => kiosk.stop());
    await pause(2_000);
    expect([kiosk.child.exitCode, kiosk.lines, list.lines]).toEqual([null, [], []]);

    simulator.say('paper ok');
    const printed = await ended(print);
    expect(printed).toMatchObject({ status: 0, notes: [] });
    expect(jsonLines(printed.lines.join('\n'))).toMatchObject([{ state: 'printed' }]);
    await firstLine(kiosk);
    expect(await ended(list)).toMatchObject({ status: 0, notes: [waits] });
    expect(jsonLines(list.lines.join('\n'))).toMatchObject([
      { device: 'receipt-printer', state: 'ready' },
      { device: 'scanner' },
      { device: 'card-terminal' },
    ]);
    await kiosk.stop();
  });
});

describe('devices, beside a kiosk that runs', () => {
  let kiosk: Running;

  beforeAll(async () => {
    kiosk = startKiosk();
    await firstLine(kiosk);
  });
  afterAll(() => kiosk.stop());

  test('HST-60 a second kiosk on the same store is refused', () => {
    const second = spawn(process.execPath, [webHost, '--db', db, '--renderer', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void second.kill('SIGKILL'));
    let stderr = '';
    second.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    return vi.waitFor(() => {
      expect(second.exitCode).toBe(1);
      expect(stderr).toMatch(/is open in a kiosk that is running/);
    }, 20_000);
  });

  test('CLI-43 devices watch: a line for each change of the kiosk that runs, until interrupted', async () => {
    const watch = running(startCli(['devices', 'watch', '--json', '--db', db]));
    onTestFinished(() => watch.stop());
    const states = () => statesOf(watch);
    await vi.waitFor(() => expect(states()).toEqual(['ready']), 20_000);
    simulator.say('paper out');
    await vi.waitFor(() => expect(states()).toEqual(['ready', 'notReady']), 5_000);
    expect(JSON.parse(watch.lines.at(-1) ?? '')).toMatchObject({
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      problems: ['paperOut'],
    });
    simulator.say('paper ok');
    await vi.waitFor(() => expect(states()).toEqual(['ready', 'notReady', 'ready']), 5_000);
    watch.child.kill('SIGINT');
    await once(watch.child, 'exit');
    expect(watch.child.exitCode).toBe(0);
  });

  test('CLI-41 the kiosk that runs prints, also what the command line sold', async () => {
    const job = JSON.parse(good('devices', 'test-print', '--device', 'receipt-printer', '--json'));
    expect(job).toMatchObject({ kind: 'test', state: 'printed' });
    const { orderId } = JSON.parse(good('sell', basket, '--tender', 'cash:100000', '--json'));
    await vi.waitFor(() => {
      const [last] = jsonLines(good('jobs', '--limit', '1', '--json'));
      expect(last).toMatchObject({ orderId, state: 'printed' });
    }, 15_000);
  });
});

const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['two lines at once', ['devices', 'set', 'scanner', '--virtual', '--tcp', 'a'], /give one of/],
  ['an unknown device', ['devices', 'set', 'fax', '--virtual'], /neither receipt-printer nor/],
  ['a speed', ['devices', 'set', 'scanner', '--serial', 'p', '--baud', '9601'], /"9601" is none/],
  ['a parity', ['devices', 'set', 'scanner', '--serial', 'p', '--parity', 'x'], /none, even, odd/],
  ['a USB id', ['devices', 'set', 'scanner', '--serial', 'p', '--usb', '4b8'], /VENDOR:PRODUCT/],
  ['a port', ['devices', 'set', 'receipt-printer', '--tcp', 'h:0', '--profile', 'x'], /HOST:PORT/],
  ['a make', ['devices', 'set', 'receipt-printer', '--virtual', '--profile', 'x'], /not known/],
  ['a printer', ['devices', 'test-print', '--device', 'fax'], /none of receipt-printer/],
  ['a page', ['devices', 'test-print', '--device', 'scanner'], /cannot print/],
  ['an order', ['print', '--order', '17'], /is no order id/],
  ['no order', ['print', '--order', '01990000-0000-7000-8000-000000000000'], /There is no order/],
];

test.concurrent.each(refusals)(
  'CLI-3 %s that is wrong is refused in one line',
  async (...refusal) => {
    const [, args, words] = refusal;
    const own = await demoDatabase(mkdtempSync(join(folder, 'own-')));
    const { status, stdout, stderr } = runCli([...args, '--db', own]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.trimEnd()).toMatch(words);
    expect(status).toBe(2);
  },
);

test.each([
  ['neither line', ['devices', 'simulate', 'printer'], 2, /either --pty/],
  ['another device', ['devices', 'simulate', 'scanner', '--pty'], 2, /cannot be simulated/],
  [
    'a file in the way',
    ['devices', 'simulate', 'printer', '--pty', webHost],
    1,
    /is there already/,
  ],
])('CLI-3 devices simulate: %s is refused in one line', (_, args, exitCode, words) => {
  const { status, stdout, stderr } = runCli(args);
  expect({ status, stdout }).toEqual({ status: exitCode, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toMatch(words);
});
