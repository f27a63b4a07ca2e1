import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { SerialPort } from 'serialport';
import type { SerialConnection, SerialPortView } from '#shared/contract/ipc/devices.ts';
import { createLineTransport } from './line-transport.ts';
import { deviceFilePresence, watchPresence } from './presence.ts';
import { serialLineOver } from './serial-line.ts';
import { findSerialPort, listSerialPorts } from './serial-ports.ts';
import { type Transport, TransportError } from './transport.ts';

/** What a test may put in the place of the machine. */
export interface SerialTransportOptions {
  readonly listPorts?: () => Promise<readonly SerialPortView[]>;
  /** Whether the port that was opened at `path` is still there. */
  readonly isThere?: (path: string) => boolean | Promise<boolean>;
}

/** A serial port, found again by its USB identity when that is known, else by its path. */
export function createSerialTransport(
  settings: SerialConnection,
  options: SerialTransportOptions = {},
): Transport {
  const listPorts = options.listPorts ?? listSerialPorts;
  // Eight bits between a start and a stop bit, and the parity bit where there is one.
  const bytesPerSecond = settings.baudRate / (settings.parity === 'none' ? 10 : 11);
  let path = settings.path;
  return createLineTransport({
    address: () => path,
    bytesPerSecond,
    async open(listener) {
      path = await currentPath(settings, listPorts);
      const opened = path;
      const isThere = await presenceOf(opened, listPorts);
      const port = await openPort(opened, settings);
      const stopWatching = watchPresence(
        () => options.isThere?.(opened) ?? isThere(),
        () => listener.lost(new TransportError('notFound', `${opened} is gone`)),
      );
      const line = serialLineOver(port, bytesPerSecond, listener);
      await line.discardStaleInput();
      return {
        write: line.write,
        close() {
          stopWatching();
          return line.close();
        },
      };
    },
  });
}

/** Where the device is now. */
async function currentPath(
  { path, usb }: SerialConnection,
  listPorts: () => Promise<readonly SerialPortView[]>,
): Promise<string> {
  if (usb === undefined) return path;
  const ports = await listPorts();
  // A system that tells of no port at all cannot tell that this one is missing either.
  if (ports.length === 0) return path;
  const found = findSerialPort(ports, usb, path);
  if (found !== null) return found.path;
  const serial = usb.serialNumber === undefined ? '' : ` with serial number ${usb.serialNumber}`;
  const device = `USB device ${usb.vendorId}:${usb.productId}${serial}`;
  throw new TransportError('notFound', `${path}: ${device} is not attached`);
}

/** How to see that the port at `path` is still there. Throws when it is not now, or may not be opened. */
async function presenceOf(
  path: string,
  listPorts: () => Promise<readonly SerialPortView[]>,
): Promise<() => boolean | Promise<boolean>> {
  if (process.platform !== 'win32') {
    const isThere = deviceFilePresence(path);
    // The driver tells why it could not in the language of the system, this in codes.
    await access(path, constants.R_OK | constants.W_OK);
    return isThere;
  }
  const isListed = async () => (await listPorts()).some((port) => port.path === path);
  // A port that the list does not know cannot be missed in it.
  return (await isListed()) ? isListed : () => true;
}

async function openPort(path: string, settings: SerialConnection): Promise<SerialPort> {
  // Native code, loaded only where there is a serial device.
  const { SerialPort: DriverPort } = await import('serialport');
  const port = new DriverPort({
    path,
    baudRate: settings.baudRate,
    parity: settings.parity,
    rtscts: settings.flowControl === 'rtsCts',
    xon: settings.flowControl === 'xonXoff',
    xoff: settings.flowControl === 'xonXoff',
    autoOpen: false,
  });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error === null ? resolve() : reject(error)));
  });
  return port;
}
