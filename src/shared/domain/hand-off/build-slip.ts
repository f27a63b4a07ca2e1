import { type LocalizedText, textIn } from '../catalog/primitives.ts';
import type { ReceiptDocument } from '../receipt/receipt-document.ts';
import { fill } from '../receipt/receipt-texts.ts';
import { slipTextsIn } from './slip-texts.ts';

/** What stands on a slip. */
export interface SlipFacts {
  readonly storeName: string;
  readonly code: string;
  readonly lines: readonly { readonly quantity: number; readonly name: LocalizedText }[];
  /** What the QR code says; `null` for the document that lies on the disk. */
  readonly text: string | null;
}

/** A hand-off on paper, in the language of a BCP 47 tag. HOF-7 */
export function buildSlip(facts: SlipFacts, language: string): ReceiptDocument {
  const texts = slipTextsIn(language);
  return {
    title: texts.title,
    locale: language,
    blocks: [
      { kind: 'title', text: facts.code },
      { kind: 'text', text: `${texts.title} · ${facts.storeName}`, align: 'center' },
      { kind: 'rule' },
      ...facts.lines.map(
        ({ quantity, name }) =>
          ({
            kind: 'text',
            text: fill(texts.line, { quantity: String(quantity), name: textIn(name, language) }),
            align: 'left',
          }) as const,
      ),
      { kind: 'space' },
      facts.text === null
        ? { kind: 'text', text: texts.lost, align: 'left' }
        : { kind: 'qr', data: facts.text, caption: facts.code },
      { kind: 'space' },
      { kind: 'text', text: texts.howTo, align: 'center' },
    ],
  };
}
