import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listLinuxSerialPorts } from '#main/devices/transports/linux-serial-ports.ts';
import {
  findSerialPort,
  listSerialPorts,
  serialPortView,
} from '#main/devices/transports/serial-ports.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

/** A machine as sysfs shows it: files by their path, links by where they lead. */
function machine(ports: readonly string[]) {
  const root = tempFolder();
  const sysfs = join(root, 'sys');
  const dev = join(root, 'dev');
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(sysfs, path)), { recursive: true });
    writeFileSync(join(sysfs, path), `${text}\n`);
  };
  const link = (path: string, target: string) => {
    mkdirSync(dirname(join(sysfs, path)), { recursive: true });
    mkdirSync(join(sysfs, target), { recursive: true });
    symlinkSync(join(sysfs, target), join(sysfs, path));
  };
  mkdirSync(join(sysfs, 'class/tty'), { recursive: true });
  mkdirSync(dev);
  for (const port of ports) writeFileSync(join(dev, port), '');
  return {
    put,
    link,
    /** A port whose hardware is in `device`. */
    port(name: string, device: string) {
      link(`class/tty/${name}`, `${device}/tty/${name}`);
      link(`${device}/tty/${name}/device`, device);
    },
    async list() {
      const found = await listLinuxSerialPorts(sysfs, dev);
      const relative = found.map((port) => ({ ...port, path: port.path.slice(root.length) }));
      return relative.toSorted((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}

const bus = 'devices/pci0000:00/0000:00:14.0/usb1';

test('DEV-13 a USB port tells the identity of the device that its cable leads to', async () => {
  const { port, put, list } = machine(['ttyUSB0', 'ttyACM0']);
  // The hub of the machine and one on the desk are USB devices too, but not the ones asked for.
  put(`${bus}/idVendor`, '1d6b');
  put(`${bus}/idProduct`, '0002');
  put(`${bus}/1-2/idVendor`, '05e3');
  put(`${bus}/1-2/idProduct`, '0610');
  port('ttyUSB0', `${bus}/1-2/1-2.1/1-2.1:1.0/ttyUSB0`);
  put(`${bus}/1-2/1-2.1/idVendor`, '0403');
  put(`${bus}/1-2/1-2.1/idProduct`, '6001');
  put(`${bus}/1-2/1-2.1/serial`, 'A50285BI');
  put(`${bus}/1-2/1-2.1/manufacturer`, 'FTDI');
  port('ttyACM0', `${bus}/1-3/1-3:1.0`);
  put(`${bus}/1-3/idVendor`, '0C2E');
  put(`${bus}/1-3/idProduct`, '0720');
  put(`${bus}/1-3/serial`, '  ');
  expect(await list()).toEqual([
    { path: '/dev/ttyACM0', usb: { vendorId: '0c2e', productId: '0720' } },
    {
      path: '/dev/ttyUSB0',
      manufacturer: 'FTDI',
      usb: { vendorId: '0403', productId: '6001', serialNumber: 'A50285BI' },
    },
  ]);
});

test('DEV-13 of built-in ports those are listed that have hardware', async () => {
  const { port, put, link, list } = machine(['ttyS0', 'ttyS1', 'ttyS4', 'ttyS5', 'ttyAMA0']);
  port('ttyS0', 'devices/pnp0/00:03');
  put('devices/pnp0/00:03/tty/ttyS0/type', '4');
  // Places that the kernel keeps, without anything in them.
  port('ttyS1', 'devices/platform/serial8250');
  put('devices/platform/serial8250/tty/ttyS1/type', '0');
  // Without a type the driver decides.
  port('ttyS4', 'devices/platform/serial8250-4');
  link('devices/platform/serial8250-4/driver', 'bus/platform/drivers/serial8250');
  port('ttyS5', 'devices/platform/fe201000.serial');
  link('devices/platform/fe201000.serial/driver', 'bus/platform/drivers/of_serial');
  port('ttyAMA0', 'devices/platform/soc/fe201400.serial');
  expect(await list()).toEqual([
    { path: '/dev/ttyAMA0' },
    { path: '/dev/ttyS0' },
    { path: '/dev/ttyS5' },
  ]);
});

test('DEV-13 consoles, pseudo-terminals and ports without a device file are not listed', async () => {
  const { port, link, list } = machine(['tty0', 'ptmx', 'ttyS0']);
  link('class/tty/tty0', 'devices/virtual/tty/tty0');
  link('class/tty/ptmx', 'devices/virtual/tty/ptmx');
  // A port of no device, and one that is just going.
  link('class/tty/ttyS0', 'devices/virtual/tty/ttyS0');
  port('ttyUSB0', `${bus}/1-2/1-2:1.0/ttyUSB0`);
  expect(await list()).toEqual([]);
  expect(await listLinuxSerialPorts(join(tempFolder(), 'none'), '/dev')).toEqual([]);
});

test('DEV-13 this machine answers in the order of paths', async () => {
  const paths = (await listSerialPorts()).map(({ path }) => path);
  const { compare } = new Intl.Collator('en', { numeric: true });
  expect(paths).toEqual(paths.toSorted(compare));
});

test('DEV-13 what Windows and macOS tell is cleaned', () => {
  expect(
    serialPortView({
      path: 'COM3',
      manufacturer: 'FTDI',
      vendorId: '0403',
      productId: '6001',
      serialNumber: 'A50285BI',
    }),
  ).toEqual({
    path: 'COM3',
    manufacturer: 'FTDI',
    usb: { vendorId: '0403', productId: '6001', serialNumber: 'A50285BI' },
  });
  // A number that Windows makes up from the socket would be another one in the next socket.
  expect(
    serialPortView({
      path: 'COM4',
      vendorId: '4B8',
      productId: '0E15',
      serialNumber: '6&1A2B3C4D&0&2',
    }),
  ).toEqual({ path: 'COM4', usb: { vendorId: '04b8', productId: '0e15' } });
  expect(serialPortView({ path: 'COM1', manufacturer: ' ' })).toEqual({ path: 'COM1' });
  expect(serialPortView({ path: 'COM2', vendorId: 'what', productId: '0001' })).toEqual({
    path: 'COM2',
  });
});

const epson = { vendorId: '04b8', productId: '0202' };
const ports = [
  { path: '/dev/ttyS0' },
  { path: '/dev/ttyUSB10', usb: { ...epson, serialNumber: 'B' } },
  { path: '/dev/ttyUSB2', usb: { ...epson, serialNumber: 'A' } },
  { path: '/dev/ttyUSB0', usb: { vendorId: '0c2e', productId: '0720' } },
];
const found = (usb: Parameters<typeof findSerialPort>[1], path = '/dev/ttyUSB0') =>
  findSerialPort(ports, usb, path)?.path ?? null;

test('DEV-11 the serial number decides when there is one', () => {
  expect(found({ ...epson, serialNumber: 'A' })).toBe('/dev/ttyUSB2');
  expect(found({ ...epson, serialNumber: 'B' }, '/dev/ttyUSB2')).toBe('/dev/ttyUSB10');
  expect(found({ ...epson, serialNumber: 'C' })).toBeNull();
});

test('DEV-11 of equal devices the one at the old path, or else the first', () => {
  expect(found(epson)).toBe('/dev/ttyUSB2');
  expect(found(epson, '/dev/ttyUSB10')).toBe('/dev/ttyUSB10');
  expect(found({ vendorId: '04b8', productId: '0e15' }, '/dev/ttyUSB2')).toBeNull();
  // A device without a serial number is not the one that has one.
  expect(found({ vendorId: '0c2e', productId: '0720', serialNumber: 'A' })).toBeNull();
});
