import { useMemo, useRef } from 'react';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import { drawPaper } from '#shared/domain/paper/draw-paper.ts';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { paperText } from './paper-text.ts';

interface PaperTapeProps {
  readonly printer: Pick<BenchState['printer'], 'paper' | 'columns' | 'dotsPerLine'>;
  readonly className?: string;
}

/** What the virtual printer put on paper, read back from the bytes that it was sent, as a picture. */
export function PaperTape({ printer, className = '' }: PaperTapeProps) {
  const { t } = useWords();
  const { paper, columns, dotsPerLine } = printer;
  const well = useRef<HTMLElement>(null);
  const picture = useMemo(() => {
    const svg = drawPaper(paper, { columns, dotsPerLine });
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  }, [paper, columns, dotsPerLine]);
  const lines = useMemo(() => paperText((key, params) => t(key, { ...params }), paper), [t, paper]);
  /** Once the picture is loaded, and has its size. */
  const showNewest = () => {
    well.current?.scrollTo({ top: well.current.scrollHeight });
  };
  return (
    <ScrollRegion
      ref={well}
      label={t('bench.paper')}
      className={`paper-well flex flex-col p-4 ${className}`}
    >
      <img src={picture} alt="" onLoad={showNewest} className="mx-auto h-auto w-full max-w-160" />
      {paper.length === 0 ? (
        <p className="pt-4 text-center text-on-accent text-sm">{t('bench.noPaper')}</p>
      ) : (
        <ul className="sr-only">
          {lines.map((line, index) => (
            // Paper only grows.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </ScrollRegion>
  );
}
