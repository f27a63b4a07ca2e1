import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { DeviceConnection, type SerialPortView } from '#shared/contract/ipc/devices.ts';
import {
  connectionOf,
  draftOf,
  problemsOf,
  usbOf,
} from '../../../src/renderer/lib/connection-draft.ts';

const usb = { vendorId: '04b8', productId: '0202' };
const ports: readonly SerialPortView[] = [
  { path: '/dev/ttyUSB0', manufacturer: 'Epson', usb },
  { path: '/dev/ttyS0' },
];
const serial = {
  kind: 'serial',
  path: '/dev/ttyUSB0',
  baudRate: 19_200,
  parity: 'even',
  flowControl: 'rtsCts',
} as const;

const connections: readonly DeviceConnection[] = [
  { kind: 'virtual' },
  serial,
  { ...serial, usb },
  { kind: 'tcp', host: '192.168.1.50', port: 9100 },
  { kind: 'file', path: '/dev/usb/lp0' },
];

describe('UIX-35 a connection that is chosen', () => {
  test.each(connections)('$kind is the same when nothing was changed', (connection) => {
    const draft = draftOf(connection);
    expect(problemsOf(draft)).toEqual({});
    expect(connectionOf(draft, ports)).toEqual(connection);
  });

  test('a port with a USB identity is followed, unless somebody says otherwise', () => {
    const draft = draftOf({ kind: 'virtual' });
    const chosen = { ...draft, kind: 'serial' as const, serialPath: '/dev/ttyUSB0' };
    expect(connectionOf(chosen, ports)).toMatchObject({ path: '/dev/ttyUSB0', usb });
    expect(connectionOf({ ...chosen, followUsb: false }, ports)).not.toHaveProperty('usb');
    expect(connectionOf({ ...chosen, serialPath: '/dev/ttyS0' }, ports)).not.toHaveProperty('usb');
  });

  test('the identity of a device that is away is kept with its port, not with another one', () => {
    const draft = draftOf({ ...serial, path: '/dev/ttyUSB7', usb });
    expect(usbOf(draft, ports)).toEqual(usb);
    expect(usbOf({ ...draft, serialPath: '/dev/ttyS0' }, ports)).toBeNull();
    expect(usbOf({ ...draft, serialPath: '/dev/ttyUSB8' }, ports)).toBeNull();
  });

  test('UIX-76 a port in Arabic digits', () => {
    const draft = draftOf({ kind: 'tcp', host: 'printer', port: 9100 });
    expect(problemsOf({ ...draft, port: '٩١٠١' })).toEqual({});
    expect(connectionOf({ ...draft, port: '٩١٠١' }, ports)).toMatchObject({ port: 9101 });
  });

  test('blanks around what was typed are left out', () => {
    const draft = draftOf({ kind: 'tcp', host: 'printer', port: 9100 });
    expect(connectionOf({ ...draft, host: ' printer.shop ', port: ' 9101 ' }, ports)).toEqual({
      kind: 'tcp',
      host: 'printer.shop',
      port: 9101,
    });
  });
});

describe('UIX-35 what is wrong is said by field', () => {
  const tcp = draftOf({ kind: 'tcp', host: 'printer', port: 9100 });

  test.each(['printer', 'printer.shop.example', '192.168.1.50', 'fe80::1%eth0', '::1', 'p_1'])(
    '%s is a host',
    (host) => {
      expect(problemsOf({ ...tcp, host })).toEqual({});
    },
  );

  test.each(['10.0.0.5:9100', 'http://printer', 'two words', 'printer/', '-x', 'a:b'])(
    '%s is none',
    (host) => {
      expect(problemsOf({ ...tcp, host })).toEqual({ host: 'devices.form.hostOdd' });
    },
  );

  test.each(['', '0', '65536', '9100x', '91.5', '-1', '1e3'])('%j is no port', (port) => {
    expect(problemsOf({ ...tcp, port })).toEqual({ port: 'devices.form.portOdd' });
  });

  test('what is missing', () => {
    expect(problemsOf({ ...tcp, host: ' ' })).toEqual({ host: 'devices.form.hostMissing' });
    expect(problemsOf({ ...tcp, kind: 'serial' })).toEqual({
      serialPath: 'devices.form.portMissing',
    });
    expect(problemsOf({ ...tcp, kind: 'file' })).toEqual({ filePath: 'devices.form.fileMissing' });
    expect(problemsOf({ ...tcp, kind: 'virtual', host: '' })).toEqual({});
  });

  test('what has no problem is what the core takes', () => {
    for (const connection of connections) {
      const built = connectionOf(draftOf(connection), ports);
      expect(Value.Check(DeviceConnection, built)).toBe(true);
    }
  });
});
