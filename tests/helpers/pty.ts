import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { type Pty, type PtyOptions, startPty } from './pty-process.ts';

const hasSocat = spawnSync('socat', ['-V']).error === undefined;

/** Skips a test, with its reason, where `socat` is missing; in CI its absence is a failure. */
export function needPty(test: { skip(note: string): void }): void {
  if (hasSocat || process.env.CI === 'true') return;
  test.skip('needs socat for a pseudo-terminal: apt-get install socat');
}

/**
 * Opens a pseudo-terminal for the test that is running, which should have called `needPty`; it is gone
 * when the test is, whether it passed or not.
 */
export async function openPty(options: PtyOptions = {}): Promise<Pty> {
  const pty = await startPty(options);
  onTestFinished(() => pty.close());
  return pty;
}
