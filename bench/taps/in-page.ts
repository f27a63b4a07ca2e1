/**
 * Runs in the page before its own scripts; text, because this folder is checked without a browser's types.
 * `event` entries tell how long it took from a touch to the next paint after it (Event Timing, W3C), in steps of
 * 8 ms; what took less than 16 ms is not told.
 */
export const watcher = `(() => {
  const taps = { entries: [], marks: [], resets: [] };
  globalThis.__taps = taps;
  new PerformanceObserver((list) => {
    for (const { interactionId, startTime, duration, processingStart, processingEnd, name } of list.getEntries()) {
      if (interactionId > 0) taps.entries.push({ interactionId, startTime, duration, name,
        waitMs: processingStart - startTime, workMs: processingEnd - processingStart });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });

  // Painted: the frame after the one in which it was found has begun, and its tasks are done.
  const painted = () => new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    }));
  const begin = () => document.querySelector('.welcome-begin:not([disabled])');
  const whenWelcome = async () => {
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (begin() !== null) return painted();
    }
  };
  taps.whenStarted = whenWelcome();
  taps.expectReset = () => {
    addEventListener('pointerdown', ({ timeStamp }) => {
      whenWelcome().then((atMs) => taps.resets.push(atMs - timeStamp));
    }, { capture: true, once: true });
  };
})();`;

/** One event of a touch, in milliseconds of the page's clock. */
interface TouchEntry {
  readonly interactionId: number;
  readonly startTime: number;
  readonly duration: number;
  readonly name: string;
  readonly waitMs: number;
  readonly workMs: number;
}

interface TapMark {
  readonly label: string;
  readonly at: number;
}

export interface Watched {
  readonly entries: readonly TouchEntry[];
  readonly marks: readonly TapMark[];
  readonly resets: readonly number[];
}
