import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerTo, newId } from '../../helpers/client-tools.ts';
import { demoSku } from '../../helpers/demo-database.ts';
import { runDemoKiosk } from '../../helpers/demo-kiosk.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore } from '../storage/store-fixture.ts';

test('HST-10 stopping lets a payment that waits for its card end first', async () => {
  const { kiosk, failures, close } = await runDemoKiosk(tempFolder());
  const cartId = newId();
  const { revision } = await answerTo(kiosk, 'cart.addLine', {
    commandId: newId(),
    cartId,
    lineId: 'a',
    sku: demoSku,
    quantity: 1,
  });
  const stages: string[] = [];
  kiosk.subscribe('payment.changed', ({ stage }) => stages.push(stage));
  const paymentId = newId();
  const payment = kiosk.invoke('checkout.payCard', {
    commandId: newId(),
    cartId,
    revision,
    paymentId,
  });
  await expect.poll(() => stages).toContain('waitingForCard');

  await close();
  // Whether the card was charged is not known: the next start asks the terminal.
  expect(await payment).toMatchObject({ ok: false, error: { code: 'payment.unsettled' } });
  expect(failures()).toEqual([]);
});

/** Stops a kiosk whose printer, at this pace, is at a test page: how long it took, and what became of the page. */
async function stopWhilePrinting(baudRate: number) {
  const folder = tempFolder();
  const { kiosk, failures, close } = await runDemoKiosk(folder);
  const states: string[] = [];
  kiosk.subscribe('printing.changed', ({ state }) => states.push(state));
  await answerTo(kiosk, 'bench.setPrinter', { commandId: newId(), switches: { baudRate } });
  const page = { commandId: newId(), device: 'receipt-printer' as const };
  const { id } = await answerTo(kiosk, 'printing.testPrint', page);
  await expect.poll(() => states).toContain('sending');
  expect(states).not.toContain('printed');

  const stoppedAtMs = performance.now();
  await close();
  const tookMs = performance.now() - stoppedAtMs;
  expect(failures()).toEqual([]);
  const job = openStore(join(folder, 'kiosk.db')).printLedger.job(id);
  return { tookMs, job };
}

test('DEV-57 a job that is being printed may go on for three seconds, then it is unknown', async () => {
  const { tookMs, job } = await stopWhilePrinting(300);
  expect(job).toMatchObject({ state: 'unknown' });
  expect(tookMs).toBeGreaterThan(2_900);
  expect(tookMs).toBeLessThan(6_000);
});

test('DEV-57 a job that ends within three seconds is printed', async () => {
  const { tookMs, job } = await stopWhilePrinting(9_600);
  expect(job).toMatchObject({ state: 'printed' });
  expect(tookMs).toBeLessThan(2_900);
});
