/** A touch of the display, in CSS pixels. */
interface Touch {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
}

/** As with one switch (UIX-86). */
const withinMs = 250;
/** About half the width of a finger. */
const withinPx = 30;

/** The last two. */
let touches: readonly Touch[] = [];

/** Knows which touch is the second of a hand that trembles. */
export function followTouches(): void {
  const keep = ({ clientX: x, clientY: y }: PointerEvent) =>
    noteTouch({ atMs: performance.now(), x, y });
  window.addEventListener('pointerdown', keep, { capture: true, passive: true });
}

export function noteTouch(touch: Touch): void {
  touches = [...touches.slice(-1), touch];
}

/**
 * Whether the last touch is the second at one place, by a hand that trembles, while what it presses came up since the
 * first, at `cameUpAtMs`: it is not meant for that. To be asked once by whatever is pressed, as a key may press the next.
 */
export function isStray(cameUpAtMs: number): boolean {
  const [first, second] = touches;
  touches = touches.slice(-1);
  if (first === undefined || second === undefined || first.atMs > cameUpAtMs) return false;
  const apartPx = Math.hypot(second.x - first.x, second.y - first.y);
  return second.atMs - first.atMs < withinMs && apartPx < withinPx;
}
