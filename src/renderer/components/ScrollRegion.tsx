import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** A part of a screen that scrolls by itself; reachable by keyboard, so that it can be read without touch. */
export function ScrollRegion({ label, className = '', ref, children }: ScrollRegionProps) {
  const classes = `scroll-quiet min-h-0 ${className}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={ref} aria-label={label} tabIndex={0} className={classes}>
      {children}
    </section>
  );
}
