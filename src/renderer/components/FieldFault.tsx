import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components';
import { bringIntoSight } from '../lib/into-sight.ts';

interface FieldFaultProps {
  readonly children: ReactNode;
  /** The room to keep below it, for what stays or stands there: `scroll-mb-…`. */
  readonly className: string;
}

/** What is said of a field that was refused: read out and brought into sight each time that it appears. UIX-77 */
export function FieldFault({ children, className }: FieldFaultProps) {
  return (
    // There before anything is said, so that what is said then is heard.
    <div role="alert" className="contents">
      <FieldError ref={bringIntoSight} className={`text-danger ${className}`}>
        {children}
      </FieldError>
    </div>
  );
}
