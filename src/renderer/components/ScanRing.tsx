import { useEffect, useRef } from 'react';
import { useOneSwitch } from '../stores/one-switch.ts';

/** A thick ring around what the next press of the switch is for; wherever that moves to. UIX-83 */
export function ScanRing() {
  const around = useOneSwitch((state) => state.around);
  const isGroup = useOneSwitch((state) => state.isGroup);
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (around === null) return;
    let frame = 0;
    const follow = () => {
      frame = requestAnimationFrame(follow);
      if (ring.current !== null) layAround(ring.current, around);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [around]);
  if (around === null) return null;
  return (
    <div
      ref={ring}
      aria-hidden
      data-scan="no"
      data-scan-ring={isGroup ? 'group' : 'target'}
      // Seen over a dialog too.
      data-react-aria-top-layer="true"
      className="scan-ring"
    />
  );
}

function layAround({ style }: HTMLElement, around: readonly Element[]): void {
  const boxes = around
    .filter((part) => part.isConnected)
    .map((part) => part.getBoundingClientRect());
  style.visibility = boxes.length === 0 ? 'hidden' : 'visible';
  if (boxes.length === 0) return;
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)));
  const left = Math.max(0, Math.min(...boxes.map((box) => box.left)));
  style.top = `${top}px`;
  style.left = `${left}px`;
  style.width = `${Math.min(window.innerWidth, Math.max(...boxes.map((box) => box.right))) - left}px`;
  style.height = `${Math.min(window.innerHeight, Math.max(...boxes.map((box) => box.bottom))) - top}px`;
}
