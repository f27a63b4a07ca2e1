import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { attachPrinter } from '#main/devices/printer/attached-printer.ts';
import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { systemTimers } from '#main/devices/timers.ts';
import type { Transport } from '#main/devices/transports/transport.ts';
import { createVirtualTransport } from '#main/devices/transports/virtual-transport.ts';
import { createVirtualPrinter } from '#main/devices/virtual/virtual-printer.ts';
import { systemClock } from '#main/hosts/system.ts';
import type { PrinterProfileId } from '#shared/contract/ipc/devices.ts';
import { copiesOnTape, numberedReceipt } from '../../helpers/numbered-receipt.ts';
import { until } from '../../helpers/print-shop.ts';

const plain = { openDrawer: false, copy: false, separate: false };
const once = { begins: 1, ends: 1, codes: 1 };

/** A printer attached as `id`, which may really be another one, over a line that may be spoilt. */
function attached(
  id: PrinterProfileId,
  real: PrinterProfile = printerProfile(id),
  spoil: (line: Transport) => Transport = (line) => line,
) {
  const paper = createVirtualPrinter(real);
  const printer = attachPrinter({
    settings: { connection: { kind: 'virtual' }, profile: id },
    transportOf: () => spoil(createVirtualTransport('virtual', paper)),
    clock: systemClock,
    timers: systemTimers,
    pace: { silentJobMs: 3_000, retryMs: [20] },
  });
  onTestFinished(() => printer.close());
  const health = () => printer.health();
  return {
    paper,
    printer,
    health,
    becomes: (state: string, timeoutMs = 8_000) =>
      until(
        () => health().state === state,
        timeoutMs,
        () => `not ${state}: ${JSON.stringify(health())}`,
      ),
    print: (number: string, separate = false, begin = () => {}) =>
      printer.print(numberedReceipt(number), { ...plain, separate }, begin),
    onTape: (number: string) => copiesOnTape(paper.state().paper, number),
  };
}

test.each(['star-esc-pos', 'bixolon-srp'] as const)(
  'DEV-41 DEV-53 %s that was attached without paper confirms nothing by its late answers',
  async (id) => {
    const { paper, printer, becomes, print, onTape } = attached(id);
    await becomes('ready');
    paper.setSwitches({ paper: 'out' });
    await becomes('notReady');
    await printer.attach(printer.settings());
    await becomes('notReady');
    await pause(6_000);
    paper.setSwitches({ paper: 'ok' });
    await becomes('ready');
    // The moment that the job begins, the cover opens: nothing of it can come out.
    const printed = print('late', false, () => paper.setSwitches({ coverOpen: true }));
    expect(await Promise.race([printed, pause(2_000, 'waits')])).toBe('waits');
    expect(onTape('late')).toEqual({ begins: 0, ends: 0, codes: 0 });
    paper.setSwitches({ coverOpen: false });
    expect(await printed).toEqual({ outcome: 'printed', confirmedBy: 'status' });
    // One of them draws its codes as pictures.
    expect(onTape('late')).toMatchObject({ begins: 1, ends: 1 });
  },
);

test('DEV-53 a printer that does not clear its buffers has its half command completed', async () => {
  const real = { ...printerProfile('epson-tm-t20'), clearsBuffer: false };
  const { paper, becomes, print, onTape } = attached('epson-tm-t20', real);
  await becomes('ready', 12_000);
  for (const cut of [300, 700, 1_200]) {
    paper.tearPaper();
    paper.setSwitches({ unplugAfterBytes: cut });
    expect(await print(`c${cut}`)).toMatchObject({ outcome: 'unknown' });
    paper.setSwitches({ unplugged: false, unplugAfterBytes: null });
    await becomes('ready', 12_000);
    expect(await print(`n${cut}`, true)).toMatchObject({ outcome: 'printed' });
    expect(onTape(`n${cut}`), `behind a cut at ${cut}`).toEqual(once);
  }
});

test('DEV-59 a status byte that is lost makes no health up', async () => {
  let losing = false;
  const lossy = (line: Transport): Transport => ({
    address: line.address,
    bytesPerSecond: line.bytesPerSecond,
    open: (listener) =>
      line.open({
        lost: (error) => listener.lost(error),
        data(bytes) {
          const left = losing ? bytes.slice(1) : bytes;
          losing = false;
          if (left.length > 0) listener.data(left);
        },
      }),
  });
  const { printer, becomes } = attached('epson-tm-t88', printerProfile('epson-tm-t88'), lossy);
  await becomes('ready');
  const told: string[] = [];
  printer.onHealth(() => {
    const { state, problems, drawer } = printer.health();
    told.push(`${state} ${problems.join()} ${drawer}`);
  });
  losing = true;
  await pause(6_000);
  // It may seem to have fallen silent for a moment; it never tells of a cover or a drawer.
  expect(
    told.filter((text) => !/^(ready {2}closed|disconnected noAnswer unknown)$/.test(text)),
  ).toEqual([]);
  expect(printer.health().state).toBe('ready');
});

/** A line whose driver stops taking bytes whenever `stuck` says so. */
function stopping(stuck: () => boolean) {
  return (line: Transport): Transport => ({
    address: line.address,
    bytesPerSecond: line.bytesPerSecond,
    async open(listener) {
      const connection = await line.open(listener);
      let closed = false;
      return {
        async write(bytes) {
          while (stuck() && !closed) await pause(10);
          if (closed) throw new Error('closed');
          await connection.write(bytes);
        },
        close() {
          closed = true;
          return connection.close();
        },
      };
    },
  });
}

test('DEV-42 a line that takes no more bytes ends the job in doubt, and the next one prints', async () => {
  let stuck = false;
  const real = printerProfile('epson-tm-t88');
  const { becomes, print, onTape } = attached(
    'epson-tm-t88',
    real,
    stopping(() => stuck),
  );
  await becomes('ready');
  const printed = print('stuck', false, () => {
    stuck = true;
  });
  expect(await printed).toMatchObject({ outcome: 'unknown' });
  stuck = false;
  await becomes('ready');
  expect(await print('next', true)).toMatchObject({ outcome: 'printed' });
  expect(onTape('next')).toEqual(once);
});

test('DEV-43 DEV-59 a printer without paper that takes no more bytes is out of paper, not gone', async () => {
  let stuck = false;
  const real = printerProfile('epson-tm-t88');
  const { paper, health, becomes, print, onTape } = attached(
    'epson-tm-t88',
    real,
    stopping(() => stuck),
  );
  await becomes('ready');
  const printed = print('full', false, () => paper.setSwitches({ paper: 'out' }));
  await becomes('notReady');
  stuck = true;
  await pause(5_000);
  expect(health()).toMatchObject({ state: 'notReady', problems: ['paperOut'] });
  stuck = false;
  paper.setSwitches({ paper: 'ok' });
  expect(await printed).toEqual({ outcome: 'printed', confirmedBy: 'processId' });
  expect(onTape('full')).toEqual(once);
});

test('DEV-55 attaching twice at once leaves one line, the one that was asked for last', async () => {
  const opened: string[] = [];
  const closed: string[] = [];
  const paper = createVirtualPrinter(printerProfile('epson-tm-t88'));
  const printer = attachPrinter({
    settings: { connection: { kind: 'virtual' }, profile: 'epson-tm-t88' },
    transportOf({ profile }) {
      const line = createVirtualTransport(profile, paper);
      return {
        ...line,
        address: profile,
        async open(listener) {
          const connection = await line.open(listener);
          opened.push(profile);
          return {
            write: connection.write,
            close() {
              closed.push(profile);
              return connection.close();
            },
          };
        },
      };
    },
    clock: systemClock,
    timers: systemTimers,
  });
  const virtual = { kind: 'virtual' } as const;
  await Promise.all([
    printer.attach({ connection: virtual, profile: 'star-esc-pos' }),
    printer.attach({ connection: virtual, profile: 'epson-tm-t20' }),
  ]);
  expect(printer.address()).toBe('epson-tm-t20');
  await until(
    () => opened.at(-1) === 'epson-tm-t20',
    5_000,
    () => `opened ${opened.join()}`,
  );
  await Promise.all([
    printer.close(),
    printer.attach({ connection: virtual, profile: 'bixolon-srp' }),
  ]);
  expect(closed.toSorted()).toEqual(opened.toSorted());
});

test('DEV-54 a large logo on a slow line is no silence', async () => {
  const slow = (line: Transport): Transport => ({
    address: line.address,
    bytesPerSecond: 960,
    open: (listener) => line.open(listener),
  });
  const real = printerProfile('epson-tm-t88');
  const { paper, printer, becomes, onTape } = attached('epson-tm-t88', real, slow);
  await becomes('ready');
  paper.setSwitches({ baudRate: 9_600 });
  const receipt = numberedReceipt('logo');
  const logo = {
    kind: 'logo',
    widthDots: 384,
    heightDots: 120,
    bits: Buffer.alloc(48 * 120, 0x5a).toString('base64'),
    alt: 'Nord',
  } as const;
  const states = new Set<string>();
  printer.onHealth(() => states.add(printer.health().state));
  const document = { ...receipt, blocks: [logo, ...receipt.blocks] };
  expect(await printer.print(document, plain, () => {})).toMatchObject({ outcome: 'printed' });
  expect([...states]).toEqual([]);
  expect(onTape('logo')).toEqual(once);
});
