import type { SerialPortView, UsbIdentity } from '#shared/contract/ipc/devices.ts';
import { listLinuxSerialPorts } from './linux-serial-ports.ts';
import { usbIdentityOf } from './usb-identity.ts';

/** What the serial driver of Windows or macOS tells of a port. */
interface DriverPort {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
}

/** By name, and ttyUSB2 before ttyUSB10. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** The machine's serial ports, in the order of their paths. */
export async function listSerialPorts(): Promise<readonly SerialPortView[]> {
  const ports =
    process.platform === 'linux'
      ? await listLinuxSerialPorts('/sys', '/dev')
      : await listDriverPorts();
  return ports.toSorted((one, other) => compare(one.path, other.path));
}

async function listDriverPorts(): Promise<readonly SerialPortView[]> {
  // Native code, loaded only where it is needed.
  const { SerialPort } = await import('serialport');
  return (await SerialPort.list()).map(serialPortView);
}

/** What the driver tells, cleaned. */
export function serialPortView(port: DriverPort): SerialPortView {
  // A serial number with `&` is none: Windows made it up from the socket that the device sits in.
  const serial = port.serialNumber?.includes('&') ? undefined : port.serialNumber;
  const usb = usbIdentityOf(port.vendorId, port.productId, serial);
  const manufacturer = port.manufacturer?.trim() ?? '';
  return {
    path: port.path,
    ...(manufacturer === '' ? {} : { manufacturer }),
    ...(usb === null ? {} : { usb }),
  };
}

/**
 * The port with this identity, wherever it is; null when it is not there. Of several that cannot be
 * told apart it is the one at `path`, or else the first in the order of paths.
 */
export function findSerialPort(
  ports: readonly SerialPortView[],
  usb: UsbIdentity,
  path: string,
): SerialPortView | null {
  const equal = ports
    .filter((port) => port.usb !== undefined && isSameDevice(port.usb, usb))
    .toSorted((one, other) => compare(one.path, other.path));
  return equal.find((port) => port.path === path) ?? equal[0] ?? null;
}

/** Without a serial number in the settings, any device of the model will do. */
function isSameDevice(found: UsbIdentity, wanted: UsbIdentity): boolean {
  return (
    found.vendorId === wanted.vendorId &&
    found.productId === wanted.productId &&
    (wanted.serialNumber === undefined || found.serialNumber === wanted.serialNumber)
  );
}
