import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { type ChaosProxy, goodLine, startChaosProxy } from '../../helpers/chaos-proxy.ts';
import { kioskWithLine } from '../../helpers/kiosk-with-line.ts';

const central = startTestCentral();
const store = 'berlin';
const minuteMs = 60_000;
/** In it a running line looks twice whether there is something to do. */
const twoLooksMs = 1_300;
/** A busy machine looks later. */
const patiently = { timeout: 10_000 };

/** A kiosk whose running line is online and has nothing to say, and a clock for it. */
async function quietKiosk() {
  const proxy = await startChaosProxy([central.url], 12, goodLine);
  onTestFinished(() => proxy.close());
  const kiosk = kioskWithLine(central, store);
  await kiosk.enrol(proxy.url);
  let now = Date.now();
  const line = kiosk.line([], () => now);
  onTestFinished(() => line.stop());
  line.start();
  await expect.poll(() => line.status().state, patiently).toBe('online');
  return {
    kiosk,
    line,
    proxy,
    advance(durationMs: number) {
      now += durationMs;
    },
  };
}

const answersOf = ({ counts }: ChaosProxy) => counts.passed;

test('SYN-12 after a minute of silence, and not before, head office is asked; a wrong clock is noticed', async () => {
  const { line, proxy, advance } = await quietKiosk();
  const before = answersOf(proxy);
  advance(minuteMs - 1);
  await pause(twoLooksMs);
  expect(answersOf(proxy)).toBe(before);
  expect(Math.abs(line.status().clockSkewMs ?? minuteMs)).toBeLessThan(5_000);
  advance(1);
  await expect.poll(() => answersOf(proxy), patiently).toBe(before + 1);
  await expect.poll(() => line.status().clockSkewMs, patiently).toBeGreaterThan(minuteMs - 5_000);
  // Once, until the next minute is over.
  await pause(twoLooksMs);
  expect(answersOf(proxy)).toBe(before + 1);
});

test('SYN-12 a device that was revoked hears of it within a minute, although it says nothing', async () => {
  const { line, advance } = await quietKiosk();
  await revokeDevice(central.db, line.status().central?.deviceId ?? '', new Date());
  await pause(twoLooksMs);
  expect(line.status()).toMatchObject({ state: 'online', problem: null });
  advance(minuteMs);
  await expect.poll(() => line.status().state, patiently).toBe('refused');
  expect(line.status().problem?.code).toBe('device.revoked');
});

test('SYN-12 a device that head office has in another store is told of within a minute, and stays', async () => {
  const { kiosk, line, proxy, advance } = await quietKiosk();
  // It is moved, and the answer that says so is lost; or head office was put back to an earlier time.
  const { code } = await issueEnrolCode(central, { store: 'paris', name: 'Moved', actor: 'test' });
  proxy.setChaos({ ...goodLine, dropAnswer: 1 });
  expect(await line.enrol(proxy.url, code)).toMatchObject({
    error: { code: 'central.unavailable' },
  });
  proxy.setChaos(goodLine);
  advance(minuteMs);
  await expect
    .poll(() => line.status(), patiently)
    .toMatchObject({ state: 'online', problem: { code: 'device.place_differs' } });
  expect(line.status().central).toMatchObject({ name: 'K', store });
  expect(kiosk.opened.device.storeId()).toBe(store);

  // The same code lets the same device in once more: now both agree.
  expect(await line.enrol(proxy.url, code)).toMatchObject({ ok: true });
  await line.now();
  expect(line.status()).toMatchObject({
    problem: null,
    central: { name: 'Moved', store: 'paris' },
  });
  expect(kiosk.opened.device.storeId()).toBe('paris');
});
