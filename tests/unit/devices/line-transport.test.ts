import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createLineTransport,
  type DriverLine,
  type LineDriver,
} from '#main/devices/transports/line-transport.ts';
import { type ConnectionListener, TransportError } from '#main/devices/transports/transport.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = new Promise<never>(() => undefined);
const gone = new TransportError('notFound', 'COM3 is gone');

/** A driver that a test plays itself. */
function driver(open: LineDriver['open']) {
  return createLineTransport({ address: () => 'COM3', bytesPerSecond: 960, open });
}

function line(changes: Partial<DriverLine> = {}): DriverLine & { readonly closed: () => number } {
  let closed = 0;
  return {
    write: async () => undefined,
    async close() {
      closed += 1;
      await changes.close?.();
    },
    ...(changes.write === undefined ? {} : { write: changes.write }),
    closed: () => closed,
  };
}

function hearing() {
  const heard: string[] = [];
  const listener: ConnectionListener = {
    data: (bytes) => heard.push(Buffer.from(bytes).toString()),
    lost: (error) => heard.push(error.message),
  };
  return { heard, listener };
}

test('DEV-2 a system that does not open the line is given up after five seconds', async () => {
  const late = line();
  const opening = Promise.withResolvers<DriverLine>();
  const transport = driver(() => opening.promise);
  const refused = expect(transport.open(hearing().listener)).rejects.toMatchObject({
    fault: 'failed',
    message: 'COM3: the system did not open it in 5 s',
  });
  await vi.advanceTimersByTimeAsync(5_000);
  await refused;
  // What opens after all is let go.
  opening.resolve(late);
  await nextTurn();
  expect(late.closed()).toBe(1);
});

test('DEV-2 whatever a driver throws is told with the address', async () => {
  const transport = driver(() => {
    throw new Error('bindings not found');
  });
  await expect(transport.open(hearing().listener)).rejects.toEqual(
    new TransportError('failed', 'COM3: bindings not found'),
  );
  await expect(transport.open(hearing().listener)).rejects.toMatchObject({ fault: 'failed' });
});

test('DEV-3 a line is opened only after the driver has let the last one go', async () => {
  const letGo = Promise.withResolvers<void>();
  let opened = 0;
  const transport = driver(async () => {
    opened += 1;
    return line({ close: () => letGo.promise });
  });
  const first = await transport.open(hearing().listener);
  const closing = first.close();
  const second = transport.open(hearing().listener);
  await nextTurn();
  expect(opened).toBe(1);
  letGo.resolve();
  await second;
  await closing;
  expect(opened).toBe(2);
});

test('DEV-4 nothing is told before the connection is in hand, then all of it in order', async () => {
  const { heard, listener } = hearing();
  const transport = driver(async (driverListener) => {
    driverListener.data(Buffer.from('one'));
    queueMicrotask(() => driverListener.data(Buffer.from('two')));
    return line();
  });
  let driverListener: ConnectionListener = listener;
  const early = createLineTransport({
    address: () => 'COM3',
    bytesPerSecond: null,
    async open(given) {
      driverListener = given;
      return line();
    },
  });
  await transport.open(listener).then(() => expect(heard).toEqual([]));
  await nextTurn();
  expect(heard).toEqual(['one', 'two']);

  await early.open(listener);
  driverListener.data(Buffer.from('three'));
  driverListener.lost(gone);
  expect(heard).toEqual(['one', 'two']);
  await nextTurn();
  expect(heard).toEqual(['one', 'two', 'three', 'COM3 is gone']);
});

test('DEV-7 a line that is lost while it opens is refused and never told as lost', async () => {
  const { heard, listener } = hearing();
  const opened = line();
  const transport = driver(async (driverListener) => {
    driverListener.lost(gone);
    return opened;
  });
  await expect(transport.open(listener)).rejects.toBe(gone);
  await nextTurn();
  expect(heard).toEqual([]);
  expect(opened.closed()).toBe(1);
});

test('DEV-7 a driver that fails to write has lost the line, and may say so as often as it likes', async () => {
  const { heard, listener } = hearing();
  const opened = line({ write: async () => Promise.reject(new Error('I/O error')) });
  const transport = driver(async (driverListener) => {
    setImmediate(() => {
      driverListener.lost(gone);
      driverListener.data(Buffer.from('late'));
    });
    return opened;
  });
  const connection = await transport.open(listener);
  await expect(connection.write(Buffer.from('x'))).rejects.toMatchObject({
    fault: 'failed',
    message: 'COM3: I/O error',
  });
  await nextTurn();
  await nextTurn();
  expect(heard).toEqual(['COM3: I/O error']);
  expect(opened.closed()).toBe(1);
});

test('DEV-8 closing ends after five seconds even when the driver does not let go', async () => {
  const opened = line({ write: () => never, close: () => never });
  const transport = driver(async () => opened);
  const connection = await transport.open(hearing().listener);
  const refused = expect(connection.write(Buffer.from('x'))).rejects.toMatchObject({
    message: 'COM3 was closed',
  });
  const closing = connection.close();
  await refused;
  const again = connection.close();
  await vi.advanceTimersByTimeAsync(5_000);
  await closing;
  await again;
  expect(opened.closed()).toBe(1);
});

test('DEV-8 what came before the connection was in hand is not told after it was closed', async () => {
  const { heard, listener } = hearing();
  const transport = driver(async (driverListener) => {
    driverListener.data(Buffer.from('early'));
    return line();
  });
  const connection = await transport.open(listener);
  await connection.close();
  await nextTurn();
  expect(heard).toEqual([]);
});
