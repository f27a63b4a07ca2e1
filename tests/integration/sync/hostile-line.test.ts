import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { CallFailed } from '#main/sync/call.ts';
import type { SyncPart } from '#main/sync/sync-part.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { type KioskWithLine, kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { completedOrder } from '../../helpers/pushed-events.ts';

const central = startTestCentral();
const store = 'berlin';

/** An enrolled kiosk with sales to tell, whose head office seems to be somebody else. */
async function kioskAt(answer: RequestListener, sales = 3): Promise<KioskWithLine> {
  const kiosk = kioskWithLine(central, store);
  await kiosk.enrol();
  for (let sale = 0; sale < sales; sale += 1) kiosk.tell(completedOrder({ store }));
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  onTestFinished(() => server.closeAllConnections());
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  moveTo(kiosk, `http://127.0.0.1:${port}`);
  return kiosk;
}

function moveTo(kiosk: KioskWithLine, url: string): void {
  const { centralLinks } = kiosk.opened;
  const link = centralLinks.link();
  if (link === null) throw new Error('The kiosk is not enrolled');
  centralLinks.save({ ...link, url });
}

test.each([400, 413, 422])(
  'SYN-7 a gateway’s own JSON with status %i sets nothing aside',
  async (status) => {
    const kiosk = await kioskAt((request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end('{"code":"PayloadTooLarge","message":"no"}');
    });
    const line = kiosk.line();
    await line.now();
    expect(line.status()).toMatchObject({ state: 'offline', waiting: 3, setAside: 0 });
    moveTo(kiosk, central.url);
    const again = kiosk.line();
    await again.now();
    expect(again.status()).toMatchObject({ state: 'online', waiting: 0, setAside: 0 });
  },
);

test('SYN-16 an answer without end is not read, and everything waits for a better one', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, '[1,'), { level: 9 });
  const kiosk = await kioskAt((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(bomb);
  });
  const line = kiosk.line();
  const before = process.memoryUsage().rss;
  await line.now();
  expect(line.status()).toMatchObject({ state: 'offline', waiting: 3, setAside: 0 });
  expect(line.status().problem?.message).toContain('longer than');
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

function part(name: string, run: () => void): SyncPart {
  return { name, everyMs: 1_000, run: async () => run() };
}

test('SYN-15 what head office cannot do now keeps nothing else from being done', async () => {
  const kiosk = kioskWithLine(central, store);
  await kiosk.enrol();
  let ran = 0;
  const line = kiosk.line([
    part('broken', () => {
      throw new CallFailed('unreachable', 'internal.failure', 'A request failed', { status: 500 });
    }),
    part('sound', () => {
      ran += 1;
    }),
  ]);
  await line.now();
  expect(ran).toBe(1);
  expect(line.status().state).toBe('online');
});

test.each([
  ['back', -30 * 24 * 3_600_000],
  ['forward', 30 * 24 * 3_600_000],
])('SYN-15 a clock set %s holds nothing up', async (_, byMs) => {
  const kiosk = kioskWithLine(central, store);
  await kiosk.enrol();
  let offsetMs = 0;
  let ran = 0;
  const parts = [
    part('catalog', () => {
      ran += 1;
    }),
  ];
  const line = kiosk.line(parts, () => Date.now() + offsetMs);
  onTestFinished(() => line.stop());
  line.start();
  const patiently = { timeout: 10_000 };
  await expect.poll(() => ran, patiently).toBeGreaterThan(0);
  offsetMs = byMs;
  const after = ran;
  await expect.poll(() => ran, patiently).toBeGreaterThan(after);
  offsetMs = 0;
  const back = ran;
  await expect.poll(() => ran, patiently).toBeGreaterThan(back);
});

test('SYN-17 a gap in a damaged outbox keeps nothing from being sent, and is named', async () => {
  const kiosk = kioskWithLine(central, store);
  await kiosk.enrol();
  for (let sale = 0; sale < 520; sale += 1) kiosk.tell(completedOrder({ store }));
  const db = new Database(kiosk.file);
  db.exec('DELETE FROM outbox_events WHERE device_seq IN (2, 505, 506)');
  db.close();
  const line = kiosk.line();
  await line.now();
  expect(line.status()).toMatchObject({ state: 'online', waiting: 0, setAside: 0 });
  const stored = await central.db.selectFrom('orders').select('id').execute();
  expect(stored.length).toBeGreaterThanOrEqual(517);
  expect(kiosk.opened.check()).toContainEqual({
    check: 'outbox',
    message: 'outbox event 2 is missing',
  });
});
