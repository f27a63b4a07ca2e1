import { type ReactNode, useEffect, useRef } from 'react';

interface ScreenProps {
  readonly children: ReactNode;
  /** Changes when the same screen shows something else, so that the heading is announced again. */
  readonly subject?: string;
  readonly className?: string;
  /**
   * Its parts scroll by themselves even where text is larger or the display lower: always, or where they stand
   * side by side. Else the screen then scrolls as a whole, as it always does where a language needs more room.
   */
  readonly parts?: 'always' | 'beside';
}

const scrolling = { always: 'screen-parts', beside: 'screen-parts-beside' } as const;

/**
 * The main region. A change of screen moves the focus to its heading, which is then read out,
 * unless the screen put it somewhere itself. Its width is a container, measured in its own letters
 * (`@max-[76em]/screen:`): the bench's panel takes a part of a landscape display, and larger text another.
 */
export function Screen({ children, subject = '', className = '', parts }: ScreenProps) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const isNew = shown.current === null;
    if (shown.current === subject) return;
    shown.current = subject;
    if (isNew && main.current?.contains(document.activeElement)) return;
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [subject]);
  return (
    <main
      ref={main}
      className={`screen scroll-quiet enter @container/screen flex min-h-0 min-w-0 flex-1 flex-col ${parts === undefined ? '' : scrolling[parts]}`}
    >
      <div className={`screen-body flex min-h-0 flex-1 flex-col ${className}`}>{children}</div>
    </main>
  );
}
