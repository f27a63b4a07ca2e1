import { type PaperRow, type PaperStyle, rowText } from '#shared/domain/receipt/paper-layout.ts';
import { displayWidth } from '#shared/domain/receipt/text-width.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { rasterCommands } from './raster-image.ts';
import { cellWidthDots, type RasterText, rasterLine } from './raster-text.ts';
import { drawnRepertoire, repertoireOf } from './repertoire.ts';
import { createTextLines, type TextStyle } from './text-lines.ts';
import { toPrintable } from './transliterate.ts';

type Align = 'left' | 'center' | 'right';

/** Lines of a receipt as bytes, one after the other from the top. */
export interface PaperLines {
  line(text: string, align: Align, style: PaperStyle): Uint8Array;
  row(row: PaperRow): Uint8Array;
}

const styles: Readonly<Record<PaperStyle, TextStyle>> = {
  normal: { bold: false, width: 1, height: 1 },
  quiet: { bold: false, width: 1, height: 1 },
  strong: { bold: true, width: 1, height: 1 },
  total: { bold: true, width: 1, height: 2 },
  title: { bold: true, width: 2, height: 2 },
};
const mirror: Readonly<Record<Align, Align>> = { left: 'right', center: 'center', right: 'left' };

/**
 * A line that the printer has letters for is sent as text, any other is drawn. On a receipt that is
 * read from right to left, everything is set from the right. DEV-23, DEV-26.
 */
export function createPaperLines(profile: PrinterProfile, rightToLeft: boolean): PaperLines {
  const { columns } = profile;
  const { inPage } = repertoireOf(profile);
  const text = createTextLines(profile);
  const widthDots = columns * cellWidthDots;

  function isText(...texts: readonly string[]): boolean {
    return texts.every((one) => Array.from(one).every(inPage));
  }

  function drawn(texts: readonly RasterText[], style: TextStyle): Uint8Array {
    const drawable = texts.map((one) => ({ ...one, text: toPrintable(one.text, drawnRepertoire) }));
    return rasterCommands(rasterLine(drawable, style));
  }

  function textRow(row: PaperRow): string {
    if (!rightToLeft) return rowText(row, columns);
    const gap = columns - displayWidth(row.amount) - displayWidth(row.label) - row.indent;
    return row.amount + ' '.repeat(gap) + row.label;
  }

  return {
    line(content, documentAlign, paperStyle) {
      const style = styles[paperStyle];
      const align = rightToLeft ? mirror[documentAlign] : documentAlign;
      if (!isText(content)) {
        return drawn([{ text: content, align, fromDots: 0, toDots: widthDots }], style);
      }
      const free = columns - displayWidth(content) * style.width;
      const indent = align === 'left' ? 0 : align === 'right' ? free : Math.floor(free / 2);
      return Uint8Array.from(text.line(content, content === '' ? 0 : indent, style));
    },
    row(row) {
      const style = styles[row.style];
      if (isText(row.label, row.amount)) return Uint8Array.from(text.line(textRow(row), 0, style));
      const indentDots = row.indent * cellWidthDots;
      const amountDots = displayWidth(row.amount) * cellWidthDots;
      const labelDots = amountDots + (amountDots === 0 ? 0 : cellWidthDots);
      const start = { text: row.label, fromDots: indentDots, toDots: widthDots - labelDots };
      const end = { text: row.amount, fromDots: widthDots - amountDots, toDots: widthDots };
      const place = (part: typeof start, align: Align): RasterText => ({
        text: part.text,
        align: rightToLeft ? mirror[align] : align,
        fromDots: rightToLeft ? widthDots - part.toDots : part.fromDots,
        toDots: rightToLeft ? widthDots - part.fromDots : part.toDots,
      });
      return drawn([place(start, 'left'), place(end, 'right')], style);
    },
  };
}
