import { expect, test } from 'vitest';
import { keepOpen } from '#main/devices/keep-open.ts';
import { type ConnectionListener, TransportError } from '#main/devices/transports/transport.ts';
import { manualTime, settle } from '../../helpers/manual-timers.ts';
import { scriptedTransport } from '../../helpers/scripted-transport.ts';

function world(retryMs?: readonly number[]) {
  const transport = scriptedTransport();
  const time = manualTime();
  const told: string[] = [];
  const start = () =>
    keepOpen(
      transport,
      {
        opened: () => told.push('opened'),
        data: (bytes) => told.push(`data ${[...bytes].join(' ')}`),
        lost: (error) => told.push(`lost ${error.fault}`),
        ...(retryMs === undefined ? {} : { retryMs }),
      },
      time,
    );
  return { transport, time, told, start };
}

const bytes = (...values: number[]) => Uint8Array.from(values);

test('DEV-60 opens at once, and again half a second after the line was lost', async () => {
  const { transport, time, told, start } = world();
  const line = start();
  expect(line.connection()).toBeNull();
  await settle();
  expect(line.connection()).not.toBeNull();
  transport.send(bytes(1, 2));
  transport.unplug();
  expect(line.connection()).toBeNull();
  expect(told).toEqual(['opened', 'data 1 2', 'lost notFound']);
  await time.advance(499);
  expect(transport.tries()).toBe(1);
  await time.advance(1);
  expect(told).toEqual(['opened', 'data 1 2', 'lost notFound', 'opened']);
  await line.connection()?.write(bytes(9));
  expect(transport.line().written).toEqual([bytes(9)]);
});

test('DEV-60 waits 0.5, 1 and then 2 seconds between tries, and anew after a success', async () => {
  const { transport, time, told, start } = world();
  transport.refuse(new TransportError('notFound', 'no such port'));
  start();
  await settle();
  const triedAt: number[] = [];
  for (let at = 0; at < 8000; at += 100) {
    const before = transport.tries();
    await time.advance(100);
    if (transport.tries() > before) triedAt.push(time.now());
  }
  expect(triedAt).toEqual([500, 1500, 3500, 5500, 7500]);
  expect(told).toEqual(Array(6).fill('lost notFound'));

  transport.refuse(null);
  await time.advance(2000);
  expect(told.at(-1)).toBe('opened');
  transport.unplug();
  await time.advance(500);
  expect(told.slice(-2)).toEqual(['lost notFound', 'opened']);
});

test('DEV-60 retries in its own rhythm when it is given one', async () => {
  const { transport, time, start } = world([10, 20]);
  transport.refuse(new TransportError('inUse', 'held'));
  start();
  await time.advance(10 + 20 + 20);
  expect(transport.tries()).toBe(4);
});

test('DEV-60 what the driver throws besides is told as a failed line', async () => {
  const { transport, told, start } = world();
  // A driver that breaks its promise to throw nothing but a TransportError.
  transport.refuse(new Error('Kaputt') as TransportError);
  start();
  await settle();
  expect(told).toEqual(['lost failed']);
});

test('DEV-61 tells nothing of a line that was let go, and opens one line at a time', async () => {
  const { transport, told, start } = world();
  const line = start();
  await settle();
  await Promise.all([line.reopen(), line.reopen()]);
  expect(transport.lines.map(({ closed }) => closed)).toEqual([true, true, false]);
  expect(told).toEqual(['opened', 'opened', 'opened']);
  for (const old of transport.lines.slice(0, 2)) {
    old.listener.data(bytes(7));
    old.listener.lost(new TransportError('failed', 'too late'));
  }
  expect(told).toEqual(['opened', 'opened', 'opened']);
});

test('DEV-61 reopening does not wait for the next try, and resolves when its own is over', async () => {
  const { transport, time, told, start } = world();
  transport.refuse(new TransportError('noPermission', 'not yours'));
  const line = start();
  await time.advance(5000);
  const before = transport.tries();
  await line.reopen();
  expect(transport.tries()).toBe(before + 1);
  expect(told.at(-1)).toBe('lost noPermission');
  transport.refuse(null);
  await line.reopen();
  expect(line.connection()).not.toBeNull();
  expect(time.waiting()).toBe(0);
});

test('DEV-61 closing ends everything, in whatever state it is', async () => {
  const opened = world();
  const line = opened.start();
  await settle();
  await line.close();
  await line.close();
  await line.reopen();
  expect(opened.transport.line().closed).toBe(true);
  expect(line.connection()).toBeNull();
  expect(opened.told).toEqual(['opened']);

  const opening = world();
  opening.transport.hold();
  const early = opening.start();
  await settle();
  const closing = early.close();
  opening.transport.answer();
  await closing;
  expect(opening.transport.line().closed).toBe(true);
  expect(opening.told).toEqual([]);

  const waiting = world();
  waiting.transport.refuse(new TransportError('notFound', 'gone'));
  const never = waiting.start();
  await settle();
  await never.close();
  await waiting.time.advance(60_000);
  expect(waiting.transport.tries()).toBe(1);
  expect(waiting.time.waiting()).toBe(0);
});

test('DEV-61 nothing that arrives while it opens is lost or told too early', async () => {
  const { time, told } = world();
  const buffer = bytes(1, 2, 3);
  let listener: ConnectionListener | undefined;
  let goOn = () => {};
  let tries = 0;
  keepOpen(
    {
      address: 'early:0',
      bytesPerSecond: null,
      async open(given) {
        tries += 1;
        listener = given;
        given.data(buffer);
        buffer.fill(0);
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
        return { write: async () => {}, close: async () => {} };
      },
    },
    {
      opened: () => told.push('opened'),
      data: (data) => told.push(`data ${[...data].join(' ')}`),
      lost: (error) => told.push(`lost ${error.fault}`),
    },
    time,
  );
  await settle();
  expect(told).toEqual([]);
  goOn();
  await settle();
  expect(told).toEqual(['opened', 'data 1 2 3']);

  // Lost in the moment in which it opened: it never was of use.
  listener?.lost(new TransportError('failed', 'noise'));
  await time.advance(500);
  goOn();
  listener?.lost(new TransportError('inUse', 'noise again'));
  await settle();
  expect(told.slice(2)).toEqual(['lost failed', 'lost inUse']);
  expect(tries).toBe(2);
});
