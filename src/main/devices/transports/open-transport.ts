import type { DeviceConnection } from '#shared/contract/ipc/devices.ts';
import { assertNever } from '#shared/lib/assert.ts';
import { createFileTransport } from './file-transport.ts';
import { createSerialTransport } from './serial-transport.ts';
import { createTcpTransport } from './tcp-transport.ts';
import type { Transport } from './transport.ts';
import type { VirtualDevice } from './virtual-device.ts';
import { createVirtualTransport } from './virtual-transport.ts';

/** The transport for a device's settings; `virtual` is at the end of the line when they say so. */
export function createTransport(connection: DeviceConnection, virtual: VirtualDevice): Transport {
  switch (connection.kind) {
    case 'serial':
      return createSerialTransport(connection);
    case 'tcp':
      return createTcpTransport(connection);
    case 'file':
      return createFileTransport(connection.path);
    case 'virtual':
      return createVirtualTransport('virtual', virtual);
    default:
      return assertNever(connection);
  }
}
