import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components';

interface FieldFaultProps {
  readonly children: ReactNode;
  /** The room to keep below it, for what stays or stands there: `scroll-mb-…`. */
  readonly className: string;
}

/** What is said of a field that was refused: seen when it is said, also where its sheet or screen scrolls. */
export function FieldFault({ children, className }: FieldFaultProps) {
  return (
    <FieldError ref={bringIntoSight} className={`text-danger ${className}`}>
      {children}
    </FieldError>
  );
}

function bringIntoSight(said: HTMLElement | null): void {
  said?.scrollIntoView({ block: 'nearest' });
}
