import { expect, test, vi } from 'vitest';
import type { PrintOutcome } from '#main/core/ports/receipt-printer.ts';
import { createPrintQueue } from '#main/core/printing/print-queue.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import { filledCart, openSaleWorld, type SaleWorld, value } from '../../helpers/sale-world.ts';
import { type ScriptedPrinter, scriptedPrinter } from '../../helpers/scripted-printer.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

async function sellForCash(world: SaleWorld): Promise<string> {
  const { cartId, revision } = await filledCart(world, { sku: 'LIPSTICK' });
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  const cash = { ...payment, tenderedMinor: 2_000 };
  return value(await world.checkout.handlers['checkout.payCash'](cash)).number;
}

async function sellByCard(world: SaleWorld): Promise<void> {
  const { cartId, revision } = await filledCart(world, { sku: 'LIPSTICK' });
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  value(await world.checkout.handlers['checkout.payCard'](payment));
}

const kinds = (paper: readonly PaperElement[]) => paper.map(({ kind }) => kind);

function textOf(paper: readonly PaperElement[]): string {
  return paper
    .map((element) =>
      element.kind === 'line' ? element.runs.map(({ text }) => text).join('') : '',
    )
    .join('\n');
}

/** A queue of its own over the world's store: the world's is stopped before a sale wakes it. */
async function queueOver(world: SaleWorld, printer: ScriptedPrinter) {
  await world.printQueue.stop();
  const { printLedger } = world.store;
  const queue = createPrintQueue({ ...world.ports, ledger: printLedger, printer });
  const states = () =>
    [...printLedger.jobs({ limit: 100, open: false })].reverse().map(({ state }) => state);
  return { queue, ledger: printLedger, states };
}

const titles = (printer: ScriptedPrinter) => printer.jobs.map(({ title }) => title);

test('SAL-58 SAL-60 DEV-40 DEV-49 paper comes after the sale, the drawer before the paper', async () => {
  const world = openSaleWorld(tempFolder());
  const number = await sellForCash(world);
  expect(world.paper.state().paper).toEqual([]);
  await world.printed();
  const { paper } = world.paper.state();
  expect(paper[0]).toEqual({ kind: 'drawerPulse' });
  expect(textOf(paper)).toContain(`Receipt ${number}`);
  expect(textOf(paper)).toContain('€19.92');
  expect(kinds(paper).filter((kind) => kind === 'qr' || kind === 'cut')).toEqual(['qr', 'cut']);
  expect(world.store.printLedger.job(1)).toMatchObject({
    state: 'printed',
    confirmedBy: 'processId',
    attempts: 1,
  });
  await world.close();
});

test('SAL-60 a disk that is full at the start does not keep the kiosk from selling', async () => {
  const world = openSaleWorld(tempFolder());
  const printer = scriptedPrinter();
  await world.printQueue.stop();
  const ledger = {
    ...world.store.printLedger,
    markInterrupted: () => {
      throw new Error('database or disk is full');
    },
  };
  const queue = createPrintQueue({ ...world.ports, ledger, printer });
  const number = await sellForCash(world);
  queue.start();
  await queue.idle();
  expect(titles(printer)).toEqual([`Receipt ${number}`]);
  await queue.stop();
  await world.close();
});

test('DEV-41 a disk that is full before the first byte keeps the job waiting', async () => {
  const world = openSaleWorld(tempFolder());
  const printer = scriptedPrinter();
  await world.printQueue.stop();
  await sellForCash(world);
  const ledger = {
    ...world.store.printLedger,
    markSending: () => {
      throw new Error('database or disk is full');
    },
  };
  const queue = createPrintQueue({ ...world.ports, ledger, printer });
  queue.start();
  await queue.idle();
  expect(printer.jobs).toEqual([]);
  expect(ledger.job(1)).toMatchObject({ state: 'queued', attempts: 0 });
  await queue.stop();
  await world.close();
});

test('DEV-49 SAL-58 the drawer stays shut for a card, and long after the sale', async () => {
  const world = openSaleWorld(tempFolder(), { auto: 'approve' });
  await sellByCard(world);
  await world.printed();
  const printer = scriptedPrinter();
  const { queue } = await queueOver(world, printer);
  await sellForCash(world);
  world.clock.advance(60_000);
  queue.start();
  await queue.idle();
  expect(kinds(world.paper.state().paper)).not.toContain('drawerPulse');
  expect(printer.jobs.map(({ options }) => options.openDrawer)).toEqual([false]);
  await queue.stop();
  await world.close();
});

test('DEV-49 without paper the drawer opens at once, and not again with the paper', async () => {
  const world = openSaleWorld(tempFolder(), { auto: 'approve' });
  const printer = scriptedPrinter();
  const { queue, states } = await queueOver(world, printer);
  printer.setHealth('notReady');
  queue.start();
  await sellByCard(world);
  await sellForCash(world);
  queue.wake();
  await queue.idle();
  // The card sale's receipt stands first; the cash of the one behind it must be got at all the same.
  expect(printer.pulses()).toBe(1);
  queue.wake();
  await queue.idle();
  expect(printer.pulses()).toBe(1);
  expect(states()).toEqual(['queued', 'queued']);
  printer.setHealth('ready');
  await queue.idle();
  expect(printer.jobs.map(({ options }) => options.openDrawer)).toEqual([false, false]);
  await queue.stop();
  await world.close();
});

test('DEV-43 one job that fails blocks neither the next nor a sale', async () => {
  const world = openSaleWorld(tempFolder());
  const numbers: string[] = [];
  const printer = scriptedPrinter(
    ({ title }): PrintOutcome =>
      title === `Receipt ${numbers[1]}`
        ? { outcome: 'failed', reason: 'it cannot be written' }
        : { outcome: 'printed', confirmedBy: 'status' },
  );
  const { queue, ledger, states } = await queueOver(world, printer);
  for (let sale = 0; sale < 3; sale += 1) numbers.push(await sellForCash(world));
  queue.start();
  queue.wake();
  await queue.idle();
  expect(states()).toEqual(['printed', 'failed', 'printed']);
  expect(ledger.job(2)).toMatchObject({ reason: 'it cannot be written' });
  expect(world.logger.entries).toContainEqual(
    expect.objectContaining({ level: 'error', message: 'A receipt was not printed' }),
  );
  await queue.stop();
  await sellForCash(world);
  expect(ledger.next()).not.toBeNull();
  expect(world.store.check()).toEqual([]);
  await world.close();
});

test('DEV-42 DEV-48 a job in doubt is not tried again, and the next begins on fresh paper', async () => {
  const world = openSaleWorld(tempFolder());
  const ends: PrintOutcome[] = [
    { outcome: 'unknown', reason: 'the line was lost' },
    { outcome: 'printed', confirmedBy: 'processId' },
    { outcome: 'printed', confirmedBy: 'processId' },
  ];
  const printer = scriptedPrinter(() => ends.shift() ?? { outcome: 'failed', reason: 'too many' });
  const { queue, states } = await queueOver(world, printer);
  for (let sale = 0; sale < 3; sale += 1) await sellForCash(world);
  queue.start();
  await queue.idle();
  expect(states()).toEqual(['unknown', 'printed', 'printed']);
  expect(printer.jobs.map(({ options }) => options.separate)).toEqual([false, true, false]);
  await queue.stop();
  await world.close();
});

test('DEV-42 a driver that throws in the middle leaves a doubt', async () => {
  const world = openSaleWorld(tempFolder());
  const printer = scriptedPrinter(() => {
    throw new Error('a bug');
  });
  const { queue, states } = await queueOver(world, printer);
  await sellForCash(world);
  queue.start();
  await queue.idle();
  expect(states()).toEqual(['unknown']);
  await queue.stop();
  await world.close();
});

test('DEV-43 DEV-56 a printer that is not ready is waited for, and its jobs keep their order', async () => {
  const world = openSaleWorld(tempFolder());
  const printer = scriptedPrinter();
  const { queue, states } = await queueOver(world, printer);
  printer.setHealth('disconnected');
  queue.start();
  const numbers = [await sellForCash(world), await sellForCash(world)];
  queue.wake();
  await queue.idle();
  expect(states()).toEqual(['queued', 'queued']);
  printer.setHealth('ready');
  await vi.waitFor(() => expect(states()).toEqual(['printed', 'printed']));
  expect(titles(printer)).toEqual(numbers.map((number) => `Receipt ${number}`));
  await queue.stop();
  await world.close();
});

test('DEV-44 a printer that comes back does not pour out what nobody waits for', async () => {
  const world = openSaleWorld(tempFolder());
  const printer = scriptedPrinter();
  const { queue, states } = await queueOver(world, printer);
  printer.setHealth('disconnected');
  queue.start();
  await sellForCash(world);
  world.clock.advance(599_000);
  const fresh = await sellForCash(world);
  world.clock.advance(2_000);
  printer.setHealth('ready');
  await queue.idle();
  expect(states()).toEqual(['expired', 'printed']);
  expect(titles(printer)).toEqual([`Receipt ${fresh}`]);
  expect(world.events.told).toContainEqual({
    name: 'printing.changed',
    payload: expect.objectContaining({ id: 1, state: 'expired', reason: 'waited too long' }),
  });
  await queue.stop();
  await world.close();
});

test('DEV-42 a job cut off in the middle is unknown at the next start and not printed again', async () => {
  const folder = tempFolder();
  const world = openSaleWorld(folder);
  const printer = scriptedPrinter(() => new Promise(() => undefined));
  const { queue, states } = await queueOver(world, printer);
  await sellForCash(world);
  const waiting = await sellForCash(world);
  queue.start();
  await vi.waitFor(() => expect(states()).toEqual(['sending', 'queued']));
  await world.close();

  const next = openSaleWorld(folder, { clock: world.clock });
  expect(next.logger.entries).toContainEqual({
    level: 'warn',
    message: 'Receipts may be printed or not',
    fields: { jobs: 1 },
  });
  await next.printed();
  const { paper } = next.paper.state();
  // Half a receipt may stand on the paper: it is cut off before the next one.
  expect(kinds(paper).filter((kind) => kind === 'cut')).toHaveLength(2);
  expect(textOf(paper).match(/Receipt D1-\d+/g)).toEqual([`Receipt ${waiting}`]);
  await next.close();
});

test('DEV-41 an end that cannot be written down is written when there is room, before the next job', async () => {
  const world = openSaleWorld(tempFolder());
  const printer = scriptedPrinter();
  await world.printQueue.stop();
  for (let sale = 0; sale < 2; sale += 1) await sellForCash(world);
  let full = true;
  const real = world.store.printLedger;
  const ledger: typeof real = {
    ...real,
    end(...args) {
      if (full) throw new Error('database or disk is full');
      real.end(...args);
    },
    markSending(id, at, before) {
      if (full && before !== undefined) throw new Error('database or disk is full');
      real.markSending(id, at, before);
    },
  };
  const queue = createPrintQueue({ ...world.ports, ledger, printer });
  queue.start();
  await queue.idle();
  expect(printer.jobs).toHaveLength(1);
  expect(real.job(1)?.state).toBe('sending');
  full = false;
  queue.wake();
  await queue.idle();
  expect([1, 2].map((id) => real.job(id)?.state)).toEqual(['printed', 'printed']);
  expect(printer.jobs).toHaveLength(2);
  await queue.stop();
  await world.close();
});

test('DEV-49 a receipt that waits for paper in its middle keeps no drawer shut', async () => {
  const world = openSaleWorld(tempFolder());
  let paperIn = () => {};
  const end = new Promise<PrintOutcome>((resolve) => {
    paperIn = () => resolve({ outcome: 'printed', confirmedBy: 'processId' });
  });
  const printer = scriptedPrinter(() => end);
  const { queue, states } = await queueOver(world, printer);
  await sellForCash(world);
  queue.start();
  await vi.waitFor(() => expect(states()).toEqual(['sending']));
  printer.setHealth('notReady');
  await sellForCash(world);
  queue.wake();
  await vi.waitFor(() => expect(printer.pulses()).toBe(1));
  queue.wake();
  paperIn();
  printer.setHealth('ready');
  await vi.waitFor(() => expect(states()).toEqual(['printed', 'printed']));
  expect(printer.pulses()).toBe(1);
  expect(printer.jobs.map(({ options }) => options.openDrawer)).toEqual([true, false]);
  await queue.stop();
  await world.close();
});
