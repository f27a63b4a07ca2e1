import { expect, test } from 'vitest';
import { transportErrorOf } from '#main/devices/transports/system-fault.ts';
import { TransportError } from '#main/devices/transports/transport.ts';

function faultOf(error: unknown): string {
  return transportErrorOf('COM3', error).fault;
}

const coded = (code: string) => Object.assign(new Error('said the system'), { code });

test.each([
  ['ENOENT', 'notFound'],
  ['ENXIO', 'notFound'],
  ['ENODEV', 'notFound'],
  ['EACCES', 'noPermission'],
  ['EPERM', 'noPermission'],
  ['EBUSY', 'inUse'],
  ['ECONNREFUSED', 'notFound'],
  ['EHOSTUNREACH', 'notFound'],
  ['ENOTFOUND', 'notFound'],
  ['ETIMEDOUT', 'notFound'],
  ['EIO', 'failed'],
])('DEV-2 %s is %s', (code, fault) => {
  expect(faultOf(coded(code))).toBe(fault);
});

test.each([
  // Linux, as bindings-cpp 13 writes it.
  ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'notFound'],
  ['Error: No such device or address, cannot open /dev/ttyS4', 'notFound'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'noPermission'],
  ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'inUse'],
  ['Error Resource temporarily unavailable Cannot lock port', 'inUse'],
  ['Error: Inappropriate ioctl for device setting custom baud rate of 9600', 'failed'],
  // Windows and macOS.
  ['Opening COM3: File not found', 'notFound'],
  ['Opening COM3: Access denied', 'inUse'],
  ['Opening COM3: Unknown error code 31', 'failed'],
  ['Error: Device not configured, cannot open /dev/tty.usbserial', 'notFound'],
])('DEV-2 the serial driver: %s', (said, fault) => {
  expect(faultOf(new Error(said))).toBe(fault);
});

test('DEV-2 the message names the address and what the system said', () => {
  expect(transportErrorOf('COM3', coded('EBUSY')).message).toBe('COM3: said the system');
  expect(transportErrorOf('COM3', 'no error at all').message).toBe('COM3: no error at all');
  const error = new TransportError('inUse', 'as it is');
  expect(transportErrorOf('COM3', error)).toBe(error);
});
