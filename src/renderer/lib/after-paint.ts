/** A display that shows nothing, e.g. behind another window, paints no frames. */
const longestMs = 100;

/**
 * Runs when the next frame is on the display: what a tap begins is not waited for by what shows that it was felt.
 * Runs come in the order in which they were asked for.
 */
export function afterPaint(run: () => void): void {
  let isDue = true;
  const runOnce = () => {
    if (!isDue) return;
    isDue = false;
    clearTimeout(late);
    run();
  };
  const late = setTimeout(runOnce, longestMs);
  // The task after the frame's own work: by then the frame is on its way to the display.
  requestAnimationFrame(() => setTimeout(runOnce));
}
