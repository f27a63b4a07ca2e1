import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { createFileTransport } from '#main/devices/transports/file-transport.ts';
import { createSerialTransport } from '#main/devices/transports/serial-transport.ts';
import { createTcpTransport } from '#main/devices/transports/tcp-transport.ts';
import type { Transport } from '#main/devices/transports/transport.ts';
import type { VirtualDevice, VirtualLine } from '#main/devices/transports/virtual-device.ts';
import { createVirtualTransport } from '#main/devices/transports/virtual-transport.ts';
import type { SerialConnection } from '#shared/contract/ipc/devices.ts';
import { needPty, openPty } from '../../helpers/pty.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import type { FarEnd, TransportWorld } from './transport-contract.ts';

const megabyte = 1024 * 1024;

export const serialSettings = (path: string): SerialConnection => ({
  kind: 'serial',
  path,
  baudRate: 115_200,
  parity: 'none',
  flowControl: 'none',
});

export async function serialWorld(context: TestContext): Promise<TransportWorld> {
  return ptyWorld(context, (path) => createSerialTransport(serialSettings(path)));
}

export async function fileWorld(context: TestContext): Promise<TransportWorld> {
  return ptyWorld(context, createFileTransport);
}

/** A real terminal device; what differs is how the transport under test opens it. */
async function ptyWorld(
  context: TestContext,
  transportTo: (path: string) => Transport,
): Promise<TransportWorld> {
  needPty(context);
  const path = join(tempFolder(), 'tty');
  let pty = await openPty({ path });
  const before: Uint8Array[] = [];
  return {
    transport: transportTo(path),
    address: path,
    tooMuch: megabyte,
    device: {
      received: () => Buffer.concat([...before, pty.written()]),
      send: (bytes) => pty.send(bytes),
      stopReading: () => pty.pause(),
      startReading: () => pty.resume(),
      async unplug() {
        await pty.close();
      },
      async replug() {
        before.push(pty.written());
        pty = await openPty({ path });
      },
    },
  };
}

export async function tcpWorld(): Promise<TransportWorld> {
  const device = await startTcpDevice();
  return {
    transport: createTcpTransport({ host: '127.0.0.1', port: device.port }),
    address: `127.0.0.1:${device.port}`,
    // The buffers of a local connection grow to several megabytes.
    tooMuch: 24 * megabyte,
    device,
  };
}

async function startTcpDevice(): Promise<FarEnd & { readonly port: number }> {
  const pieces: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  let newest: Socket | null = null;
  let server: Server;

  async function listen(port: number): Promise<number> {
    server = createServer((socket) => {
      newest = socket;
      sockets.add(socket);
      socket.on('data', (bytes) => pieces.push(bytes));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        if (newest === socket) newest = null;
      });
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    // It is a TCP server.
    return (server.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    if (server.listening || sockets.size > 0) await closed;
  }

  /** The accepting side hears of a connection a little later than the connecting one. */
  async function connected(): Promise<Socket> {
    while (newest === null) await once(server, 'connection');
    return newest;
  }

  const port = await listen(0);
  onTestFinished(stop);
  return {
    port,
    received: () => Buffer.concat(pieces),
    async send(bytes) {
      (await connected()).write(bytes);
    },
    stopReading: () => {
      const pauseIt = (socket: Socket): unknown => socket.pause();
      if (newest === null) server.once('connection', pauseIt);
      else pauseIt(newest);
    },
    startReading: () => newest?.resume(),
    unplug: stop,
    async replug() {
      await listen(port);
    },
  };
}

export async function virtualWorld(): Promise<TransportWorld> {
  const { device, ...farEnd } = createLittleDevice();
  return {
    transport: createVirtualTransport('virtual printer', device),
    address: 'virtual printer',
    tooMuch: megabyte,
    device: farEnd,
  };
}

/** A virtual device that keeps what it gets. */
export function createLittleDevice(): FarEnd & { readonly device: VirtualDevice } {
  const pieces: Uint8Array[] = [];
  const watchers = new Set<() => void>();
  let line: VirtualLine | null = null;
  let plugged = true;
  let reading: Promise<void> = Promise.resolve();
  let readOn = (): void => {};

  function plug(next: boolean): void {
    plugged = next;
    for (const watcher of [...watchers]) watcher();
  }

  return {
    device: {
      plugged: () => plugged,
      onPlug(listener) {
        watchers.add(listener);
        return () => {
          watchers.delete(listener);
        };
      },
      connect(opened) {
        line = opened;
        return {
          async receive(bytes) {
            await reading;
            pieces.push(bytes);
          },
          hangUp() {
            line = null;
          },
        };
      },
    },
    received: () => Buffer.concat(pieces),
    async send(bytes) {
      line?.send(bytes);
    },
    stopReading() {
      reading = new Promise((resolve) => {
        readOn = resolve;
      });
    },
    startReading: () => readOn(),
    async unplug() {
      line?.unplug();
      line = null;
      plug(false);
    },
    async replug() {
      plug(true);
    },
  };
}
