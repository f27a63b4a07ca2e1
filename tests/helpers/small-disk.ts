import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';

const megabyte = 1024 * 1024;

/** A small tmpfs can only be mounted by root on Linux. */
export const canMountDisk = process.platform === 'linux' && process.getuid?.() === 0;

interface SmallDisk {
  /** The copy of the store that lies on the disk. */
  readonly db: string;
  /** Gives a megabyte back, as somebody does who clears up. */
  makeRoom(): void;
  /** Takes the disk away before the test ends. */
  unmount(): void;
}

/** Copies a store to a disk of its own with `spareMegabytes` of room; gone when the test is. */
export function smallDiskWith(seeded: string, folder: string, spareMegabytes: number): SmallDisk {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const ballastMegabytes = 4;
  const sizeMegabytes =
    Math.ceil(statSync(seeded).size / megabyte) + ballastMegabytes + spareMegabytes;
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMegabytes}m`, 'blendbar-test', disk]);
  let mounted = true;
  const unmount = (): void => {
    if (mounted) execFileSync('umount', [disk]);
    mounted = false;
  };
  onTestFinished(unmount);
  const db = join(disk, basename(seeded));
  copyFileSync(seeded, db);
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(ballastMegabytes * megabyte));
  return { db, makeRoom: () => rmSync(ballast), unmount };
}
