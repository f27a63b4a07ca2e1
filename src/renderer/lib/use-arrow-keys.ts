import { type RefObject, useEffect, useRef } from 'react';

/** Whether the last thing done inside `element` was an arrow key: walking over options, not asking for one. */
export function useArrowKeys(element: RefObject<HTMLElement | null>): RefObject<boolean> {
  const walking = useRef(false);
  useEffect(() => {
    const node = element.current;
    if (node === null) return;
    const onKey = (event: KeyboardEvent) => {
      walking.current = event.key.startsWith('Arrow');
    };
    const onPointer = () => {
      walking.current = false;
    };
    node.addEventListener('keydown', onKey, true);
    node.addEventListener('pointerdown', onPointer, true);
    return () => {
      node.removeEventListener('keydown', onKey, true);
      node.removeEventListener('pointerdown', onPointer, true);
    };
  }, [element]);
  return walking;
}
