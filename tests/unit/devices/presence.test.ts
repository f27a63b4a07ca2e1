import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deviceFilePresence, watchPresence } from '#main/devices/transports/presence.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Watches a device that answers one look after the other as the list says. */
function watch(answers: readonly (boolean | Error)[]) {
  let looks = 0;
  let gone = 0;
  const stop = watchPresence(
    async () => {
      const answer = answers[looks] ?? true;
      looks += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => {
      gone += 1;
    },
  );
  return { stop, looks: () => looks, gone: () => gone };
}

test('DEV-7 a device is looked for once a second, and its going is told once', async () => {
  const { looks, gone } = watch([true, true, false]);
  await vi.advanceTimersByTimeAsync(2_900);
  expect([looks(), gone()]).toEqual([2, 0]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([looks(), gone()]).toEqual([3, 1]);
});

test('DEV-7 a system that cannot tell does not say that the device went', async () => {
  const { looks, gone } = watch([new Error('the list is broken'), true, false]);
  await vi.advanceTimersByTimeAsync(2_500);
  expect([looks(), gone()]).toEqual([2, 0]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(gone()).toBe(1);
});

test('DEV-8 nothing is looked for after the line was closed', async () => {
  const { stop, looks, gone } = watch([true, false]);
  await vi.advanceTimersByTimeAsync(1_500);
  stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([looks(), gone()]).toEqual([1, 0]);
});

test('DEV-7 another file under the same name is another device; a link may go', () => {
  const folder = tempFolder();
  const file = join(folder, 'ttyUSB0');
  const link = join(folder, 'blendbar-printer');
  writeFileSync(file, '');
  writeFileSync(join(folder, 'next'), '');
  symlinkSync(file, link);
  const isThere = deviceFilePresence(link);
  expect(isThere()).toBe(true);
  rmSync(link);
  expect(isThere()).toBe(true);
  renameSync(join(folder, 'next'), file);
  expect(isThere()).toBe(false);
  rmSync(file);
  expect(isThere()).toBe(false);
  expect(() => deviceFilePresence(file)).toThrow('ENOENT');
});
