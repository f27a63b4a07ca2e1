import { type ReactNode, useRef } from 'react';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { useFittedScale } from '../../lib/use-fitted-scale.ts';

interface FittedPaperProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Below this the small print could not be read at arm's length any more. */
const smallest = 0.72;

/** A paper as large as its room allows. Only a very long one scrolls, and then fades out below. */
export function FittedPaper({ label, children }: FittedPaperProps) {
  const room = useRef<HTMLElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const { scale, heightPx, overflows } = useFittedScale(room, paper, smallest);
  return (
    <ScrollRegion
      ref={room}
      label={label}
      className={`mx-auto w-full max-w-[38rem] flex-1 px-12 pt-6 pb-12 landscape:h-full landscape:self-stretch ${
        overflows ? 'fade-below after:-bottom-12' : ''
      }`}
    >
      <div className="eased:h-auto!" style={{ height: `${heightPx}px` }}>
        <div
          ref={paper}
          className="paper-shadow origin-top eased:transform-none!"
          style={{ transform: `scale(${scale})` }}
        >
          {children}
        </div>
      </div>
    </ScrollRegion>
  );
}
