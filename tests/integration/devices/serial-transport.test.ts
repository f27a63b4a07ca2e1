import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSerialTransport } from '#main/devices/transports/serial-transport.ts';
import { needPty, openPty } from '../../helpers/pty.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { asNobody } from './as-nobody.ts';
import { bytesOf, connect, refusal, textOf, watched } from './transport-contract.ts';
import { serialSettings } from './transport-worlds.ts';

const usb = { vendorId: '04b8', productId: '0202', serialNumber: 'J1KF000001' };

test('DEV-1 a serial line carries a byte in ten bits, in eleven with parity', () => {
  const at = (parity: 'none' | 'even' | 'odd') =>
    createSerialTransport({ ...serialSettings('COM3'), baudRate: 9_600, parity });
  expect(at('none').bytesPerSecond).toBe(960);
  expect(at('even').bytesPerSecond).toBeCloseTo(872.7, 1);
  expect(at('odd').bytesPerSecond).toBeCloseTo(872.7, 1);
});

test('DEV-2 a port that another program holds is in use', async (context) => {
  needPty(context);
  const { path } = await openPty();
  const first = await connect(createSerialTransport(serialSettings(path)));
  const error = await refusal(() => connect(createSerialTransport(serialSettings(path))));
  expect(error.fault).toBe('inUse');
  expect(error.message).toContain(path);
  expect(first.lost).toEqual([]);
});

test('DEV-2 a port that the system keeps from us, and a file that is no port', async (context) => {
  needPty(context);
  const { path } = await openPty();
  chmodSync(dirname(path), 0o755);
  chmodSync(path, 0o000);
  const transport = createSerialTransport(serialSettings(path));
  const error = await asNobody(() => refusal(() => connect(transport)));
  expect(error.fault).toBe('noPermission');
  expect(error.message).toMatch(/permission denied/i);

  const file = join(tempFolder(), 'notes.txt');
  writeFileSync(file, 'not a port');
  const none = createSerialTransport(serialSettings(file));
  expect((await refusal(() => connect(none))).fault).toBe('failed');
});

test('DEV-7 an unplug that the driver does not tell is noticed within two seconds', async (context) => {
  needPty(context);
  const { path } = await openPty();
  let there = true;
  const transport = createSerialTransport(serialSettings(path), { isThere: () => there });
  const { lost } = await connect(transport);
  await pause(1_500);
  expect(lost).toEqual([]);
  there = false;
  const unpluggedMs = performance.now();
  await expect.poll(() => lost.length, { timeout: 5_000, interval: 20 }).toBe(1);
  expect(performance.now() - unpluggedMs).toBeLessThan(2_000);
  expect(lost[0]?.message).toBe(`${path} is gone`);
});

test('DEV-10 baud rate and flow control are those of the settings', async (context) => {
  needPty(context);
  const { path } = await openPty();
  const settingsOf = () => execFileSync('stty', ['-a', '-F', path], { encoding: 'utf8' });

  const slow = createSerialTransport({
    ...serialSettings(path),
    baudRate: 9_600,
    flowControl: 'rtsCts',
  });
  const { connection } = await connect(slow);
  expect(settingsOf()).toMatch(/speed 9600 baud;.* cs8 .* crtscts.* -ixon -ixoff/s);
  await connection.close();

  const fast = createSerialTransport({
    ...serialSettings(path),
    baudRate: 230_400,
    flowControl: 'xonXoff',
  });
  await connect(fast);
  expect(settingsOf()).toMatch(/speed 230400 baud;.* -crtscts.* ixon ixoff/s);
});

test('DEV-10 XOFF holds a write, XON lets it go on', async (context) => {
  needPty(context);
  const pty = await openPty();
  const transport = createSerialTransport({ ...serialSettings(pty.path), flowControl: 'xonXoff' });
  const { connection, data } = await connect(transport);
  await pty.send(Uint8Array.of(0x13));
  await pause(200);
  const writing = watched(connection.write(bytesOf('held')));
  await pause(300);
  expect(writing.state()).toBe('waiting');
  expect(textOf(pty.written())).toBe('');
  await pty.send(Uint8Array.of(0x11));
  await writing.promise;
  await expect.poll(() => textOf(pty.written())).toBe('held');
  expect(data()).toHaveLength(0);
});

test('DEV-11 a device is found again by its USB identity when its path changed', async (context) => {
  needPty(context);
  const pty = await openPty();
  const other = await openPty();
  const ports = [
    { path: other.path, usb: { ...usb, serialNumber: 'J1KF000002' } },
    { path: pty.path, usb },
  ];
  const transport = createSerialTransport(
    { ...serialSettings('/dev/ttyUSB7'), usb },
    { listPorts: async () => ports },
  );
  expect(transport.address).toBe('/dev/ttyUSB7');
  const { connection } = await connect(transport);
  expect(transport.address).toBe(pty.path);
  await connection.write(bytesOf('found'));
  await expect.poll(() => textOf(pty.written())).toBe('found');
  expect(textOf(other.written())).toBe('');
});

test('DEV-11 a stranger at the old path is not opened; without any list the path is', async (context) => {
  needPty(context);
  const { path } = await openPty();
  const settings = { ...serialSettings(path), usb };
  const stranger = { path, usb: { vendorId: '0c2e', productId: '0720' } };
  const taken = createSerialTransport(settings, { listPorts: async () => [stranger] });
  const error = await refusal(() => connect(taken));
  expect(error.fault).toBe('notFound');
  expect(error.message).toBe(
    `${path}: USB device 04b8:0202 with serial number J1KF000001 is not attached`,
  );
  const { lost } = await connect(createSerialTransport(settings, { listPorts: async () => [] }));
  expect(lost).toEqual([]);
});

test('DEV-12 what arrived before it was opened is thrown away', async (context) => {
  needPty(context);
  const pty = await openPty();
  await pty.send(bytesOf('stale'));
  await pause(200);
  const { data } = await connect(createSerialTransport(serialSettings(pty.path)));
  await pty.send(bytesOf('fresh'));
  await expect.poll(() => textOf(data())).toBe('fresh');
});

test('DEV-12 closing lets the end of a job, or a drawer pulse, go out', async (context) => {
  needPty(context);
  const pty = await openPty();
  const transport = createSerialTransport(serialSettings(pty.path));
  let expected = '';
  for (let round = 0; round < 20; round += 1) {
    const { connection } = await connect(transport);
    const job = String(round % 10).repeat(round % 2 === 0 ? 3_000 : 5);
    expected += job;
    await connection.write(bytesOf(job));
    await connection.close();
    // A real line is empty once it is closed; of a pseudo-terminal the next open throws the rest away.
    await expect.poll(() => pty.written().length, { timeout: 10_000 }).toBe(expected.length);
  }
  expect(textOf(pty.written())).toBe(expected);
});
