import { createServer, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { flagship } from '#db/seed/store.ts';
import { runKiosk } from '#main/hosts/compose.ts';
import { fileSecretBox } from '#main/hosts/file-secret-box.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { generateDeviceKey } from '#main/sync/device-key.ts';
import type { KioskClient } from '#shared/contract/ipc/contract.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { answerTo, newId } from '../../helpers/client-tools.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { completedOrder } from '../../helpers/pushed-events.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from '../storage/sale-fixture.ts';

const central = startTestCentral();

/** A head office that takes every request and says nothing. */
async function silentHeadOffice() {
  const asked: ServerResponse[] = [];
  const server = createServer((_, response) => void asked.push(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked };
}

async function sell(client: KioskClient, sku: string): Promise<void> {
  const cartId = newId();
  const line = { commandId: newId(), cartId, lineId: 'a', sku, quantity: 1 };
  const { revision, quote } = await answerTo(client, 'cart.addLine', line);
  const payment = { commandId: newId(), paymentId: newId(), cartId, revision };
  const tenderedMinor = quote.cashTotalMinor;
  await answerTo(client, 'checkout.payCash', { ...payment, tenderedMinor });
}

/** A demo kiosk that is enrolled at whoever answers at `url`. */
async function kioskEnrolledAt(url: string) {
  const file = await demoDatabase(tempFolder());
  const logger = recordingLogger();
  const store = value(openKioskStore({ file, clock: systemClock, ids: systemIds, logger }));
  const sealedKey = fileSecretBox(`${file}.key`).seal(generateDeviceKey().export());
  const device = { id: newId(), name: 'K', store: flagship, enrolledAt: 1 };
  store.centralLinks.save({ url, sealedKey, device, clockOffsetMs: 0, lastContactAt: null });
  store.close();
  const running = value(
    await runKiosk({ file, logger, validateOutput: true, terminal: { authorizingMs: 0 } }),
  );
  onTestFinished(() => running.close());
  return running.kiosk;
}

test('SYN-13 a kiosk sells while head office keeps a request waiting', async () => {
  const { url, asked } = await silentHeadOffice();
  const kiosk = await kioskEnrolledAt(url);
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(1);
  const began = performance.now();
  for (let sale = 0; sale < 5; sale += 1) await sell(kiosk, demoSku);
  // A request is given up after thirty seconds.
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(asked.map(({ closed }) => closed)).toEqual([false]);
  const status = await answerTo(kiosk, 'sync.status', {});
  expect(status).toMatchObject({ state: 'connecting', waiting: 5 });
});

test('SYN-13 batches are read and settled one at a time, and what is sold meanwhile is stored in between', async () => {
  const kiosk = kioskWithLine(central, 'berlin');
  const line = await kiosk.enrol();
  for (let sale = 0; sale < 1_700; sale += 1) kiosk.tell(completedOrder({ store: 'berlin' }));
  const { outbox, sales } = kiosk.opened;
  const { waiting, settle } = outbox;
  const course: string[] = [];
  const sale = numberedSale(1);
  outbox.waiting = (limit, limitBytes) => {
    const events = waiting(limit, limitBytes);
    course.push(`read ${events.length}`);
    // Somebody buys something as soon as whoever reads here lets go.
    if (course.length === 1) {
      setImmediate(() => {
        value(sales.commit(sale.ids, sale.finish));
        course.push('sold');
      });
    }
    return events;
  };
  outbox.settle = (answers, at) => {
    settle(answers, at);
    course.push(`settled ${answers.length}`);
  };
  await line.now();
  expect(course).toEqual([
    ...['read 500', 'sold', 'settled 500'],
    ...['read 500', 'settled 500', 'read 500', 'settled 500'],
    ...['read 201', 'settled 201', 'read 0'],
  ]);
  expect(line.status()).toMatchObject({ state: 'online', waiting: 0 });
});
