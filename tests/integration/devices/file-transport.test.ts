import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createFileTransport } from '#main/devices/transports/file-transport.ts';
import { needPty, openPty } from '../../helpers/pty.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { asNobody } from './as-nobody.ts';
import { bytesOf, connect, refusal, textOf, watched } from './transport-contract.ts';

const noDeviceFiles = 'device files are for Linux';

test('DEV-17 an ordinary file, a folder and nothing are refused, and left as they are', async () => {
  const folder = tempFolder();
  const file = join(folder, 'notes.txt');
  writeFileSync(file, 'keep me');
  const ordinary = await refusal(() => connect(createFileTransport(file)));
  expect(ordinary.fault).toBe('failed');
  expect(ordinary.message).toBe(`${file} is no device: nothing is written to it`);
  expect(readFileSync(file, 'utf8')).toBe('keep me');

  const directory = join(folder, 'usb');
  mkdirSync(directory);
  expect((await refusal(() => connect(createFileTransport(directory)))).fault).toBe('failed');

  const missing = join(folder, 'lp0');
  expect((await refusal(() => connect(createFileTransport(missing)))).fault).toBe('notFound');
  expect(existsSync(missing)).toBe(false);
  expect((await refusal(() => connect(createFileTransport(join(file, 'lp0'))))).fault).toBe(
    'notFound',
  );
});

test('DEV-17 a FIFO takes bytes, is not there without a reader, and lost with its path', async (context) => {
  context.skip(process.platform === 'win32', noDeviceFiles);
  const path = join(tempFolder(), 'fifo');
  execFileSync('mkfifo', [path]);
  const transport = createFileTransport(path);
  expect((await refusal(() => connect(transport))).fault).toBe('notFound');

  const reader = await open(path, 'r+');
  onTestFinished(() => reader.close());
  const { connection, data, lost } = await connect(transport);
  await connection.write(bytesOf('into the pipe'));
  const { bytesRead, buffer } = await reader.read(Buffer.alloc(100), 0, 100, null);
  expect(textOf(buffer.subarray(0, bytesRead))).toBe('into the pipe');
  expect(data()).toHaveLength(0);

  rmSync(path);
  const goneMs = performance.now();
  await expect.poll(() => lost.length, { timeout: 5_000, interval: 20 }).toBe(1);
  expect(performance.now() - goneMs).toBeLessThan(2_000);
  expect(lost[0]).toMatchObject({ fault: 'notFound', message: `${path} is gone` });
});

test('DEV-18 a device that may only be written is', async (context) => {
  needPty(context);
  const pty = await openPty();
  chmodSync(dirname(pty.path), 0o755);
  chmodSync(pty.path, 0o222);
  const transport = createFileTransport(pty.path);
  const { connection, data, lost } = await asNobody(() => connect(transport));
  await connection.write(bytesOf('one way'));
  await expect.poll(() => textOf(pty.written())).toBe('one way');
  await pty.send(bytesOf('unheard'));
  await pause(200);
  expect(textOf(data())).toBe('');
  expect(lost).toEqual([]);
  await pty.close();
  await expect.poll(() => lost.length, { timeout: 5_000 }).toBe(1);

  const closed = await openPty();
  chmodSync(dirname(closed.path), 0o755);
  chmodSync(closed.path, 0o000);
  const error = await asNobody(() => refusal(() => connect(createFileTransport(closed.path))));
  expect(error.fault).toBe('noPermission');
  expect(error.message).toContain("open '");
});

test('DEV-18 a device that reads as empty is not lost', async (context) => {
  context.skip(process.platform === 'win32', noDeviceFiles);
  const { connection, lost, data } = await connect(createFileTransport('/dev/null'));
  await connection.write(bytesOf('into the void'));
  await pause(300);
  expect(lost).toEqual([]);
  expect(data()).toHaveLength(0);
});

test('DEV-18 without paper (ENOSPC) a write waits, and can be given up', async (context) => {
  context.skip(!existsSync('/dev/full'), 'needs /dev/full');
  const { connection, lost } = await connect(createFileTransport('/dev/full'));
  const writing = watched(connection.write(bytesOf('no paper')));
  await pause(300);
  expect(writing.state()).toBe('waiting');
  await connection.close();
  await refusal(() => writing.promise);
  expect(lost).toEqual([]);
});
