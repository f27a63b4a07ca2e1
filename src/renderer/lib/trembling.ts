/** A touch of the display, in CSS pixels. */
export interface Touch {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
}

const withinMs = 300;
/** About the width of a finger. */
const withinPx = 40;

/** Whether a hand that trembles touched once more where it had just touched. */
export function isAgain(before: Touch, { atMs, x, y }: Touch): boolean {
  return atMs - before.atMs < withinMs && Math.hypot(x - before.x, y - before.y) < withinPx;
}
