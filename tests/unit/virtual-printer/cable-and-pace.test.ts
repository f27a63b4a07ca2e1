import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearBuffer, processId, realTimeStatus } from '#main/devices/protocols/escpos/requests.ts';
import { createPacedIntake } from '#main/devices/virtual/paced-intake.ts';
import { createVirtualPrinter } from '#main/devices/virtual/virtual-printer.ts';
import { manualTime, settle } from '../../helpers/manual-timers.ts';
import { ascii, capableProfile, lineTo } from '../../helpers/printer-under-test.ts';
import { seededRandom } from '../../helpers/random.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const LF = 0x0a;
const bytes = (...values: number[]) => Uint8Array.from(values);
const job = bytes(...ascii('one line'), LF, ...processId('0001'));

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await settle();
  return settled;
}

test('DEV-88 a line without a pace takes bytes at once', async () => {
  const printer = createVirtualPrinter(capableProfile);
  const line = lineTo(printer);
  await line.end.receive(job);
  expect(printer.state().bytesReceived).toBe(job.length);
});

test('DEV-88 a slow line takes ten bits a byte, and tells when all were taken', async () => {
  const time = manualTime();
  const printer = createVirtualPrinter(capableProfile, { time: { timers: time, now: time.now } });
  printer.setSwitches({ baudRate: 9_600 });
  const line = lineTo(printer);
  const taken = line.end.receive(new Uint8Array(960).fill(LF));
  await time.advance(500);
  expect(printer.state().bytesReceived).toBeGreaterThanOrEqual(470);
  expect(printer.state().bytesReceived).toBeLessThanOrEqual(480);
  await time.advance(499);
  expect(await isSettled(taken)).toBe(false);
  let told = 0;
  printer.onChange(() => {
    told = printer.state().bytesReceived;
  });
  await time.advance(6);
  expect(await isSettled(taken)).toBe(true);
  // However often it is told of a slow line, it is told of the last byte.
  expect(told).toBe(960);
  expect(time.waiting()).toBe(0);
});

test('DEV-88 what timers are late by is made up for, what nobody sent is not', async () => {
  // Timers fire up to twelve milliseconds late, as those of a busy process do.
  const time = manualTime();
  const random = seededRandom(88);
  const late = {
    after: (delayMs: number, run: () => void) => time.after(delayMs + 12 * random(), run),
  };
  let taken = 0;
  const intake = createPacedIntake(
    (piece) => {
      taken += piece.length;
    },
    { timers: late, now: time.now },
  );
  intake.setBaudRate(115_200);
  let endedAt = 0;
  async function sendAll() {
    for (let sent = 0; sent < 200; sent += 1) await intake.take(new Uint8Array(300));
    endedAt = time.now();
  }
  const sending = sendAll();
  await time.advance(6_000);
  await sending;
  const lineMs = (200 * 300 * 10_000) / 115_200;
  expect(taken).toBe(60_000);
  // The last timer may be late as well.
  expect(endedAt).toBeGreaterThan(lineMs - 1);
  expect(endedAt).toBeLessThan(lineMs * 1.005 + 14);
  await time.advance(5_000);
  const later = intake.take(new Uint8Array(1_152));
  await time.advance(80);
  expect(await isSettled(later)).toBe(false);
  await time.advance(40);
  expect(await isSettled(later)).toBe(true);
});

test('DEV-88 a change of the pace counts from now on', async () => {
  const time = manualTime();
  const intake = createPacedIntake(() => undefined, { timers: time, now: time.now });
  intake.setBaudRate(9_600);
  const done = intake.take(new Uint8Array(960));
  await time.advance(500);
  intake.setBaudRate(96_000);
  await time.advance(40);
  expect(await isSettled(done)).toBe(false);
  await time.advance(16);
  expect(await isSettled(done)).toBe(true);
  intake.setBaudRate(300);
  const slow = intake.take(new Uint8Array(300));
  intake.setBaudRate(null);
  expect(await isSettled(slow)).toBe(true);
});

test('DEV-88 bytes that an answer leads to are taken after those that led to it', async () => {
  const printer = createVirtualPrinter(capableProfile);
  const end = printer.connect({
    send: () => void end.receive(bytes(...ascii('later'), LF)),
    unplug: () => undefined,
  });
  await end.receive(bytes(...realTimeStatus(1), ...ascii('sooner'), LF));
  expect(printer.state().paper).toMatchObject([
    { runs: [{ text: 'sooner' }] },
    { runs: [{ text: 'later' }] },
  ]);
});

test('DEV-89 the cable comes out after exactly so many bytes, and the last one’s answer is lost', async () => {
  for (let count = 1; count <= job.length; count += 1) {
    const printer = createVirtualPrinter(capableProfile);
    let plugs = 0;
    printer.onPlug(() => {
      plugs += 1;
    });
    printer.setSwitches({ unplugAfterBytes: count });
    const line = lineTo(printer);
    const sent = line.end.receive(job);
    const { switches, bytesReceived } = printer.state();
    expect([bytesReceived, switches.unplugged, switches.unplugAfterBytes]).toEqual([
      count,
      true,
      null,
    ]);
    expect([line.cut(), printer.plugged(), plugs]).toEqual([true, false, 1]);
    expect(line.heard()).toEqual([]);
    expect(await isSettled(sent)).toBe(false);
  }
});

test('DEV-89 the count goes on over several pieces and lines', () => {
  const printer = createVirtualPrinter(capableProfile);
  printer.setSwitches({ unplugAfterBytes: 5 });
  const first = lineTo(printer);
  void first.end.receive(bytes(...ascii('ab')));
  first.end.hangUp();
  const second = lineTo(printer);
  void second.end.receive(bytes(...ascii('cd')));
  expect(printer.state().switches.unplugAfterBytes).toBe(1);
  void second.end.receive(bytes(...ascii('efgh')));
  expect([second.cut(), printer.state().bytesReceived]).toEqual([true, 5]);
});

test('DEV-89 half a command waits for its rest, whatever happens to the line', () => {
  const printer = createVirtualPrinter(capableProfile);
  const raster = bytes(0x1d, 0x76, 0x30, 0, 1, 0, 4, 0, 1, 2, 3, 4);
  printer.setSwitches({ unplugAfterBytes: 10 });
  void lineTo(printer).end.receive(raster);
  printer.setSwitches({ unplugged: false });
  const again = lineTo(printer);
  // The bytes of the next job are taken for the rest of the picture.
  void again.end.receive(bytes(...ascii('xyz'), LF));
  const bits = Buffer.from([1, 2, ...ascii('xy')]).toString('base64');
  expect(printer.state().paper).toMatchObject([
    { kind: 'image', bits },
    { kind: 'line', runs: [{ text: 'z' }] },
  ]);
});

test('DEV-89 cut anywhere, a job is on paper whole or not, and a clear makes room for the next', () => {
  for (let count = 1; count < job.length; count += 1) {
    const printer = createVirtualPrinter(capableProfile);
    printer.setSwitches({ unplugAfterBytes: count });
    void lineTo(printer).end.receive(job);
    printer.setSwitches({ unplugged: false });
    const line = lineTo(printer);
    void line.end.receive(bytes(...clearBuffer(), ...job));
    expect(line.heard()).toEqual([0x37, 0x25, 0, 0x37, 0x22, ...ascii('0001'), 0]);
    const lines = printer.state().paper.filter(({ kind }) => kind === 'line');
    const before = count > 'one line'.length ? 1 : 0;
    expect(lines).toHaveLength(before + 1);
  }
});

test('DEV-89 pulling the cable drops what was not taken; nothing of the old line arrives any more', async () => {
  const time = manualTime();
  const printer = createVirtualPrinter(capableProfile, { time: { timers: time, now: time.now } });
  printer.setSwitches({ baudRate: 9_600 });
  const line = lineTo(printer);
  const sent = line.end.receive(new Uint8Array(960).fill(LF));
  await time.advance(100);
  printer.setSwitches({ unplugged: true });
  const { bytesReceived } = printer.state();
  expect([line.cut(), time.waiting()]).toEqual([true, 0]);
  expect(() => lineTo(printer)).toThrow('the cable of the virtual printer is out');
  printer.setSwitches({ unplugged: false });
  const next = lineTo(printer);
  void line.end.receive(bytes(LF));
  line.end.hangUp();
  await time.advance(2_000);
  expect(printer.state().bytesReceived).toBe(bytesReceived);
  expect(await isSettled(sent)).toBe(false);
  void next.end.receive(realTimeStatus(1));
  await time.advance(10);
  expect(next.heard()).toEqual([0x12]);
});

test('DEV-91 about twenty receipts hang out; older paper falls behind the desk, torn paper is gone', async () => {
  const printer = createVirtualPrinter(capableProfile);
  const line = lineTo(printer);
  for (let receipt = 0; receipt < 40; receipt += 1) {
    const text = ascii(`receipt ${receipt}\n`.repeat(50));
    await line.end.receive(bytes(...text, 0x1d, 0x56, 1));
  }
  const { paper } = printer.state();
  expect(paper).toHaveLength(1_000);
  expect(paper.filter(({ kind }) => kind === 'cut')).toHaveLength(20);
  printer.tearPaper();
  expect(printer.state().paper).toEqual([]);
});

test('DEV-91 of receipts that are pictures fewer are kept', async () => {
  const printer = createVirtualPrinter(capableProfile);
  const line = lineTo(printer);
  const picture = new Uint8Array(8 + 64 * 2_000);
  picture.set([0x1d, 0x76, 0x30, 0, 64, 0, 0xd0, 7]);
  for (let receipt = 0; receipt < 20; receipt += 1) {
    await line.end.receive(picture);
    await line.end.receive(bytes(0x1d, 0x56, 1));
  }
  const images = printer.state().paper.filter(({ kind }) => kind === 'image');
  expect(images.length).toBeGreaterThan(5);
  expect(images.length).toBeLessThan(15);
});

test('DEV-91 what is printed stands in the tape file as soon as it is on paper', async () => {
  const paperFile = join(tempFolder(), 'tape.ndjson');
  const printer = createVirtualPrinter(capableProfile, { paperFile });
  const line = lineTo(printer);
  await line.end.receive(bytes(...ascii('a'), LF, LF, LF, 0x1d, 0x56, 1));
  printer.tearPaper();
  const lines = readFileSync(paperFile, 'utf8').trimEnd().split('\n');
  expect(lines.map((text) => JSON.parse(text).kind)).toEqual(['line', 'feed', 'feed', 'cut']);
});

test('DEV-94 changes are told: paper, switches, another printer in its place', async () => {
  const printer = createVirtualPrinter(capableProfile);
  let told = 0;
  const stop = printer.onChange(() => {
    told += 1;
  });
  const line = lineTo(printer);
  await line.end.receive(job);
  printer.setSwitches({ coverOpen: true });
  printer.setProfile({ ...capableProfile, id: 'generic-58mm', columns: 32, dotsPerLine: 384 });
  expect(told).toBe(3);
  expect(printer.state()).toMatchObject({
    profile: 'generic-58mm',
    columns: 32,
    dotsPerLine: 384,
    switches: { coverOpen: true },
  });
  expect(printer.state().paper).toHaveLength(1);
  stop();
  printer.tearPaper();
  expect(told).toBe(3);
});

test('DEV-89 another printer in its place knows nothing of what the first one received', async () => {
  const printer = createVirtualPrinter(capableProfile);
  const line = lineTo(printer);
  await line.end.receive(bytes(0x1d, 0x76, 0x30, 0, 50, 0));
  printer.setProfile(capableProfile);
  await line.end.receive(job);
  expect(line.heard()).toEqual([0x37, 0x22, ...ascii('0001'), 0]);
});
