import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, type TestContext, test } from 'vitest';
import {
  type Connection,
  type Transport,
  TransportError,
} from '#main/devices/transports/transport.ts';
import { seededRandom } from '../../helpers/random.ts';

/** The device at the other end of the cable. */
export interface FarEnd {
  /** What arrived, over all connections. */
  received(): Uint8Array;
  /** Sends to whoever is connected. */
  send(bytes: Uint8Array): Promise<void>;
  /** Takes no bytes until `startReading`. */
  stopReading(): void;
  startReading(): void;
  /** Pulls the cable; until `replug`, nothing is there. */
  unplug(): Promise<void>;
  /** Puts it in again, at the same address. */
  replug(): Promise<void>;
}

export interface TransportWorld {
  readonly transport: Transport;
  readonly address: string;
  readonly device: FarEnd;
  /** More bytes than all buffers between the two hold. */
  readonly tooMuch: number;
}

const unplugToldMs = 3_000;
/** Long enough for what must not happen. */
const quietMs = 300;

/**
 * What every transport must do alike, over a real cable of its kind. Rules: docs/specs/devices.md.
 * `makeWorld` clears up after the test that it is called in, or skips it.
 */
export function transportContractSuite(
  kind: string,
  makeWorld: (context: TestContext) => Promise<TransportWorld>,
): void {
  describe(`${kind} transport`, () => {
    test('DEV-1 it tells how a person finds the device, before and after it is opened', async (context) => {
      const world = await makeWorld(context);
      expect(world.transport.address).toBe(world.address);
      await connect(world.transport);
      expect(world.transport.address).toBe(world.address);
    });

    test('DEV-2 what is not there cannot be opened: notFound, with the address', async (context) => {
      const world = await makeWorld(context);
      await world.device.unplug();
      const error = await refusal(() => connect(world.transport));
      expect(error.fault).toBe('notFound');
      expect(error.message).toContain(world.address);
    });

    test('DEV-3 one connection at a time: the second is refused, the first goes on', async (context) => {
      const world = await makeWorld(context);
      const first = connect(world.transport);
      expect((await refusal(() => connect(world.transport))).fault).toBe('inUse');
      const { connection } = await first;
      expect((await refusal(() => connect(world.transport))).fault).toBe('inUse');
      await connection.write(bytesOf('still here'));
      await expect.poll(() => textOf(world.device.received())).toBe('still here');
    });

    test('DEV-3 opening waits until the last connection has let go', async (context) => {
      const world = await makeWorld(context);
      const first = await connect(world.transport);
      const letGo = first.connection.close();
      const second = await connect(world.transport);
      await second.connection.write(bytesOf('second'));
      await expect.poll(() => textOf(world.device.received())).toContain('second');
      await letGo;
      expect(second.lost).toEqual([]);
    });

    test('DEV-4 every byte arrives as it is and in order, both ways, in whatever pieces', async (context) => {
      const { transport, device } = await makeWorld(context);
      const { connection, data } = await connect(transport);
      const there = mixedBytes(100_000, 1);
      const back = mixedBytes(100_000, 2);
      await Promise.all([
        // Not awaited one by one: keeping their order is the connection's business.
        Promise.all(oddPieces(there, 3).map((piece) => connection.write(piece))),
        sendAll(device, oddPieces(back, 4)),
      ]);
      await expect.poll(() => device.received().length, waitLong).toBe(there.length);
      await expect.poll(() => data().length, waitLong).toBe(back.length);
      expect(Buffer.compare(device.received(), there)).toBe(0);
      expect(Buffer.compare(data(), back)).toBe(0);
    });

    test('DEV-5 a write waits for a device that does not take the bytes, and ends when it does', async (context) => {
      const { transport, device, tooMuch } = await makeWorld(context);
      const { connection, lost } = await connect(transport);
      device.stopReading();
      const bytes = mixedBytes(tooMuch, 5);
      const writing = watched(connection.write(bytes));
      const next = watched(connection.write(bytesOf('next')));
      await pause(quietMs);
      expect([writing.state(), next.state()]).toEqual(['waiting', 'waiting']);
      device.startReading();
      await writing.promise;
      await next.promise;
      await expect.poll(() => device.received().length, waitLong).toBe(tooMuch + 4);
      expect(Buffer.compare(device.received().subarray(0, tooMuch), bytes)).toBe(0);
      expect(lost).toEqual([]);
    });

    test('DEV-6 while a write waits, what the device sends is heard, and the write still ends', async (context) => {
      const { transport, device, tooMuch } = await makeWorld(context);
      const { connection, data } = await connect(transport);
      device.stopReading();
      const writing = watched(connection.write(mixedBytes(tooMuch, 6)));
      await pause(quietMs);
      for (let told = 1; told <= 5; told += 1) {
        await device.send(bytesOf('no paper;'));
        await expect.poll(() => textOf(data())).toBe('no paper;'.repeat(told));
      }
      expect(writing.state()).toBe('waiting');
      device.startReading();
      await writing.promise;
      await expect.poll(() => device.received().length, waitLong).toBe(tooMuch);
    });

    test('DEV-7 an unplug is told once, within three seconds', async (context) => {
      const { transport, device } = await makeWorld(context);
      const { connection, lost } = await connect(transport);
      await connection.write(bytesOf('hello'));
      const unpluggedMs = performance.now();
      await device.unplug();
      await expect.poll(() => lost.length, waitLong).toBe(1);
      expect(performance.now() - unpluggedMs).toBeLessThan(unplugToldMs);
      expect(lost[0]).toBeInstanceOf(TransportError);
      expect(lost[0]?.fault).toBe('notFound');
      expect(lost[0]?.message).toContain(transport.address);
      await pause(quietMs);
      expect(lost).toHaveLength(1);
      expect(await refusal(() => connection.write(bytesOf('more')))).toBe(lost[0]);
      await connection.close();
      expect(lost).toHaveLength(1);
    });

    test('DEV-7 an unplug ends the writes that wait', async (context) => {
      const { transport, device, tooMuch } = await makeWorld(context);
      const { connection, lost } = await connect(transport);
      device.stopReading();
      const writing = [
        watched(connection.write(mixedBytes(tooMuch, 7))),
        watched(connection.write(bytesOf('next'))),
      ];
      await pause(quietMs);
      const unpluggedMs = performance.now();
      await device.unplug();
      for (const write of writing) {
        expect((await refusal(() => write.promise)).fault).toBe('notFound');
      }
      expect(performance.now() - unpluggedMs).toBeLessThan(unplugToldMs);
      expect(lost).toHaveLength(1);
    });

    test('DEV-8 closing ends the writes that wait, and nothing is told any more', async (context) => {
      const { transport, device, tooMuch } = await makeWorld(context);
      const { connection, lost, data } = await connect(transport);
      device.stopReading();
      const writing = watched(connection.write(mixedBytes(tooMuch, 8)));
      await pause(quietMs);
      const letGo = connection.close();
      const error = await refusal(() => writing.promise);
      expect(error.message).toBe(`${transport.address} was closed`);
      await letGo;
      await connection.close();
      expect((await refusal(() => connection.write(bytesOf('more')))).fault).toBe('failed');
      await device.unplug();
      await pause(quietMs);
      expect(lost).toEqual([]);
      expect(data()).toHaveLength(0);
    });

    test('DEV-9 it opens again when the device is back, as often as that happens', async (context) => {
      const { transport, device } = await makeWorld(context);
      for (const round of ['one', 'two', 'three']) {
        const { connection, lost, data } = await connect(transport);
        await connection.write(bytesOf(round));
        await expect.poll(() => textOf(device.received())).toContain(round);
        await device.send(bytesOf(`heard ${round}`));
        await expect.poll(() => textOf(data())).toBe(`heard ${round}`);
        await device.unplug();
        await expect.poll(() => lost.length, waitLong).toBe(1);
        expect((await refusal(() => connect(transport))).fault).toBe('notFound');
        await device.replug();
      }
    });
  });
}

const waitLong = { timeout: 20_000, interval: 20 };

export interface Connected {
  readonly connection: Connection;
  /** What the device sent over this connection. */
  data(): Uint8Array;
  readonly lost: readonly TransportError[];
}

/** Opens a transport and keeps what it tells; closed when the test is over. */
export async function connect(transport: Transport): Promise<Connected> {
  const pieces: Uint8Array[] = [];
  const lost: TransportError[] = [];
  const connection = await transport.open({
    data: (bytes) => pieces.push(bytes),
    lost: (error) => lost.push(error),
  });
  onTestFinished(() => connection.close());
  return { connection, data: () => Buffer.concat(pieces), lost };
}

/** The error of what must be refused. */
export async function refusal(attempt: () => Promise<unknown>): Promise<TransportError> {
  const error: unknown = await attempt().then(
    () => 'it went through',
    (reason: unknown) => reason,
  );
  if (!(error instanceof TransportError)) throw new Error(`No TransportError: ${String(error)}`);
  return error;
}

/** A promise whose state can be looked at, and that may reject unheard. */
export function watched(promise: Promise<void>) {
  let state: 'waiting' | 'done' | 'refused' = 'waiting';
  promise.then(
    () => {
      state = 'done';
    },
    () => {
      state = 'refused';
    },
  );
  return { promise, state: () => state };
}

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Bytes of all 256 values, first in order and then mixed. */
function mixedBytes(length: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length }, (_, at) => (at < 256 ? at : Math.floor(random() * 256)));
}

/** Cuts bytes into pieces of one byte to some thousands. */
function oddPieces(bytes: Uint8Array, seed: number): readonly Uint8Array[] {
  const random = seededRandom(seed);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor(random() ** 4 * 7_000);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

async function sendAll(device: FarEnd, pieces: readonly Uint8Array[]): Promise<void> {
  for (const piece of pieces) await device.send(piece);
}
