import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SerialPortView } from '#shared/contract/ipc/devices.ts';
import { usbIdentityOf } from './usb-identity.ts';

const named = /^tty(USB|ACM|AMA|S)\d+$/;

/**
 * The serial ports that Linux shows under `sysfs` (`/sys`) and `dev` (`/dev`), in no order. The serial
 * driver's own list asks `udevadm`, and where that is missing it takes the process down.
 * Source: Documentation/ABI/stable/sysfs-bus-usb and testing/sysfs-tty of the kernel.
 */
export async function listLinuxSerialPorts(
  sysfs: string,
  dev: string,
): Promise<readonly SerialPortView[]> {
  const folder = join(sysfs, 'class/tty');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => named.test(name));
  const ports = names.map(async (name): Promise<readonly SerialPortView[]> => {
    const path = join(dev, name);
    const device = await deviceOf(join(folder, name));
    if (device === null || !existsSync(path)) return [];
    return [{ path, ...(await describeUsb(device, realpathSync(sysfs))) }];
  });
  return (await Promise.all(ports)).flat();
}

/** The folder of the hardware behind a port; null for one that the kernel only keeps a place for. */
async function deviceOf(port: string): Promise<string | null> {
  const device = join(port, 'device');
  if (!existsSync(device)) return null;
  if (!basename(port).startsWith('ttyS')) return realpathSync(device);
  // PORT_UNKNOWN, 0: nothing answered where such a port would be.
  const type = await readLine(join(port, 'type'));
  const driver = join(device, 'driver');
  const real =
    type === null
      ? existsSync(driver) && basename(realpathSync(driver)) !== 'serial8250'
      : type !== '0';
  return real ? realpathSync(device) : null;
}

/** What the nearest USB device above `folder` says of itself; empty where there is none. */
async function describeUsb(
  folder: string,
  root: string,
): Promise<Pick<SerialPortView, 'manufacturer' | 'usb'>> {
  for (let above = folder; above.startsWith(`${root}/`); above = dirname(above)) {
    const vendorId = await readLine(join(above, 'idVendor'));
    if (vendorId === null) continue;
    const usb = usbIdentityOf(
      vendorId,
      await readLine(join(above, 'idProduct')),
      await readLine(join(above, 'serial')),
    );
    const manufacturer = await readLine(join(above, 'manufacturer'));
    return { ...(manufacturer === null ? {} : { manufacturer }), ...(usb === null ? {} : { usb }) };
  }
  return {};
}

/** The line in a file of sysfs; null when the file is missing, unreadable or empty. */
async function readLine(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim() === '' ? null : text.trim();
}
