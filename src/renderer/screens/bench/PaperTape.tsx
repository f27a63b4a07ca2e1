import { Scissors } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { PaperElement } from '#shared/contract/ipc/bench.ts';
import { Action } from '../../components/Action.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { tearPaper, useBench } from '../../stores/bench.ts';

/** What the virtual printer put on paper, read back from the bytes that it was sent. */
export function PaperTape() {
  const { t, number } = useWords();
  const printer = useBench((state) => state.state?.printer);
  const paper = printer?.paper ?? [];
  const columns = printer?.columns ?? 42;
  return (
    <section aria-labelledby="paper-title" className="flex min-h-0 flex-1 flex-col gap-4">
      <div className="flex items-center justify-between gap-4">
        <h2 id="paper-title" className="text-xl">
          {t('bench.printer')}
        </h2>
        <Action isDisabled={paper.length === 0} onPress={() => void tearPaper()}>
          <Scissors aria-hidden size="1.1em" />
          {t('bench.tear')}
        </Action>
      </div>
      <ScrollRegion label={t('bench.paper')} className="paper-well min-h-60 flex-1">
        <div className="paper-tape" style={columnsStyle(columns)}>
          {paper.length === 0 && <p className="font-sans text-soft">{t('bench.noPaper')}</p>}
          {paper.map((element, index) => (
            // Paper only grows.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Element key={index} element={element} />
          ))}
        </div>
      </ScrollRegion>
      <p className="tabular text-sm text-soft">
        {t('bench.bytes', { bytes: number(printer?.bytesReceived ?? 0), columns })}
      </p>
    </section>
  );
}

// A custom property, which the type of styles does not know.
const columnsStyle = (columns: number) => ({ '--columns': columns }) as CSSProperties;

const aligns = { left: 'text-left', center: 'text-center', right: 'text-right' } as const;

function Element({ element }: { readonly element: PaperElement }) {
  const { t } = useWords();
  switch (element.kind) {
    case 'line':
      return <Line line={element} />;
    case 'qr':
      return (
        <div className={`py-2 ${aligns[element.align]}`}>
          <QrCode data={element.data} className="inline-block h-36 w-36" />
        </div>
      );
    case 'barcode':
      return <p className={`tracking-[0.3em] ${aligns[element.align]}`}>{element.data}</p>;
    case 'feed':
      return <div style={{ height: `${element.lines * 1.3}em` }} />;
    case 'cut':
      return <hr className="paper-cut" aria-label={t('bench.cut')} />;
    case 'drawerPulse':
      return (
        <p className="mx-auto my-2 w-fit rounded-full bg-notice-wash px-4 font-sans text-notice text-xs">
          {t('bench.drawer')}
        </p>
      );
  }
}

type PaperLine = Extract<PaperElement, { readonly kind: 'line' }>;

/** Letters are magnified as the printer does it: in width by size, in height alone by stretching. */
function Line({ line }: { readonly line: PaperLine }) {
  const extraRows = Math.max(0, ...line.runs.map((run) => run.height - run.width));
  return (
    <p
      className={`whitespace-pre ${aligns[line.align]}`}
      style={{ paddingTop: `${extraRows * 1.3}em` }}
    >
      {line.runs.map((run, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a printed line never changes
          key={index}
          className={[
            'inline-block origin-bottom',
            run.bold ? 'font-bold' : '',
            run.underline ? 'underline' : '',
            run.inverted ? 'bg-ink text-on-accent' : '',
          ].join(' ')}
          style={{ fontSize: `${run.width}em`, transform: `scaleY(${run.height / run.width})` }}
        >
          {run.text}
        </span>
      ))}
      {line.runs.length === 0 && ' '}
    </p>
  );
}
