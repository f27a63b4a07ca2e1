import { realpathSync, statSync } from 'node:fs';
import { systemCode } from './system-fault.ts';

/** Looking costs microseconds; with the time that `lost` takes, an unplug is told within two seconds. */
const lookEveryMs = 1_000;

/**
 * Looks after a device whose driver may not tell that it went (the serial driver, when the line hangs up
 * between two of its reads, reads nothing over and over): calls `gone` once when `isThere` says
 * no, until the returned function is called. Does not keep the process alive.
 */
export function watchPresence(
  isThere: () => boolean | Promise<boolean>,
  gone: () => void,
): () => void {
  let stopped = false;
  let timer = setTimeout(look, lookEveryMs).unref();

  async function look(): Promise<void> {
    const there = await seen(isThere);
    if (stopped) return;
    if (there) timer = setTimeout(look, lookEveryMs).unref();
    else gone();
  }

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** A system that cannot tell does not say that the device went. */
async function seen(isThere: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await isThere();
  } catch {
    return true;
  }
}

/**
 * Tells whether the device file that `path` leads to now is still there. A link to it may go, and a
 * new file under its name is another device. Throws when there is none now.
 */
export function deviceFilePresence(path: string): () => boolean {
  const file = realpathSync(path);
  const { dev, ino } = statSync(file);
  // Not asynchronous: it never blocks in /dev, and must not queue behind a driver that does.
  return () => {
    try {
      const now = statSync(file);
      return now.dev === dev && now.ino === ino;
    } catch (error) {
      return systemCode(error) !== 'ENOENT' && systemCode(error) !== 'ENOTDIR';
    }
  };
}
