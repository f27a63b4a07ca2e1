import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Fit {
  /** At most 1, at least `smallest`. */
  readonly scale: number;
  /** What the content takes up once it is scaled. */
  readonly heightPx: number;
  /** Even at its smallest it is higher than its room. */
  readonly overflows: boolean;
}

/** How far something must shrink to fit its room. `room` and `content` may both change in size. */
export function fitOf(roomPx: number, contentPx: number, smallest: number): Fit {
  const wanted = contentPx === 0 ? 1 : roomPx / contentPx;
  const scale = Math.min(1, Math.max(smallest, wanted));
  return { scale, heightPx: contentPx * scale, overflows: wanted < smallest };
}

/** Watches both and tells the fit; sizes are those of layout, whatever transforms do. */
export function useFittedScale(
  room: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  smallest: number,
): Fit {
  const [fit, setFit] = useState<Fit>({ scale: 1, heightPx: 0, overflows: false });
  useLayoutEffect(() => {
    const [outer, inner] = [room.current, content.current];
    if (outer === null || inner === null) return;
    const measure = () => {
      const { paddingTop, paddingBottom } = getComputedStyle(outer);
      const paddingPx = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
      setFit(fitOf(outer.clientHeight - paddingPx, inner.offsetHeight, smallest));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    measure();
    return () => observer.disconnect();
  }, [room, content, smallest]);
  return fit;
}
