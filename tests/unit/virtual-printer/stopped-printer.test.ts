import { expect, test } from 'vitest';
import {
  automaticStatus,
  clearBuffer,
  processId,
  realTimeStatus,
} from '#main/devices/protocols/escpos/requests.ts';
import {
  createVirtualPrinter,
  type VirtualPrinterOptions,
} from '#main/devices/virtual/virtual-printer.ts';
import type { PrinterSwitches } from '#shared/contract/ipc/bench.ts';
import { manualTime, settle } from '../../helpers/manual-timers.ts';
import { ascii, capableProfile, lineTo } from '../../helpers/printer-under-test.ts';

const LF = 0x0a;
const bytes = (...parts: readonly (number | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));
const confirmed = (id: string) => [0x37, 0x22, ...ascii(id), 0];

function stoppedBy(switches: Partial<PrinterSwitches>, options: VirtualPrinterOptions = {}) {
  const printer = createVirtualPrinter(capableProfile, options);
  const line = lineTo(printer);
  printer.setSwitches(switches);
  return {
    printer,
    line,
    /** Sends, and tells whether it was taken. */
    send(...parts: readonly (number | Uint8Array)[]) {
      let taken = false;
      void line.end.receive(bytes(...parts)).then(() => {
        taken = true;
      });
      return async () => {
        await settle();
        return taken;
      };
    },
    received: () => printer.state().bytesReceived,
    texts: () =>
      printer
        .state()
        .paper.flatMap((element) =>
          element.kind === 'line' ? [element.runs.map(({ text }) => text).join('')] : [],
        ),
  };
}

test.each<[string, Partial<PrinterSwitches>, Partial<PrinterSwitches>]>([
  ['without paper', { paper: 'out' }, { paper: 'ok' }],
  ['with an open cover', { coverOpen: true }, { coverOpen: false }],
  ['with a blocked knife', { cutterError: true }, { cutterError: false }],
])(
  'DEV-100 %s it takes what fits into 4,096 bytes, and the rest when it goes on',
  async (_, stop, goOn) => {
    const { printer, line, send, received, texts } = stoppedBy(stop);
    const fits = send(...ascii('a'.repeat(40)), LF, new Uint8Array(4_096 - 41));
    expect([await fits(), received()]).toEqual([true, 4_096]);
    const rest = send(...ascii('b'.repeat(40)), LF, processId('0001'));
    const next = send(...ascii('c'), LF);
    expect([await rest(), await next(), received()]).toEqual([false, false, 4_096]);
    printer.setSwitches({ baudRate: null });
    expect(await rest()).toBe(false);
    printer.setSwitches(goOn);
    expect([await rest(), await next()]).toEqual([true, true]);
    expect(texts()).toEqual(['a'.repeat(40), 'b'.repeat(40), 'c']);
    expect(line.heard()).toEqual(confirmed('0001'));
  },
);

test('DEV-100 how much fits can be chosen, and a printer that prints is never full', async () => {
  const { printer, send, received } = stoppedBy({}, { receiveBufferBytes: 45 });
  expect(await send(new Uint8Array(10_000))()).toBe(true);
  printer.setSwitches({ paper: 'out' });
  expect([await send(new Uint8Array(50))(), received()]).toEqual([false, 10_045]);
});

test('DEV-100 questions take no room: a stopped printer answers for as long as it is asked', async () => {
  const { line, send, received } = stoppedBy({ paper: 'out' }, { receiveBufferBytes: 45 });
  for (let asked = 0; asked < 100; asked += 1) {
    expect(await send(realTimeStatus(1), realTimeStatus(4))()).toBe(true);
  }
  expect(line.heard()).toEqual(Array(100).fill([0x1a, 0x7e]).flat());
  expect(await send(new Uint8Array(40))()).toBe(true);
  // What was received is answered, what stands behind a full buffer was not received.
  const behind = send(realTimeStatus(1), new Uint8Array(10), realTimeStatus(1));
  expect([await behind(), line.heard(), received()]).toEqual([false, [0x1a], 600 + 40 + 3 + 5]);
});

test('DEV-100 DEV-89 a clear makes room, a pulled cable loses what did not fit', async () => {
  const { printer, line, send, received } = stoppedBy({ paper: 'out' }, { receiveBufferBytes: 45 });
  expect(await send(new Uint8Array(30), clearBuffer(), new Uint8Array(45))()).toBe(true);
  expect(line.heard()).toEqual([0x37, 0x25, 0]);
  const lost = send(new Uint8Array(20));
  const before = received();
  printer.setSwitches({ unplugged: true });
  printer.setSwitches({ unplugged: false, paper: 'ok' });
  expect([await lost(), received()]).toEqual([false, before]);
});

test('DEV-100 DEV-88 a line that was held goes on at its pace, and time that it stood counts for nothing', async () => {
  const time = manualTime();
  const printer = createVirtualPrinter(capableProfile, { time: { timers: time, now: time.now } });
  const line = lineTo(printer);
  printer.setSwitches({ baudRate: 9_600, paper: 'out' });
  let taken = false;
  void line.end.receive(new Uint8Array(4_096 + 960)).then(() => {
    taken = true;
  });
  await time.advance(60_000);
  expect([printer.state().bytesReceived, time.waiting()]).toEqual([4_096, 0]);
  printer.setSwitches({ paper: 'ok' });
  await time.advance(500);
  expect(printer.state().bytesReceived - 4_096).toBeGreaterThanOrEqual(470);
  expect(printer.state().bytesReceived - 4_096).toBeLessThanOrEqual(480);
  await time.advance(505);
  expect(taken).toBe(true);
});

test('DEV-101 DEV-83 a blocked knife is told, stops it, and lets it go on when it is free', () => {
  const { printer, line, send, texts } = stoppedBy({});
  send(automaticStatus());
  expect(line.heard()).toEqual([0x10, 0, 0, 0]);
  printer.setSwitches({ cutterError: true });
  expect(line.heard()).toEqual([0x18, 0x08, 0, 0]);
  send(...([1, 2, 3, 4] as const).map(realTimeStatus));
  expect(line.heard()).toEqual([0x1a, 0x52, 0x1a, 0x12]);
  send(...ascii('waits'), LF, processId('0001'));
  expect([texts(), line.heard()]).toEqual([[], []]);
  printer.setSwitches({ cutterError: false });
  expect(texts()).toEqual(['waits']);
  expect(line.heard()).toEqual([0x10, 0, 0, 0, ...confirmed('0001')]);
});

test('DEV-102 a question changes nothing that is told, at any pace and in any pieces', async () => {
  const time = manualTime();
  const printer = createVirtualPrinter(capableProfile, { time: { timers: time, now: time.now } });
  const line = lineTo(printer);
  let told = 0;
  printer.onChange(() => {
    told += 1;
  });
  const questions = bytes(...([1, 2, 3, 4] as const).map(realTimeStatus));
  await line.end.receive(questions);
  for (const byte of questions) await line.end.receive(Uint8Array.of(byte));
  expect([told, printer.state().bytesReceived, line.heard().length]).toEqual([0, 24, 8]);
  printer.setSwitches({ baudRate: 9_600 });
  void line.end.receive(questions);
  await time.advance(1_000);
  expect([told, line.heard().length]).toEqual([1, 4]);
  // What is more than a question is told, and so is the drawer that a pulse opens.
  void line.end.receive(bytes(0x10, 0x41, LF));
  await time.advance(1_000);
  expect(told).toBe(2);
  void line.end.receive(bytes(0x10, 0x14, 1, 0, 1));
  await time.advance(1_000);
  expect([told, printer.state().switches.drawerOpen]).toEqual([3, true]);
});
