import { expect, test } from 'vitest';
import { createScanner, type Scanner } from '#main/devices/scanner.ts';
import { type Transport, TransportError } from '#main/devices/transports/transport.ts';
import { createVirtualTransport } from '#main/devices/transports/virtual-transport.ts';
import { createVirtualScanner } from '#main/devices/virtual/virtual-scanner.ts';
import type { ScannerSettings } from '#shared/contract/ipc/devices.ts';
import type { ScannedCode } from '#shared/contract/ipc/scanner.ts';
import { manualTime, settle } from '../../helpers/manual-timers.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { scriptedTransport } from '../../helpers/scripted-transport.ts';

const virtual: ScannerSettings = { connection: { kind: 'virtual' } };
const noon = Date.UTC(2025, 5, 15, 12);

function world(transportOf: (settings: ScannerSettings) => Transport) {
  const time = manualTime(noon);
  const logger = recordingLogger();
  const scanner = createScanner({
    settings: virtual,
    transportOf,
    clock: time,
    timers: time,
    logger,
  });
  const scans: ScannedCode[] = [];
  scanner.onScan((code) => scans.push(code));
  return { time, logger, scanner, scans };
}

const states = (scanner: Scanner) => {
  const seen: string[] = [];
  scanner.onHealth(() => {
    const { state, problems } = scanner.health();
    seen.push([state, ...problems].join(' '));
  });
  return seen;
};
const latin1 = (text: string) => Buffer.from(text, 'latin1');

test('DEV-73 bytes of the line become scans, in order, across any cuts', async () => {
  const transport = scriptedTransport();
  const { scanner, scans } = world(() => transport);
  await settle();
  for (const byte of latin1(']E04006381333931\r\n]C1010950600013435210A\u001d21B\r\n')) {
    transport.send(Uint8Array.of(byte));
  }
  expect(scans).toEqual([
    { text: '4006381333931', gtin14: '04006381333931' },
    { text: '(01)09506000134352(10)A(21)B', gtin14: '09506000134352', lot: 'A', serial: 'B' },
  ]);
  expect(scanner.health().lastAnswerAt).toBe(noon);
});

test('DEV-66 DEV-73 what is refused is no scan; the log hears why, and not what it was', async () => {
  const transport = scriptedTransport();
  const { scanner, scans, logger } = world(() => transport);
  await settle();
  transport.send(latin1('4006381333932\r'));
  expect(scans).toEqual([]);
  expect(scanner.health().lastAnswerAt).toBeNull();
  expect(logger.entries).toMatchObject([{ level: 'warn', fields: { reason: 'wrongCheckDigit' } }]);
  expect(JSON.stringify(logger.entries)).not.toContain('4006381333932');
});

test('DEV-72 a scanner that is held on a code is heard once, and again after a pause', async () => {
  const transport = scriptedTransport();
  const { scans, time } = world(() => transport);
  await settle();
  for (let read = 0; read < 10; read += 1) {
    transport.send(latin1('4006381333931\r'));
    await time.advance(200);
  }
  expect(scans).toHaveLength(1);
  await time.advance(400);
  transport.send(latin1('4006381333931\r73513537\r4006381333931\r'));
  expect(scans.map(({ text }) => text)).toEqual(['4006381333931', '4006381333931', '73513537']);
});

test('DEV-73 health: connecting, ready, and why the line is gone', async () => {
  const transport = scriptedTransport('/dev/ttyUSB0');
  const { scanner, time, scans } = world(() => transport);
  expect(scanner.health()).toEqual({
    state: 'connecting',
    problems: [],
    drawer: 'unknown',
    lastAnswerAt: null,
    detail: '',
  });
  const seen = states(scanner);
  await settle();
  expect(scanner.address()).toBe('/dev/ttyUSB0');
  transport.send(latin1('40063'));
  transport.unplug();
  expect(scanner.health()).toMatchObject({
    problems: ['notFound'],
    detail: '/dev/ttyUSB0: unplugged',
  });
  for (const fault of ['noPermission', 'inUse', 'failed'] as const) {
    transport.refuse(new TransportError(fault, `/dev/ttyUSB0: ${fault}`));
    await time.advance(2000);
  }
  transport.refuse(null);
  await time.advance(2000);
  // What stood on the old line is not put in front of the new one's.
  transport.send(latin1('4006381333931\r'));
  expect(scans).toHaveLength(1);
  expect(seen).toEqual([
    'ready',
    'disconnected notFound',
    'disconnected noPermission',
    'disconnected inUse',
    'disconnected lineFailed',
    'ready',
  ]);
});

test('DEV-73 a scanner that stays away is told once, not with every try', async () => {
  const transport = scriptedTransport();
  transport.refuse(new TransportError('notFound', 'no such port'));
  const { scanner, time } = world(() => transport);
  const seen = states(scanner);
  await time.advance(30_000);
  expect(seen).toEqual(['disconnected notFound']);
});

test('DEV-73 attached in another way, it lets the old line go and uses the new one', async () => {
  const one = scriptedTransport('one');
  const two = scriptedTransport('two');
  const { scanner, scans } = world(({ connection }) => (connection.kind === 'virtual' ? one : two));
  await settle();
  const settings: ScannerSettings = { connection: { kind: 'file', path: 'two' } };
  await scanner.attach(settings);
  expect(one.line().closed).toBe(true);
  expect(scanner.settings()).toEqual(settings);
  expect(scanner.address()).toBe('two');
  expect(scanner.health().state).toBe('ready');
  two.send(latin1('73513537\r'));
  expect(scans).toHaveLength(1);

  // The same again: what a person asks for who wants it looked for anew.
  await Promise.all([scanner.attach(settings), scanner.attach(settings)]);
  expect(two.lines.map(({ closed }) => closed)).toEqual([true, true, false]);
});

test('DEV-73 closing ends the line, and whoever waits for it', async () => {
  const transport = scriptedTransport();
  const { scanner, time } = world(() => transport);
  await settle();
  transport.hold();
  const attaching = scanner.attach(virtual);
  await settle();
  const closing = scanner.close();
  await attaching;
  transport.answer();
  await closing;
  await time.advance(60_000);
  expect(transport.lines.every(({ closed }) => closed)).toBe(true);
  expect(time.waiting()).toBe(0);
});

test('DEV-75 the virtual scanner is heard over its line, and can be unplugged', async () => {
  const gun = createVirtualScanner();
  const { scanner, scans, time } = world(() => createVirtualTransport('virtual', gun));
  gun.scan('before anybody listens');
  await settle();
  await settle();
  gun.scan(']d2010950600013435217271200');
  gun.scan('Crème 口红');
  await settle();
  expect(scans).toEqual([
    { text: '(01)09506000134352(17)271200', gtin14: '09506000134352', expiresOn: '2027-12-31' },
    { text: 'Crème 口红' },
  ]);
  gun.setPlugged(false);
  await settle();
  expect(scanner.health()).toMatchObject({ state: 'disconnected', problems: ['notFound'] });
  gun.scan('73513537');
  gun.setPlugged(true);
  await time.advance(2000);
  expect(scanner.health().state).toBe('ready');
  await settle();
  gun.scan('4006381333931');
  await settle();
  expect(scans.at(-1)).toMatchObject({ text: '4006381333931' });
  expect(scans).toHaveLength(3);
});

test('DEV-71 DEV-75 keystrokes go the same road, without trusting separators that are not there', async () => {
  const { scanner, scans } = world(() => scriptedTransport());
  scanner.keyed('4006381333931');
  scanner.keyed('4006381333932');
  scanner.keyed(']d2010950600013435210LOT21SERIAL');
  scanner.keyed(']d2010950600013435210LOT\u001d21SERIAL');
  expect(scans).toEqual([
    { text: '4006381333931', gtin14: '04006381333931' },
    { text: '010950600013435210LOT21SERIAL', gtin14: '09506000134352' },
    {
      text: '(01)09506000134352(10)LOT(21)SERIAL',
      gtin14: '09506000134352',
      lot: 'LOT',
      serial: 'SERIAL',
    },
  ]);
});

test('whoever stops listening hears nothing more', async () => {
  const { scanner } = world(() => scriptedTransport());
  const heard: string[] = [];
  const listener = ({ text }: ScannedCode) => heard.push(text);
  const stop = scanner.onScan(listener);
  scanner.onScan(listener);
  stop();
  scanner.keyed('73513537');
  expect(heard).toEqual(['73513537']);
});
