import { expect, test } from 'vitest';
import {
  automaticStatus,
  clearBuffer,
  paperStatus,
  processId,
  realTimeStatus,
} from '#main/devices/protocols/escpos/requests.ts';
import { createVirtualPrinter } from '#main/devices/virtual/virtual-printer.ts';
import { ascii, capableProfile, lineTo } from '../../helpers/printer-under-test.ts';

const LF = 0x0a;
const clear = [...clearBuffer()];

/** A printer on a line, and a short way to send it bytes and hear what it says. */
function attached(profile = capableProfile) {
  const printer = createVirtualPrinter(profile);
  const line = lineTo(printer);
  return {
    printer,
    line,
    say(...parts: readonly (number | Uint8Array)[]): readonly number[] {
      const bytes = parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part]));
      void line.end.receive(Uint8Array.from(bytes));
      return line.heard();
    },
    texts: () =>
      printer
        .state()
        .paper.flatMap((element) =>
          element.kind === 'line' ? [element.runs.map(({ text }) => text).join('')] : [],
        ),
  };
}

const job = (text: string) => Uint8Array.from([...ascii(text), LF]);
const confirmed = (id: string) => [0x37, 0x22, ...ascii(id), 0];

test('DEV-83 DLE EOT tells paper, cover, drawer and online as they are', () => {
  const { printer, say } = attached();
  const ask = () => ([1, 2, 3, 4] as const).flatMap((n) => say(realTimeStatus(n)));
  expect(ask()).toEqual([0x12, 0x12, 0x12, 0x12]);
  printer.setSwitches({ paper: 'nearEnd' });
  expect(ask()).toEqual([0x12, 0x12, 0x12, 0x1e]);
  printer.setSwitches({ paper: 'out' });
  expect(ask()).toEqual([0x1a, 0x32, 0x12, 0x7e]);
  printer.setSwitches({ paper: 'ok', coverOpen: true });
  expect(ask()).toEqual([0x1a, 0x16, 0x12, 0x12]);
  printer.setSwitches({ coverOpen: false, falseFailure: true });
  expect(ask()).toEqual([0x1a, 0x52, 0x32, 0x12]);
  printer.setSwitches({ falseFailure: false, drawerOpen: true });
  expect(ask()).toEqual([0x16, 0x12, 0x12, 0x12]);
});

test('DEV-82 real-time questions are answered without paper and from behind what waits', () => {
  const { printer, say, texts } = attached();
  printer.setSwitches({ paper: 'out' });
  expect(say(job('waits'), processId('0001'), realTimeStatus(1))).toEqual([0x1a]);
  expect(texts()).toEqual([]);
  printer.setSwitches({ paper: 'ok' });
  expect(texts()).toEqual(['waits']);
});

test('DEV-82 a real-time command in the middle of another is carried out and a part of it too', () => {
  const { printer, say } = attached();
  const raster = [0x1d, 0x76, 0x30, 0, 1, 0, 6, 0, 0xaa];
  expect(say(...raster, realTimeStatus(1))).toEqual([0x12]);
  expect(printer.state().paper).toEqual([]);
  say(0x01, 0x02);
  const bits = Buffer.from([0xaa, 0x10, 0x04, 1, 1, 2]).toString('base64');
  expect(printer.state().paper).toMatchObject([{ kind: 'image', heightDots: 6, bits }]);
});

test('DEV-82 a real-time command may come in pieces, over two lines', () => {
  const { printer, line, say } = attached();
  expect(say(0x10, 0x04)).toEqual([]);
  line.end.hangUp();
  const next = lineTo(printer);
  void next.end.receive(Uint8Array.of(2));
  expect(next.heard()).toEqual([0x12]);
});

test('DEV-84 GS a answers at once, and again when what it selects changes', () => {
  const { printer, line, say } = attached();
  expect(say(automaticStatus())).toEqual([0x10, 0, 0, 0]);
  const after = (change: Parameters<typeof printer.setSwitches>[0]) => {
    printer.setSwitches(change);
    return line.heard();
  };
  expect(after({ paper: 'nearEnd' })).toEqual([0x10, 0, 0x03, 0]);
  expect(after({ paper: 'nearEnd' })).toEqual([]);
  expect(after({ paper: 'out' })).toEqual([0x18, 0, 0x0f, 0]);
  expect(after({ paper: 'ok', coverOpen: true })).toEqual([0x38, 0, 0, 0]);
  expect(after({ coverOpen: false, falseFailure: true })).toEqual([0x18, 0x20, 0, 0]);
  expect(after({ falseFailure: false })).toEqual([0x10, 0, 0, 0]);
  expect(after({ baudRate: 9_600 })).toEqual([]);
  expect(after({ baudRate: null, drawerOpen: true })).toEqual([0x14, 0, 0, 0]);
  expect(say(automaticStatus(0))).toEqual([]);
  expect(after({ drawerOpen: false })).toEqual([]);
});

test('DEV-84 what was not selected tells nothing by itself', () => {
  const { printer, line, say } = attached();
  expect(say(automaticStatus(0x08))).toEqual([0x10, 0, 0, 0]);
  printer.setSwitches({ drawerOpen: true, coverOpen: true });
  expect(line.heard()).toEqual([]);
  printer.setSwitches({ paper: 'nearEnd' });
  // All of the status is told, whichever part of it is the reason.
  expect(line.heard()).toEqual([0x3c, 0, 0x03, 0]);
});

test('DEV-85 printing stops where the paper ends and goes on there: nothing is lost, nothing doubled', () => {
  const { printer, line, say, texts } = attached();
  printer.setSwitches({ paper: 'out' });
  expect(say(job('one'), processId('0001'), job('two'), processId('0002'))).toEqual([]);
  expect(say(...ascii('thr'))).toEqual([]);
  printer.setSwitches({ coverOpen: true });
  printer.setSwitches({ paper: 'ok' });
  expect([texts(), line.heard()]).toEqual([[], []]);
  printer.setSwitches({ coverOpen: false });
  expect([texts(), line.heard()]).toEqual([
    ['one', 'two'],
    [...confirmed('0001'), ...confirmed('0002')],
  ]);
  expect(say(job('ee'), processId('0003'))).toEqual(confirmed('0003'));
  expect(texts()).toEqual(['one', 'two', 'three']);
});

test('DEV-86 GS r tells paper and drawer when everything before it was processed', () => {
  const { printer, line, say } = attached();
  expect(say(job('a'), paperStatus())).toEqual([0]);
  printer.setSwitches({ paper: 'nearEnd', drawerOpen: true });
  expect(say(paperStatus(), 0x1d, 0x72, 50)).toEqual([3, 1]);
  printer.setSwitches({ paper: 'out' });
  expect(say(paperStatus())).toEqual([]);
  printer.setSwitches({ paper: 'ok' });
  expect(line.heard()).toEqual([0]);
});

test('DEV-86 GS I tells what printer it is', () => {
  const { say } = attached();
  expect(say(0x1d, 0x49, 1)).toEqual([0x20]);
  expect(say(0x1d, 0x49, 66)).toEqual([0x5f, ...ascii('Blendbar'), 0]);
  expect(say(0x1d, 0x49, 67)).toEqual([0x5f, ...ascii('Test printer (80 mm)'), 0]);
});

test('DEV-86 an id of other than four printable characters is not answered', () => {
  const { say } = attached();
  expect(say(0x1d, 0x28, 0x48, 6, 0, 48, 48, 0x10, 0x41, 0x41, 0x41)).toEqual([]);
  expect(say(0x1d, 0x28, 0x48, 5, 0, 48, 48, 0x41, 0x41, 0x41)).toEqual([]);
});

test('DEV-86 a printer answers only what its profile can', () => {
  const mute = {
    ...capableProfile,
    realTimeStatus: false,
    automaticStatus: false,
    clearsBuffer: false,
    storesLogo: false,
    confirms: 'nothing',
  } as const;
  const keys = [0x1d, 0x28, 0x4c, 4, 0, 48, 64, 75, 67];
  const everything = [
    ...[...realTimeStatus(1), ...automaticStatus(), ...clear, ...paperStatus()],
    ...[...processId('0001'), ...keys, 0x1d, 0x49, 1],
  ];
  const { say, texts } = attached(mute);
  expect(say(...everything, job('a'))).toEqual([]);
  expect(texts()).toEqual(['a']);
  const plain = attached({ ...mute, confirms: 'status' });
  expect(plain.say(processId('0001'), paperStatus())).toEqual([0]);
});

test('DEV-87 the keys of stored images come in blocks of forty, each after the host’s answer', () => {
  const { say, texts } = attached();
  const keyOf = (at: number) => String(at + 10);
  const define = (key: string) => {
    const image = [48, 67, 48, ...ascii(key), 1, 8, 0, 1, 0, 49, 0xaa];
    return [0x1d, 0x28, 0x4c, image.length, 0, ...image];
  };
  const askKeys = [0x1d, 0x28, 0x4c, 4, 0, 48, 64, 75, 67];
  expect(say(...askKeys)).toEqual([0x37, 0x72, 0x40, 0]);
  say(0x06);
  const keys = Array.from({ length: 45 }, (_, at) => keyOf(at));
  say(...keys.flatMap(define));
  const first = [0x37, 0x72, 0x41, ...ascii(keys.slice(0, 40).join('')), 0];
  const second = [0x37, 0x72, 0x40, ...ascii(keys.slice(40).join('')), 0];
  expect(say(...askKeys)).toEqual(first);
  expect(say(0x15)).toEqual(first);
  expect(say(0x06)).toEqual(second);
  expect(say(0x06, job('after'))).toEqual([]);
  expect(texts()).toEqual(['after']);
  // Any other byte cancels, and is gone: here the beginning of a command.
  say(...askKeys);
  say(0x1b, 0x45, 1, LF);
  expect(texts()).toEqual(['after', 'E']);
});

test('DEV-89 clear empties buffer, half a command and half a line, and says so', () => {
  const { printer, say, texts } = attached();
  expect(say(...ascii('half'), ...clear)).toEqual([0x37, 0x25, 0]);
  expect(say(0x1d, 0x76, 0x30, 0, 50, 0, 50, 0, 1, 2, ...clear)).toEqual([0x37, 0x25, 0]);
  printer.setSwitches({ paper: 'out' });
  expect(say(job('waits'), processId('0001'), ...clear)).toEqual([0x37, 0x25, 0]);
  printer.setSwitches({ paper: 'ok' });
  expect(say(job('new'), processId('0002'))).toEqual(confirmed('0002'));
  expect(texts()).toEqual(['new']);
});

test('DEV-89 without a clear, NUL completes half a command and means nothing alone', () => {
  const { say, texts } = attached({ ...capableProfile, clearsBuffer: false });
  expect(say(0x1d, 0x76, 0x30, 0, 2, 0, 4, 0, 1, ...clear)).toEqual([]);
  say(...Array(20).fill(0));
  expect(say(job('next'), processId('0001'))).toEqual(confirmed('0001'));
  expect(texts()).toEqual(['next']);
});

test('DEV-90 a silent printer prints and says nothing', () => {
  const { printer, line, say, texts } = attached();
  say(automaticStatus());
  printer.setSwitches({ silent: true });
  const keys = [0x1d, 0x28, 0x4c, 4, 0, 48, 64, 75, 67];
  expect(say(job('a'), processId('0001'), realTimeStatus(1), ...keys, job('b'))).toEqual([]);
  printer.setSwitches({ paper: 'nearEnd' });
  expect(line.heard()).toEqual([]);
  expect(texts()).toEqual(['a', 'b']);
  printer.setSwitches({ silent: false, paper: 'ok' });
  expect(line.heard()).toEqual([0x10, 0, 0, 0]);
});

test('DEV-90 a false failure prints, tells an error and confirms nothing', () => {
  const { printer, line, say, texts } = attached();
  printer.setSwitches({ falseFailure: true });
  expect(say(job('a'), processId('0001'), paperStatus(), realTimeStatus(3))).toEqual([0x32]);
  expect(texts()).toEqual(['a']);
  printer.setSwitches({ falseFailure: false });
  expect(line.heard()).toEqual([]);
  expect(say(job('b'), processId('0002'))).toEqual(confirmed('0002'));
});

test('DEV-90 a pulse at the drawer’s pin opens it, and a person closes it', () => {
  const { printer, line, say } = attached();
  say(automaticStatus(0x01));
  expect(say(0x1b, 0x70, 1, 50, 250)).toEqual([]);
  expect(printer.state().switches.drawerOpen).toBe(false);
  expect(say(0x1b, 0x70, 0, 50, 250)).toEqual([0x14, 0, 0, 0]);
  printer.setSwitches({ drawerOpen: false });
  expect(line.heard()).toEqual([0x10, 0, 0, 0]);
  printer.setSwitches({ paper: 'out' });
  // In the stream of commands a pulse waits for paper, in real time it does not.
  expect(say(0x1b, 0x70, 0, 50, 250)).toEqual([]);
  expect(say(0x10, 0x14, 1, 0, 1)).toEqual([0x1c, 0, 0x0f, 0]);
  expect(printer.state().paper).toEqual(Array(3).fill({ kind: 'drawerPulse' }));
});

test('DEV-90 the level of an open drawer is the profile’s', () => {
  const low = attached({ ...capableProfile, drawerOpenIsHigh: false });
  expect(low.say(realTimeStatus(1))).toEqual([0x16]);
  low.printer.setSwitches({ drawerOpen: true });
  expect(low.say(realTimeStatus(1))).toEqual([0x12]);
  const none = attached({ ...capableProfile, drawerOpenIsHigh: null });
  none.printer.setSwitches({ drawerOpen: true });
  expect(none.say(realTimeStatus(1))).toEqual([0x12]);
});
