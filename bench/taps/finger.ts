import type { CDPSession, Locator, Page } from '@playwright/test';
import type { Watched } from './in-page.ts';

/** A quick shopper's pause between two taps; letters on the keyboard come as fast. */
const pauseMs = 200;
/**
 * So long the finger rests on the glass. Most rest longer: 133 ms on average, with a standard deviation of 83 ms
 * (Asakawa et al., Fingertip forces and completion time for index finger and thumb touchscreen gestures, 2017).
 */
const restMs = 60;

/** One tap of a journey, with how long it took until the next paint. */
export interface Tap {
  readonly label: string;
  readonly durationMs: number;
  /** Of that: before the page's code ran, and while it ran. */
  readonly waitMs: number;
  readonly workMs: number;
}

/** Below this an interaction is not told; it counts as this much. */
const thresholdMs = 16;

/** Taps as a finger does, without the checks that a test makes inside the page. */
export class Finger {
  private readonly page: Page;
  private readonly session: CDPSession;

  constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.session = session;
  }

  async tap(label: string, target: Locator): Promise<void> {
    await target.waitFor();
    await this.page.waitForTimeout(pauseMs);
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error(`Nothing to tap: ${label}`);
    await this.page.evaluate(
      `__taps.marks.push({ label: ${JSON.stringify(label)}, at: performance.now() })`,
    );
    await this.touch('touchStart', [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]);
    await this.page.waitForTimeout(restMs);
    await this.touch('touchEnd', []);
  }

  private async touch(type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  /** The next tap clears everything: how long it takes until the welcome screen is painted is kept. */
  async expectReset(): Promise<void> {
    await this.page.evaluate('__taps.expectReset()');
  }
}

/** Every tap that was made, the longest of its events each; unreported ones took the threshold at most. */
export async function readTaps(
  page: Page,
): Promise<{ taps: readonly Tap[]; resets: readonly number[] }> {
  // Entries come after the frame that they are about.
  await page.waitForTimeout(1_000);
  const watched = await page.evaluate<Watched>(
    '({ entries: __taps.entries, marks: __taps.marks, resets: __taps.resets })',
  );
  const taps = watched.marks.map(({ label, at }, index): Tap => {
    const until = watched.marks[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const [longest] = watched.entries
      .filter(({ startTime }) => startTime >= at && startTime < until)
      .toSorted((a, b) => b.duration - a.duration);
    if (longest === undefined) return { label, durationMs: thresholdMs, waitMs: 0, workMs: 0 };
    const { duration, waitMs, workMs } = longest;
    return { label, durationMs: duration, waitMs, workMs };
  });
  return { taps, resets: watched.resets };
}
