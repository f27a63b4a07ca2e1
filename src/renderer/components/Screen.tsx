import { type ReactNode, useEffect, useRef } from 'react';

interface ScreenProps {
  readonly children: ReactNode;
  /** Changes when the same screen shows something else, so that the heading is announced again. */
  readonly subject?: string;
  readonly className?: string;
}

/**
 * The main region. A change of screen moves the focus to its heading, which is then read out,
 * unless the screen put it somewhere itself. Its width is a container (`@max-[80rem]/screen:`):
 * the bench's panel takes a part of a landscape display.
 */
export function Screen({ children, subject = '', className = '' }: ScreenProps) {
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
    <main ref={main} className="enter @container/screen flex min-h-0 min-w-0 flex-1 flex-col">
      <div className={`flex min-h-0 flex-1 flex-col ${className}`}>{children}</div>
    </main>
  );
}
