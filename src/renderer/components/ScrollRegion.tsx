import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
}

/** A part of a screen that scrolls by itself; reachable by keyboard, so that it can be read without touch. */
export function ScrollRegion({ label, className = '', children, ref }: ScrollRegionProps) {
  return (
    <section
      ref={ref}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={`scroll-quiet min-h-0 ${className}`}
    >
      {children}
    </section>
  );
}
