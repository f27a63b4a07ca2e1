import { expect, test } from 'vitest';
import { createTransport } from '#main/devices/transports/open-transport.ts';
import { connect, textOf } from './transport-contract.ts';
import { createLittleDevice, serialSettings } from './transport-worlds.ts';

test('DEV-19 the settings say which cable it is', () => {
  const { device } = createLittleDevice();
  const addresses = [
    createTransport(serialSettings('COM3'), device),
    createTransport({ kind: 'tcp', host: 'printer.shop', port: 9100 }, device),
    createTransport({ kind: 'file', path: '/dev/usb/lp0' }, device),
    createTransport({ kind: 'virtual' }, device),
  ].map(({ address, bytesPerSecond }) => [address, bytesPerSecond]);
  expect(addresses).toEqual([
    ['COM3', 11_520],
    ['printer.shop:9100', null],
    ['/dev/usb/lp0', null],
    ['virtual', null],
  ]);
});

test('DEV-19 a virtual device hears when the line is let go, and is lost when its cable comes out', async () => {
  const told: string[] = [];
  let plugged = true;
  let onPlug = (): void => undefined;
  const transport = createTransport(
    { kind: 'virtual' },
    {
      plugged: () => plugged,
      onPlug(listener) {
        told.push('watched');
        onPlug = listener;
        return () => told.push('unwatched');
      },
      connect: (line) => ({
        async receive(bytes) {
          told.push(textOf(bytes));
          // A device may answer at once.
          line.send(bytes);
        },
        hangUp: () => told.push('hung up'),
      }),
    },
  );
  const first = await connect(transport);
  await first.connection.write(Buffer.from('job'));
  await expect.poll(() => textOf(first.data())).toBe('job');
  await first.connection.close();
  expect(told).toEqual(['watched', 'job', 'unwatched', 'hung up']);

  const second = await connect(transport);
  plugged = false;
  onPlug();
  await expect
    .poll(() => second.lost.map(({ message }) => message))
    .toEqual(['virtual: its cable is out']);
  expect(told.slice(4)).toEqual(['watched', 'unwatched']);
});
