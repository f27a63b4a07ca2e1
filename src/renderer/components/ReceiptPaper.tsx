import { bitmapPath } from '#shared/domain/catalog/bitmap.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { directionOf } from '../i18n/languages.ts';
import { QrCode } from './QrCode.tsx';

/** A receipt as it would look on paper, drawn from the document rather than from the printer's bytes. */
export function ReceiptPaper({ document }: { readonly document: ReceiptDocument }) {
  return (
    <article
      aria-label={document.title}
      className="receipt-paper"
      lang={document.locale}
      dir={directionOf(document.locale)}
    >
      {document.blocks.map((block, index) => (
        // A finished receipt never changes its order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Block key={index} block={block} />
      ))}
    </article>
  );
}

/** As on paper, a receipt that is read from the right begins there; what is Latin in it keeps its own order. */
const aligns = { left: 'text-start', center: 'text-center', right: 'text-end' } as const;
const emphases = {
  normal: '',
  strong: 'font-semibold',
  total: 'font-display text-xl py-1',
  quiet: 'text-soft text-xs',
} as const;

function Block({ block }: { readonly block: ReceiptBlock }) {
  switch (block.kind) {
    case 'logo':
      return (
        <svg
          viewBox={`0 0 ${block.widthDots} ${block.heightDots}`}
          role="img"
          aria-label={block.alt}
          className="mx-auto mb-3 h-20"
          shapeRendering="crispEdges"
        >
          <path d={bitmapPath(block)} fill="currentColor" />
        </svg>
      );
    case 'title':
      return <p className="pb-1 text-center font-display text-2xl">{block.text}</p>;
    case 'text':
      return (
        <p className={`${aligns[block.align]} ${block.bold === true ? 'font-semibold' : ''}`}>
          <bdi>{block.text}</bdi>
        </p>
      );
    case 'row':
      return (
        <div
          className={`flex items-baseline justify-between gap-4 ${emphases[block.emphasis]}`}
          style={{ paddingInlineStart: `${(block.indent ?? 0) * 0.5}rem` }}
        >
          <span>{block.label}</span>
          <span className="tabular shrink-0">{block.amount}</span>
        </div>
      );
    case 'rule':
      return <hr className="my-3 border-ink/40 border-dashed" />;
    case 'space':
      return <div className="h-4" />;
    case 'qr':
      return (
        <figure className="flex flex-col items-center gap-1 py-2">
          <QrCode data={block.data} className="h-36 w-36" />
          <figcaption className="text-center text-xs">{block.caption}</figcaption>
        </figure>
      );
    case 'barcode':
      return <p className="text-center font-mono tracking-widest">{block.data}</p>;
  }
}
