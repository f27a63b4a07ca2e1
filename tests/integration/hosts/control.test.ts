import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, type Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Kiosk } from '#main/core/kiosk.ts';
import { controlAddress, controlLockFile } from '#main/hosts/control/control-address.ts';
import { connectControl } from '#main/hosts/control/control-client.ts';
import { type Control, takeControl } from '#main/hosts/control/control-host.ts';
import { readLines } from '#main/hosts/control/lines.ts';
import { type FileHold, holdFile } from '#main/storage/hold-file.ts';
import { assert, required } from '#shared/lib/assert.ts';
import { ok } from '#shared/lib/result.ts';
import { answerTo, listenTo, newId } from '../../helpers/client-tools.ts';
import { runDemoKiosk } from '../../helpers/demo-kiosk.ts';
import { canMountDisk, smallDiskWith } from '../../helpers/small-disk.ts';
import { suiteFolder, tempFolder } from '../../helpers/temp-folder.ts';

const folder = suiteFolder();
const starter = fileURLToPath(new URL('./control-starter.ts', import.meta.url));
const noWait = () => undefined;

/** A file that stands for a store: the control never looks into it. */
function storeFile(): string {
  const file = join(mkdtempSync(join(folder, 'store-')), 'kiosk.db');
  writeFileSync(file, 'a store');
  return file;
}

async function letGo(control: Control): Promise<void> {
  await control.hangUp();
  control.release();
}

async function takenControl(file: string): Promise<Control> {
  const taken = await takeControl(file, noWait);
  assert(taken.ok, 'the control is free');
  onTestFinished(() => letGo(taken.value));
  return taken.value;
}

function held(file: string): FileHold {
  const hold = holdFile(file);
  assert(hold.ok, `${file} is free`);
  onTestFinished(() => hold.value.release());
  return hold.value;
}

/** A process that takes the control when it is told to. */
async function startedProcess(file: string) {
  const child: ChildProcess = spawn(process.execPath, [starter, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  createInterface({ input: required(child.stdout, 'stdout') }).on('line', (line) =>
    lines.push(line),
  );
  const said = (count: number) =>
    vi.waitFor(() => expect(lines).toHaveLength(count), { timeout: 20_000 });
  await said(1);
  return {
    child,
    take: () => void child.stdin?.write('\n'),
    async outcome() {
      await said(2);
      return lines[1];
    },
  };
}

const code = (taken: Awaited<ReturnType<typeof takeControl>>) =>
  taken.ok ? 'taken' : taken.error.code;

/** A socket whose process was killed. */
function leaveDeadSocket(address: string): void {
  const program = `require('node:net').createServer()
    .listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', program, address]);
  expect(existsSync(address)).toBe(true);
}

describe('one process drives the devices', () => {
  test('HST-60 of several that start at once in one process, exactly one gets the control', async () => {
    for (let round = 0; round < 20; round += 1) {
      const file = storeFile();
      // What a killed process left.
      if (round % 2 === 0) leaveDeadSocket(controlAddress(file));
      const all = await Promise.all(Array.from({ length: 4 }, () => takeControl(file, noWait)));
      expect(all.map(code).toSorted()).toEqual([
        'kiosk.running',
        'kiosk.running',
        'kiosk.running',
        'taken',
      ]);
      const client = await connectControl(file);
      expect(client, 'the socket of the one that has it is there').not.toBeNull();
      client?.close();
      for (const taken of all) if (taken.ok) await letGo(taken.value);
      expect(existsSync(controlAddress(file))).toBe(false);
    }
  });

  test('HST-60 what is no socket is left alone', async () => {
    const file = storeFile();
    writeFileSync(controlAddress(file), 'mine');
    const taken = await takeControl(file, noWait);
    expect(code(taken)).toBe('store.unavailable');
    expect(readFileSync(controlAddress(file), 'utf8')).toBe('mine');
  });

  test('HST-60 of several processes that start at once, exactly one gets it; killed, it frees it', async () => {
    const file = storeFile();
    const processes = await Promise.all(Array.from({ length: 4 }, () => startedProcess(file)));
    let left = processes;
    for (const round of [1, 2]) {
      if (round === 2) left = await Promise.all(left.map(() => startedProcess(file)));
      for (const { take } of left) take();
      const outcomes = await Promise.all(left.map(({ outcome }) => outcome()));
      expect(outcomes.toSorted()).toEqual([...left.slice(1).map(() => 'kiosk.running'), 'taken']);
      const holder = required(left[outcomes.indexOf('taken')], 'the holder');
      holder.child.kill('SIGKILL');
      await once(holder.child, 'exit');
      expect(existsSync(controlAddress(file)), 'what the dead one left').toBe(true);
    }
    await takenControl(file);
  });

  test('HST-60 the socket is for its user alone, and gone when the control is', async () => {
    const file = storeFile();
    const control = await takenControl(file);
    expect(statSync(controlAddress(file)).mode & 0o777).toBe(0o600);
    await letGo(control);
    expect(existsSync(controlAddress(file))).toBe(false);
    expect(statSync(controlLockFile(file)).size).toBe(0);
    expect(existsSync(`${controlLockFile(file)}-journal`)).toBe(false);
  });

  test('HST-60 a store has one control, by whatever name it is opened', async () => {
    const file = storeFile();
    const link = join(folder, 'link.db');
    symlinkSync(file, link);
    const linkedFolder = join(folder, 'linked');
    symlinkSync(dirname(file), linkedFolder);
    await takenControl(file);
    for (const name of [link, join(linkedFolder, basename(file))]) {
      expect(code(await takeControl(name, noWait))).toBe('kiosk.running');
      const client = await connectControl(name);
      expect(client).not.toBeNull();
      client?.close();
    }
    vi.stubGlobal('process', { ...process, cwd: process.cwd, platform: 'win32' });
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(controlAddress('/Till/Kiosk.DB')).toBe(controlAddress('/till/kiosk.db'));
    expect(controlAddress('/till/kiosk.db')).toMatch(/^\\\\\.\\pipe\\blendbar-[0-9a-f]{24}$/);
  });

  test('HST-60 a path that is too long for a socket has its own elsewhere', async () => {
    const long = join(dirname(storeFile()), 'ü'.repeat(60));
    mkdirSync(long);
    const file = join(long, 'kiosk.db');
    writeFileSync(file, '');
    expect(Buffer.byteLength(controlAddress(file))).toBeLessThan(104);
    await takenControl(file);
    expect(code(await takeControl(file, noWait))).toBe('kiosk.running');
  });

  test('HST-63 whoever starts waits for a command that is at the devices', async () => {
    const file = storeFile();
    const command = held(controlLockFile(file));
    let waits = 0;
    let outcome = '';
    const taking = takeControl(file, () => {
      waits += 1;
    });
    void taking.then((taken) => {
      outcome = code(taken);
    });
    await vi.waitFor(() => expect(waits).toBe(1), 5_000);
    await pause(300);
    expect({ outcome, waits }).toEqual({ outcome: '', waits: 1 });
    command.release();
    const taken = await taking;
    expect(code(taken)).toBe('taken');
    if (taken.ok) await letGo(taken.value);
  });

  test('HST-63 who waits longer than any command lasts is told so', async () => {
    const file = storeFile();
    held(controlLockFile(file));
    let now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 30_000;
      return now;
    });
    onTestFinished(() => clock.mockRestore());
    const taken = await takeControl(file, noWait);
    expect(taken).toMatchObject({
      ok: false,
      error: { code: 'kiosk.running', message: expect.stringMatching(/in use by another command/) },
    });
  });
});

describe('a disk that takes no more', () => {
  function filledDisk(): string {
    const seeded = storeFile();
    const { db } = smallDiskWith(seeded, dirname(seeded), 1);
    const rest = join(dirname(db), 'rest');
    expect(() => writeFileSync(rest, Buffer.alloc(8 * 1024 * 1024))).toThrow(/ENOSPC/);
    return db;
  }

  test('HST-60 a full disk keeps nobody from taking the control', async (context) => {
    context.skip(!canMountDisk, 'only root can mount a small disk, on Linux');
    const db = filledDisk();
    await letGo(await takenControl(db));
  });

  test('HST-60 a folder or a lock that takes no writes is refused: everybody could hold it', async (context) => {
    const file = storeFile();
    if (process.getuid?.() !== 0) {
      writeFileSync(controlLockFile(file), '');
      chmodSync(controlLockFile(file), 0o444);
      expect(code(await takeControl(file, noWait))).toBe('store.unavailable');
      return;
    }
    context.skip(!canMountDisk, 'root may write everywhere, and only Linux mounts a small disk');
    const { db } = smallDiskWith(file, dirname(file), 1);
    const remount = (how: string) =>
      execFileSync('mount', ['-o', `remount,${how}`, dirname(realpathSync(db))]);
    remount('ro');
    expect(code(await takeControl(db, noWait))).toBe('store.unavailable');
    remount('rw');
    await letGo(await takenControl(db));
    remount('ro');
    expect(code(await takeControl(db, noWait))).toBe('store.unavailable');
  });

  test('HST-60 an address that cannot be used is a fault, and leaves the control free', async () => {
    const file = storeFile();
    mkdirSync(controlAddress(file));
    expect(code(await takeControl(file, noWait))).toBe('store.unavailable');
    rmSync(controlAddress(file), { recursive: true });
    await takenControl(file);
  });
});

/** A client that is not ours: whole lines of JSON, as they come. */
async function rawClient(file: string) {
  const socket: Socket = connect(controlAddress(file));
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  const lines: { readonly id?: number; readonly event?: string }[] = [];
  readLines(socket, (message) => lines.push(message as (typeof lines)[number]));
  const closed = once(socket, 'close');
  return {
    socket,
    lines,
    closed,
    say: (message: unknown) => socket.write(`${JSON.stringify(message)}\n`),
  };
}

/** The least of a kiosk that can be served; `tell` sends an event. */
function servedKiosk(route: Kiosk['route'] = async () => ok({})) {
  const listeners = new Map<string, (payload: unknown) => void>();
  return {
    tell: (name: string, payload: unknown) => listeners.get(name)?.(payload),
    kiosk: {
      route,
      subscribe: (name: string, listener: (payload: never) => void) => {
        listeners.set(name, (payload) => listener(payload as never));
        return () => void listeners.delete(name);
      },
    },
  };
}

describe('the control socket', () => {
  test('HST-61 only the events that a client asked for travel to it', async () => {
    const inFolder = tempFolder();
    const { kiosk, close } = await runDemoKiosk(inFolder);
    onTestFinished(close);
    const file = join(inFolder, 'kiosk.db');
    const silent = await rawClient(file);
    const watching = await rawClient(file);
    watching.say({ subscribe: ['devices.changed', 'of.the.future'] });
    const bench = await rawClient(file);
    bench.say({ subscribe: ['devices.changed', 'bench.changed'] });
    const answered = async ({ say, lines }: typeof silent, id: number) => {
      say({ id, name: 'kiosk.info', input: {} });
      await vi.waitFor(() => expect(lines.some((line) => line.id === id)).toBe(true), 5_000);
    };
    for (const client of [silent, watching, bench]) await answered(client, 1);

    const commandId = newId();
    await answerTo(kiosk, 'bench.setPrinter', { commandId, switches: { paper: 'out' } });
    const events = ({ lines }: typeof silent) =>
      new Set(lines.flatMap(({ event }) => (event === undefined ? [] : [event])));
    await vi.waitFor(
      () => expect(events(bench)).toEqual(new Set(['devices.changed', 'bench.changed'])),
      5_000,
    );
    for (const client of [silent, watching]) await answered(client, 2);
    expect(events(silent)).toEqual(new Set());
    expect(events(watching)).toEqual(new Set(['devices.changed']));

    // The latest list counts.
    bench.say({ subscribe: [] });
    await answered(bench, 2);
    bench.lines.splice(0);
    await answerTo(kiosk, 'bench.setPrinter', { commandId: newId(), switches: { paper: 'ok' } });
    await answered(bench, 3);
    expect(events(bench)).toEqual(new Set());
  });

  test('HST-61 our client asks for what it listens to, as long as somebody listens', async () => {
    const file = storeFile();
    const control = await takenControl(file);
    const { kiosk, tell } = servedKiosk();
    control.serve(kiosk);
    const client = required(await connectControl(file), 'the kiosk');
    onTestFinished(() => client.close());
    const first = listenTo(client, 'devices.changed');
    const second = listenTo(client, 'devices.changed');
    const settled = () => client.invoke('kiosk.info', {});
    await settled();
    tell('devices.changed', 1);
    await settled();
    first.stop();
    await settled();
    tell('devices.changed', 2);
    await settled();
    second.stop();
    await settled();
    tell('devices.changed', 3);
    await settled();
    expect([first.heard, second.heard]).toEqual([[1], [1, 2]]);
  });

  test.each(['no JSON', '{"id":"1","name":"kiosk.info","input":{}}', '{"subscribe":"all"}'])(
    'HST-61 a line that is no message ends the connection: %s',
    async (line) => {
      const file = storeFile();
      const control = await takenControl(file);
      control.serve(servedKiosk().kiosk);
      const { socket, lines, closed } = await rawClient(file);
      socket.write(`${line}\n`);
      await closed;
      expect(lines).toEqual([]);
    },
  );

  test('HST-61 a client that stops reading is cut off, by answers as by events', async () => {
    const file = storeFile();
    const control = await takenControl(file);
    const big = 'x'.repeat(1_000_000);
    const { kiosk, tell } = servedKiosk(async () => ok({ big }));
    control.serve(kiosk);
    const listener = await rawClient(file);
    listener.say({ subscribe: ['bench.changed'] });
    listener.say({ id: 0, name: 'kiosk.info', input: {} });
    await vi.waitFor(() => expect(listener.lines).toHaveLength(1), 5_000);
    const asker = await rawClient(file);
    for (const { socket } of [listener, asker]) socket.pause();
    for (let count = 1; count <= 30; count += 1) {
      tell('bench.changed', big);
      asker.say({ id: count, name: 'kiosk.info', input: {} });
    }
    await pause(200);
    for (const { socket, lines, closed } of [listener, asker]) {
      socket.resume();
      await closed;
      expect(lines.length).toBeLessThan(30);
    }
  });

  test('HST-62 who asks while the kiosk starts is answered when it has', async () => {
    const file = storeFile();
    const control = await takenControl(file);
    const client = required(await connectControl(file), 'the kiosk');
    const answer = client.invoke('cart.discard', { commandId: newId(), cartId: newId() });
    await pause(50);
    control.serve(servedKiosk().kiosk);
    expect(await answer).toEqual({ ok: true, value: {} });
    client.close();
  });

  test('HST-62 a request whose kiosk goes away is answered internal.failure', async () => {
    const file = storeFile();
    const control = await takenControl(file);
    control.serve(servedKiosk(() => new Promise(() => undefined)).kiosk);
    const client = required(await connectControl(file), 'the kiosk');
    const answer = client.invoke('kiosk.info', {});
    await pause(50);
    await letGo(control);
    const gone = { ok: false, error: { code: 'internal.failure' } };
    expect(await answer).toMatchObject(gone);
    await client.ended;
    expect(client.isOpen()).toBe(false);
    expect(await client.invoke('kiosk.info', {})).toMatchObject(gone);
  });
});
