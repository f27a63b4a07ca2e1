import { expect, onTestFinished, test } from 'vitest';
import { runKiosk } from '#main/hosts/compose.ts';
import type { RequestInput } from '#shared/contract/ipc/contract.ts';
import { answerTo, newId } from '../helpers/client-tools.ts';
import { demoDatabase, demoSku } from '../helpers/demo-database.ts';
import { newJourneyId } from '../helpers/journeys.ts';
import { expectSound } from '../helpers/printed-sales.ts';
import { recordingLogger } from '../helpers/recording-logger.ts';
import { canMountDisk, smallDiskWith } from '../helpers/small-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

function hundredEvents(): RequestInput<'journey.record'> {
  const events = Array.from({ length: 100 }, (_, index) => ({
    seq: index + 1,
    atMs: index,
    what: { kind: 'screen' as const, screen: 'home' as const, beforeMs: 0 },
  }));
  return { commandId: newId(), journeyId: newJourneyId(), events };
}

test('JRN-22 journeys on a full disk are dropped with one line, and nobody’s sale is the worse for it', async (context) => {
  context.skip(!canMountDisk, 'a small tmpfs can only be mounted by root on Linux');
  const folder = tempFolder();
  const { db, makeRoom } = smallDiskWith(await demoDatabase(folder), folder, 1);
  const logger = recordingLogger();
  const running = await runKiosk({ file: db, logger, validateOutput: true, syncs: false });
  if (!running.ok) throw new Error(running.error.message);
  const { kiosk } = running.value;
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= running.value.close();
    return closing;
  };
  // Before the disk is taken away, also when the test has failed.
  onTestFinished(close);

  let stored = 0;
  let dropped = 0;
  // It goes on and on, as it does in a shop where nobody looks after the disk.
  for (let batch = 0; batch < 1_000 && dropped < 50; batch += 1) {
    const { kept } = await answerTo(kiosk, 'journey.record', hundredEvents());
    stored += kept;
    if (kept === 0) dropped += 1;
  }
  expect(dropped).toBe(50);
  expect(stored).toBeGreaterThan(100);

  makeRoom();
  const cartId = newId();
  const line = { commandId: newId(), cartId, lineId: 'a', sku: demoSku, quantity: 1 };
  const { revision, quote } = await answerTo(kiosk, 'cart.addLine', line);
  const sale = await answerTo(kiosk, 'checkout.payCash', {
    commandId: newId(),
    cartId,
    revision,
    paymentId: newId(),
    tenderedMinor: quote.cashTotalMinor,
  });
  expect(sale.totalMinor).toBe(quote.cashTotalMinor);
  expect(await answerTo(kiosk, 'journey.record', hundredEvents())).toEqual({ kept: 100 });
  const lines = logger.entries.filter(({ message }) => message.startsWith('Journey'));
  // The last pages of a disk may take a batch in between; then it began twice.
  expect(lines.length % 2).toBe(0);
  expect(lines.length).toBeLessThan(dropped / 2);
  const told = lines.map(({ level, fields }) => (level === 'warn' ? fields.code : level));
  expect(told).toEqual(lines.map((_, index) => (index % 2 === 0 ? 'store.full' : 'info')));
  const droppedEvents = lines.map(({ fields }) => Number(fields.dropped ?? 0));
  expect(droppedEvents.reduce((sum, events) => sum + events)).toBe(dropped * 100);
  expect(logger.entries.filter(({ level }) => level === 'error')).toEqual([]);
  await close();
  expectSound(db, 'after the journeys were dropped');
});
