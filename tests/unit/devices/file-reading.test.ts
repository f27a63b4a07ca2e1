import { expect, onTestFinished, test } from 'vitest';
import { startReading } from '#main/devices/transports/file-reading.ts';
import { transportErrorOf } from '#main/devices/transports/system-fault.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** Reads from a device that answers as the list says, then has nothing more to say. */
function read(answers: readonly (string | Error)[]) {
  const heard: string[] = [];
  let looks = 0;
  const device = {
    // No terminal.
    fd: -1,
    async read(buffer: Buffer) {
      const answer = answers[looks] ?? failure('EAGAIN');
      looks += 1;
      if (answer instanceof Error) throw answer;
      return { bytesRead: buffer.write(answer) };
    },
  };
  const reading = startReading(device, (error) => transportErrorOf('/dev/usb/lp0', error), {
    data: (bytes) => heard.push(Buffer.from(bytes).toString()),
    lost: (error) => heard.push(`${error.fault}: ${error.message}`),
  });
  onTestFinished(() => reading.stop());
  return { heard, looks: () => looks, reading };
}

test('DEV-18 a printer that sends nothing, or fails to read now and then, is read on', async () => {
  const eio = failure('EIO');
  const { heard } = read(['a', '', failure('EAGAIN'), eio, eio, 'b', eio, eio, 'c']);
  await expect.poll(() => heard).toEqual(['a', 'b', 'c']);
});

test('DEV-18 three failures in a row are a loss', async () => {
  const eio = failure('EIO');
  const { heard, looks } = read([eio, eio, eio, 'never']);
  await expect.poll(() => heard).toEqual(['failed: /dev/usb/lp0: EIO']);
  expect(looks()).toBe(3);
});

test('DEV-7 a device that the system says is gone is lost', async () => {
  const { heard } = read(['a', failure('ENODEV'), 'never']);
  await expect.poll(() => heard).toEqual(['a', 'notFound: /dev/usb/lp0: ENODEV']);
});

test('DEV-18 a printer that cannot talk is not asked again', async () => {
  const { heard, looks } = read([failure('EINVAL'), 'never']);
  await expect.poll(looks).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(looks()).toBe(1);
  expect(heard).toEqual([]);
});

test('DEV-18 what is idle is looked at seldom, and at once after a write', async () => {
  const { looks, reading } = read([]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const idle = looks();
  // 2, 4, 8, 16, 32 and then every 50 ms, at most.
  expect(idle).toBeLessThan(16);
  reading.hurry();
  await new Promise((resolve) => setTimeout(resolve, 25));
  expect(looks()).toBeGreaterThanOrEqual(idle + 2);
  reading.stop();
  const stopped = looks();
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(looks()).toBe(stopped);
});
