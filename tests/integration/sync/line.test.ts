import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { fileSecretBox } from '#main/hosts/file-secret-box.ts';
import { createCentralLine } from '#main/sync/central-line.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { badLine, goodLine, startChaosProxy } from '../../helpers/chaos-proxy.ts';
import { type KioskWithLine, kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { completedOrder } from '../../helpers/pushed-events.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const central = startTestCentral();
const store = 'berlin';

let kiosk: KioskWithLine;
beforeEach(() => {
  kiosk = kioskWithLine(central, store);
});

test('SYN-3 what was answered is never sent again, also after a restart', async () => {
  const line = await kiosk.enrol();
  kiosk.tell(completedOrder({ store }));
  await line.now();
  expect(line.status()).toMatchObject({ state: 'online', waiting: 0, setAside: 0 });
  expect(kiosk.opened.outbox.waiting(10, 1e6)).toEqual([]);
  kiosk.tell(completedOrder({ store }));
  const again = kiosk.line();
  expect(again.status()).toMatchObject({ state: 'connecting', waiting: 1 });
  await again.now();
  expect(again.status()).toMatchObject({ state: 'online', waiting: 0 });
});

test('SYN-6 SYN-8 a refused event is set aside with its reason, sent again by hand, and the rest flows', async () => {
  const line = await kiosk.enrol();
  const foreign = kiosk.tell(completedOrder({ store: 'paris' }));
  kiosk.tell(completedOrder({ store }));
  await line.now();
  expect(line.status()).toMatchObject({ waiting: 0, setAside: 1 });
  expect(kiosk.opened.outbox.setAside(10)).toMatchObject([
    { id: foreign, code: 'event.store_foreign', retrying: false },
  ]);
  kiosk.opened.outbox.retry(null);
  expect(kiosk.opened.outbox.setAside(10)).toMatchObject([{ id: foreign, retrying: true }]);
  await line.now();
  expect(kiosk.opened.outbox.setAside(10)).toMatchObject([{ id: foreign, retrying: false }]);

  // The device is moved to Paris: now it may tell.
  const { code } = await issueEnrolCode(central, { store: 'paris', name: 'K', actor: 'test' });
  expect((await line.enrol(central.url, code)).ok).toBe(true);
  kiosk.opened.outbox.retry(null);
  await line.now();
  expect(line.status()).toMatchObject({ waiting: 0, setAside: 0, central: { store: 'paris' } });
});

test('SYN-7 a push that is refused as a whole is halved until the one event is found', async () => {
  const line = await kiosk.enrol();
  for (let sale = 0; sale < 6; sale += 1) kiosk.tell(completedOrder({ store }));
  // Larger than head office unpacks.
  const huge = kiosk.tell({ ...completedOrder({ store }), currency: 'X'.repeat(17 * 1024 * 1024) });
  for (let sale = 0; sale < 5; sale += 1) kiosk.tell(completedOrder({ store }));
  await line.now();
  expect(line.status()).toMatchObject({ waiting: 0, setAside: 1, state: 'online' });
  expect(kiosk.opened.outbox.setAside(10)).toMatchObject([{ id: huge, code: 'input.invalid' }]);
});

test('SYN-4 answers that are lost or cut change nothing, and the events arrive once', async () => {
  const proxy = await startChaosProxy([central.url], 7, goodLine);
  onTestFinished(() => proxy.close());
  const line = await kiosk.enrol(proxy.url);
  const told = Array.from({ length: 30 }, () => completedOrder({ store }));
  for (const order of told) kiosk.tell(order);
  proxy.setChaos({ ...badLine, dropAnswer: 0.5, cutAnswer: 0.5 });
  for (let attempt = 0; attempt < 8; attempt += 1) await line.now();
  proxy.setChaos(goodLine);
  await line.now();
  expect(line.status()).toMatchObject({ waiting: 0, setAside: 0 });
  const rows = await central.db
    .selectFrom('orders')
    .select('id')
    .where(
      'id',
      'in',
      told.map(({ orderId }) => orderId),
    )
    .execute();
  expect(rows.length).toBe(told.length);
});

test('SYN-30 head office away, back, and refusing: each is told, and nothing is lost', async () => {
  const proxy = await startChaosProxy([central.url], 8, goodLine);
  onTestFinished(() => proxy.close());
  const line = await kiosk.enrol(proxy.url);
  await line.now();
  expect(line.status().state).toBe('online');
  proxy.setChaos({ ...goodLine, dropRequest: 1 });
  kiosk.tell(completedOrder({ store }));
  await line.now();
  expect(line.status()).toMatchObject({
    state: 'offline',
    waiting: 1,
    problem: { code: 'central.unavailable' },
  });
  proxy.setChaos(goodLine);
  await line.now();
  expect(line.status()).toMatchObject({ state: 'online', waiting: 0, problem: null });
  await revokeDevice(central.db, line.status().central?.deviceId ?? '', new Date());
  kiosk.tell(completedOrder({ store }));
  await line.now();
  expect(line.status()).toMatchObject({
    state: 'refused',
    waiting: 1,
    problem: { code: 'device.revoked' },
  });
});

test('ENR-5 a revoked device enrols again with a new key, and what waited arrives', async () => {
  const line = await kiosk.enrol();
  await revokeDevice(central.db, line.status().central?.deviceId ?? '', new Date());
  kiosk.tell(completedOrder({ store }));
  const again = await kiosk.enrol();
  expect(again.status().central?.deviceId).not.toBe(line.status().central?.deviceId);
  await again.now();
  expect(again.status()).toMatchObject({ state: 'online', waiting: 0 });
});

test('SYN-10 a running line notices what is sold, and stops when it is told to', async () => {
  const line = await kiosk.enrol();
  line.start();
  kiosk.tell(completedOrder({ store }));
  await expect.poll(() => line.status().waiting, { timeout: 3_000 }).toBe(0);
  await line.stop();
  kiosk.tell(completedOrder({ store }));
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(line.status().waiting).toBe(1);
});

test('SYN-21 a store on another machine has no key: it says so, and enrols anew', async () => {
  const line = await kiosk.enrol();
  const elsewhere = createCentralLine({
    links: kiosk.opened.centralLinks,
    outbox: kiosk.opened.outbox,
    secretBox: fileSecretBox(join(tempFolder(), 'other.key')),
    now: Date.now,
    random: () => 0,
    logger: recordingLogger(),
    deviceCode: () => 'D1',
    appVersion: '0.1.0',
    catalogVersion: () => 0,
    parts: [],
  });
  expect(elsewhere.status().state).toBe('refused');
  const { code } = await issueEnrolCode(central, { store, name: 'K', actor: 'test' });
  expect((await elsewhere.enrol(central.url, code)).ok).toBe(true);
  await elsewhere.now();
  expect(elsewhere.status().state).toBe('online');
  expect(elsewhere.status().central?.deviceId).not.toBe(line.status().central?.deviceId);
});

test('SYN-36 a device that belongs to one head office is not enrolled at another from its screen', async () => {
  const line = await kiosk.enrol();
  const before = line.status().central;
  const other = 'http://127.0.0.1:9';
  expect(await line.enrol(other, 'AAAAA-AAAAA')).toMatchObject({
    ok: false,
    error: { code: 'device.enrolled_elsewhere' },
  });
  // The command line may: it is told that nobody is there.
  expect(await line.enrol(other, 'AAAAA-AAAAA', true)).toMatchObject({
    ok: false,
    error: { code: 'central.unavailable' },
  });
  expect(line.status().central).toEqual(before);
  expect(kiosk.line().status().central).toEqual(before);
});

test('SYN-31 a device that fails to enrol anew stays the one that it was', async () => {
  const line = await kiosk.enrol();
  const before = kiosk.opened.centralLinks.link();
  await revokeDevice(central.db, before?.device?.id ?? '', new Date());
  expect((await line.enrol(central.url, 'AAAAA-AAAAA')).ok).toBe(false);
  expect(kiosk.opened.centralLinks.link()).toEqual(before);
});

/** Somebody else who answers every request in the same way. */
async function someoneElse(status: number, body: string, type = 'application/json') {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

test.each([
  ['a page of a hotel', 200, '<html>Welcome</html>', 'text/html'],
  ['an empty object', 200, '{}', 'application/json'],
  ['nothing under this path', 404, problem(404, 'request.unknown'), 'application/problem+json'],
  ['what could not be read', 400, problem(400, 'request.unreadable'), 'application/problem+json'],
  ['a wrong clock', 401, clockProblem('soon'), 'application/problem+json'],
])('SYN-4 SYN-7 %s sets no sale aside and loses none', async (_, status, body, type) => {
  await kiosk.enrol();
  kiosk.tell(completedOrder({ store }));
  const link = kiosk.opened.centralLinks.link();
  if (link === null) throw new Error('The device is enrolled');
  kiosk.opened.centralLinks.save({ ...link, url: await someoneElse(status, body, type) });
  const astray = kiosk.line();
  await astray.now();
  await astray.now();
  expect(astray.status()).toMatchObject({ waiting: 1, setAside: 0 });
  expect(astray.status().state).not.toBe('online');

  kiosk.opened.centralLinks.save(link);
  const back = kiosk.line();
  await back.now();
  expect(back.status()).toMatchObject({ state: 'online', waiting: 0, setAside: 0 });
});

function problem(status: number, code: string, details?: object): string {
  return JSON.stringify({ type: 'about:blank', title: 'x', status, code, detail: 'x', details });
}

function clockProblem(serverTimeMs: unknown): string {
  return problem(401, 'device.clock_skew', { serverTimeMs } as object);
}
