import { expect, test } from 'vitest';
import { createPrintQueue } from '#main/core/printing/print-queue.ts';
import type { PaperElement } from '#shared/contract/ipc/bench.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import { filledCart, openSaleWorld, type SaleWorld, value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

async function sellForCash(world: SaleWorld): Promise<string> {
  const { cartId, revision } = await filledCart(world, { sku: 'LIPSTICK' });
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  const cash = { ...payment, tenderedMinor: 2_000 };
  return value(await world.checkout.handlers['checkout.payCash'](cash)).number;
}

const kinds = (paper: readonly PaperElement[]) => paper.map(({ kind }) => kind);

function textOf(paper: readonly PaperElement[]): string {
  return paper
    .map((element) =>
      element.kind === 'line' ? element.runs.map(({ text }) => text).join('') : '',
    )
    .join('\n');
}

test('SAL-60 SAL-58 paper comes after the sale, the drawer before the paper', async () => {
  const world = openSaleWorld(tempFolder());
  const number = await sellForCash(world);
  expect(world.paper.state().paper).toEqual([]);
  await world.printQueue.idle();
  const { paper } = world.paper.state();
  expect(paper[0]).toEqual({ kind: 'drawerPulse' });
  expect(textOf(paper)).toContain(`Receipt ${number}`);
  expect(textOf(paper)).toContain('€19.92');
  expect(kinds(paper).filter((kind) => kind === 'qr' || kind === 'cut')).toEqual(['qr', 'cut']);
  expect(world.store.printJobs.next()).toBeNull();
  world.close();
});

test('SAL-60 a disk that is full at the start does not keep the kiosk from selling', async () => {
  const world = openSaleWorld(tempFolder());
  const printJobs = {
    ...world.store.printJobs,
    markInterrupted: () => {
      throw new Error('database or disk is full');
    },
  };
  const printed: string[] = [];
  const printer = {
    print: async ({ title }: { title: string }) => void printed.push(title),
  };
  const queue = createPrintQueue({ ...world.ports, printJobs, printer });
  await world.printQueue.stop();
  const number = await sellForCash(world);
  queue.wake();
  await queue.idle();
  expect(printed).toEqual([`Receipt ${number}`]);
  world.close();
});

test('SAL-58 the drawer stays shut for a card, and long after the sale', async () => {
  const world = openSaleWorld(tempFolder(), { auto: 'approve' });
  const { cartId, revision } = await filledCart(world, { sku: 'LIPSTICK' });
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  value(await world.checkout.handlers['checkout.payCard'](payment));
  await world.printQueue.idle();
  await world.printQueue.stop();
  await sellForCash(world);
  world.clock.advance(60_000);
  const { printJobs } = world.store;
  const printed: boolean[] = [];
  const printer = {
    print: async (_: unknown, { openDrawer }: { openDrawer: boolean }) =>
      void printed.push(openDrawer),
  };
  const late = createPrintQueue({ ...world.ports, printJobs, printer });
  late.wake();
  await late.idle();
  expect(kinds(world.paper.state().paper)).not.toContain('drawerPulse');
  expect(printed).toEqual([false]);
  world.close();
});

test('SAL-61 SAL-62 one job that fails blocks neither the next nor a sale', async () => {
  const world = openSaleWorld(tempFolder());
  await world.printQueue.stop();
  const numbers = [await sellForCash(world), await sellForCash(world), await sellForCash(world)];
  const printed: string[] = [];
  const printer = {
    async print({ title }: { readonly title: string }) {
      if (title === `Receipt ${numbers[1]}`) throw new Error('out of paper');
      printed.push(title);
    },
  };
  const { printJobs } = world.store;
  const queue = createPrintQueue({ ...world.ports, printJobs, printer });
  queue.wake();
  queue.wake();
  await queue.idle();
  expect(printed).toEqual([`Receipt ${numbers[0]}`, `Receipt ${numbers[2]}`]);
  expect(world.logger.entries).toContainEqual(
    expect.objectContaining({ level: 'error', message: 'A receipt was not printed' }),
  );
  await sellForCash(world);
  expect(printJobs.next()).not.toBeNull();
  expect(world.store.check()).toEqual([]);
  world.close();
});

test('SAL-63 a job cut off in the middle is unknown at the next start and not printed again', async () => {
  const folder = tempFolder();
  const world = openSaleWorld(folder);
  await world.printQueue.stop();
  await sellForCash(world);
  const waiting = await sellForCash(world);
  const { printJobs } = world.store;
  const cut = createPrintQueue({
    ...world.ports,
    printJobs,
    printer: { print: () => new Promise<void>(() => undefined) },
  });
  cut.wake();
  await new Promise(setImmediate);
  world.close();

  const next = openSaleWorld(folder, { clock: world.clock });
  expect(next.logger.entries).toContainEqual({
    level: 'warn',
    message: 'Receipts may be printed or not',
    fields: { jobs: 1 },
  });
  next.printQueue.wake();
  await next.printQueue.idle();
  const { paper } = next.paper.state();
  expect(kinds(paper).filter((kind) => kind === 'cut')).toHaveLength(1);
  expect(textOf(paper)).toContain(`Receipt ${waiting}`);
  next.close();
});
