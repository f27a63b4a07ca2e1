import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createVirtualBench } from '#main/devices/virtual/virtual-bench.ts';
import { createVirtualPrinter } from '#main/devices/virtual/virtual-printer.ts';
import { createVirtualScanner } from '#main/devices/virtual/virtual-scanner.ts';
import { createVirtualTerminal } from '#main/devices/virtual/virtual-terminal.ts';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import { ascii, capableProfile, lineTo } from '../../helpers/printer-under-test.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import { charges } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const nobody = () => undefined;

function terminalIn(folder: string, options: { readonly cardTimeoutMs?: number } = {}) {
  return createVirtualTerminal({
    file: join(folder, 'bank.ndjson'),
    auto: null,
    authorizingMs: 0,
    cardTimeoutMs: 60_000,
    ...options,
  });
}

const request = () => ({ paymentId: nextId(), amountMinor: 1_234, currency: 'EUR' });

test.each([
  ['approve', 'approved', 'approved'],
  ['decline', 'declined', 'declined'],
  ['timeout', 'timeout', 'timeout'],
  ['loseAnswer', 'lost', 'approved'],
] as const)(
  'SAL-71 SAL-72 %s is answered %s, and a lookup after a restart says %s',
  async (button, answered, known) => {
    const folder = tempFolder();
    const terminal = terminalIn(folder);
    const asked = request();
    const answer = terminal.authorize(asked, nobody);
    expect((await terminal.lookup(asked.paymentId)).outcome).toBe('lost');
    terminal.answer(button);
    expect((await answer).outcome).toBe(answered);
    expect((await terminalIn(folder).lookup(asked.paymentId)).outcome).toBe(known);
  },
);

test('SAL-71 asking twice charges once, whatever the amount of the second request', async () => {
  const folder = tempFolder();
  const terminal = terminalIn(folder);
  terminal.setAuto('approve');
  const asked = request();
  const first = await terminal.authorize(asked, nobody);
  const second = await terminalIn(folder).authorize({ ...asked, amountMinor: 1 }, nobody);
  expect(second).toEqual(first);
  expect(charges(folder, asked.paymentId)).toBe(1);
});

test('SAL-71 a line that a crash cut off in the memory is as if it never was', async () => {
  const folder = tempFolder();
  const terminal = terminalIn(folder);
  terminal.setAuto('approve');
  const [before, torn, after] = [request(), request(), request()];
  await terminal.authorize(before, nobody);
  appendFileSync(join(folder, 'bank.ndjson'), `{"paymentId":"${torn.paymentId}","outc`);
  const restarted = terminalIn(folder);
  restarted.setAuto('approve');
  await restarted.authorize(after, nobody);
  const last = terminalIn(folder);
  const outcomes = [before, torn, after].map(
    async ({ paymentId }) => (await last.lookup(paymentId)).outcome,
  );
  expect(await Promise.all(outcomes)).toEqual(['approved', 'unknown', 'approved']);
});

test('SAL-71 two kiosks at one bank know each other’s payments', async () => {
  const folder = tempFolder();
  const [here, there] = [terminalIn(folder), terminalIn(folder)];
  there.setAuto('approve');
  const [first, second] = [request(), request()];
  await there.authorize(first, nobody);
  expect((await here.lookup(first.paymentId)).outcome).toBe('approved');
  here.setAuto('decline');
  await here.authorize(second, nobody);
  expect((await there.lookup(second.paymentId)).outcome).toBe('declined');
});

test('SAL-72 a card that never comes times out, a second payment finds the terminal busy', async () => {
  const terminal = terminalIn(tempFolder(), { cardTimeoutMs: 30 });
  const waiting = terminal.authorize(request(), nobody);
  const second = request();
  expect(await terminal.authorize(second, nobody)).toMatchObject({ outcome: 'declined' });
  expect(await terminal.lookup(second.paymentId)).toEqual({ outcome: 'unknown' });
  expect(await waiting).toEqual({ outcome: 'timeout' });
});

test('SAL-71 a charge that is given back is a charge no more', async () => {
  const folder = tempFolder();
  const terminal = terminalIn(folder);
  terminal.setAuto('approve');
  const asked = request();
  await terminal.authorize(asked, nobody);
  expect(await terminal.reverse(asked.paymentId)).toBe('reversed');
  expect(await terminalIn(folder).lookup(asked.paymentId)).toEqual({ outcome: 'cancelled' });
});

test('SAL-70 DEV-102 the bench tells its paper once, and all of it when asked', async () => {
  const printer = createVirtualPrinter(capableProfile);
  const bench = createVirtualBench(printer, terminalIn(tempFolder()), createVirtualScanner());
  const { end } = lineTo(printer);
  const print = (text: string) => end.receive(Uint8Array.from(ascii(text)));
  const kinds = () => bench.state().printer.paper.map(({ kind }) => kind);
  await print('before\n');
  const told: BenchState['printer'][] = [];
  const next = () => {
    const [one] = told.splice(0);
    return [one?.paperAt.oldest, one?.paperAt.first, one?.paper.map(({ kind }) => kind)];
  };
  bench.onChange((state) => told.push(state.printer));
  // Nobody was told of anything yet.
  await print('one\n\n');
  expect(next()).toEqual([0, 0, ['line', 'line', 'feed']]);
  await print('\ntwo\n');
  expect(next()).toEqual([0, 2, ['feed', 'line']]);
  bench.setPrinter({ paper: 'nearEnd' });
  expect(next()).toEqual([0, 4, []]);
  bench.setTerminalAuto('decline');
  expect(next()).toEqual([0, 4, []]);
  expect(kinds()).toEqual(['line', 'line', 'feed', 'line']);
  expect(bench.state().printer.paperAt).toMatchObject({ oldest: 0, first: 0 });
  await print('line\n'.repeat(1_000));
  expect(next()).toEqual([4, 4, Array(1_000).fill('line')]);
  bench.tearPaper();
  expect(next()).toEqual([1_004, 1_004, []]);
  await end.receive(Uint8Array.of(0x10, 0x04, 1));
  expect(told).toEqual([]);
});

test('SAL-72 DEV-94 the bench shows and presses its devices', async () => {
  const printer = createVirtualPrinter(capableProfile);
  const terminal = terminalIn(tempFolder());
  const bench = createVirtualBench(printer, terminal, createVirtualScanner());
  const seen: BenchState[] = [];
  const stop = bench.onChange((state) => seen.push(state));

  await lineTo(printer).end.receive(Uint8Array.from(ascii('Hello\n\n\n')));
  expect(bench.state().printer).toEqual({
    profile: 'epson-tm-t88',
    columns: 42,
    dotsPerLine: 512,
    bytesReceived: 8,
    switches: {
      paper: 'ok',
      coverOpen: false,
      cutterError: false,
      drawerOpen: false,
      unplugged: false,
      unplugAfterBytes: null,
      silent: false,
      falseFailure: false,
      baudRate: null,
    },
    paper: [
      {
        kind: 'line',
        align: 'left',
        runs: [
          { text: 'Hello', bold: false, underline: false, inverted: false, width: 1, height: 1 },
        ],
      },
      { kind: 'feed', lines: 2 },
    ],
    paperAt: { roll: expect.any(String), oldest: 0, first: 0 },
  });
  bench.tearPaper();
  bench.setPrinter({ paper: 'nearEnd', baudRate: 9_600 });
  expect(bench.state().printer).toMatchObject({
    paper: [],
    switches: { paper: 'nearEnd', coverOpen: false, baudRate: 9_600 },
  });
  const answer = terminal.authorize(request(), nobody);
  expect(bench.state().terminal).toEqual({ state: 'waitingForCard', amountMinor: 1_234 });
  bench.setTerminalAuto('decline');
  expect((await answer).outcome).toBe('declined');
  expect(bench.state()).toMatchObject({
    printer: { paper: [] },
    terminal: { state: 'idle', auto: 'decline' },
  });
  bench.answerCard('approve');
  expect(seen.length).toBeGreaterThanOrEqual(5);
  stop();
  const before = seen.length;
  bench.tearPaper();
  expect(seen).toHaveLength(before);
});
