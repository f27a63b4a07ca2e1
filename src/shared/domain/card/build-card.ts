import { listNames } from '../catalog/list-names.ts';
import { type LocalizedText, textIn } from '../catalog/primitives.ts';
import type { ReceiptDocument } from '../receipt/receipt-document.ts';
import { fill } from '../receipt/receipt-texts.ts';
import { cardTextsIn } from './card-texts.ts';

/** What stands on a formula card. */
export interface CardFacts {
  readonly storeName: string;
  readonly name: LocalizedText;
  /** As it is shown: `7K4Q-X2M98`. */
  readonly code: string;
  readonly choices: readonly { readonly group: LocalizedText; readonly value: LocalizedText }[];
  readonly toType: readonly LocalizedText[];
  /** Names; empty when the shopper did not want them on it. */
  readonly allergies: readonly string[];
  /** What the QR code says. */
  readonly text: string;
}

/** A formula card on paper, in the language of a BCP 47 tag. CRD-13 */
export function buildCard(facts: CardFacts, language: string): ReceiptDocument {
  const texts = cardTextsIn(language);
  const line = (text: string) => ({ kind: 'text', text, align: 'left' }) as const;
  const list = (names: readonly string[]) => listNames(names, language);
  return {
    title: texts.title,
    locale: language,
    blocks: [
      { kind: 'title', text: texts.title },
      { kind: 'text', text: facts.storeName, align: 'center' },
      { kind: 'rule' },
      { ...line(textIn(facts.name, language)), bold: true },
      ...facts.choices.map(({ group, value }) =>
        line(
          fill(texts.choice, { group: textIn(group, language), value: textIn(value, language) }),
        ),
      ),
      ...(facts.toType.length === 0
        ? []
        : [
            line(
              fill(texts.toType, {
                groups: list(facts.toType.map((name) => textIn(name, language))),
              }),
            ),
          ]),
      ...(facts.allergies.length === 0
        ? []
        : [line(fill(texts.allergies, { allergies: list(facts.allergies) }))]),
      { kind: 'space' },
      { kind: 'qr', data: facts.text, caption: facts.code },
      { kind: 'space' },
      line(texts.howTo),
    ],
  };
}
