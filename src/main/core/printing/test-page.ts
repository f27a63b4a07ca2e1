import { formatMoment } from '#shared/domain/receipt/format-moment.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { fill } from '#shared/domain/receipt/receipt-texts.ts';
import { receiptTextsIn } from '#shared/domain/receipt/texts.ts';
import type { UnixMs } from '#shared/lib/time.ts';

/** What a test page tells about the printer and its place. */
export interface TestPageFacts {
  readonly storeName: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly deviceCode: string;
  readonly profileName: string;
  readonly address: string;
  readonly columns: number;
  readonly at: UnixMs;
}

// Letters and signs of the languages that a shop may have, to be looked at by a person.
const samples = [
  '€ £ $ ¥ ½ ° © ®',
  'àâæçéèêëîïôœùûüÿ',
  'äöüß ÄÖÜ ñ¿¡ åøÅØ',
  'ąćęłńśźż čďěňřšťůž',
  'αβγδ абвг ğışçö',
  'العربية',
  '日本語',
];

/** A page that shows at a glance whether width, letters, symbols and knife are right. */
export function testPage(facts: TestPageFacts): ReceiptDocument {
  const texts = receiptTextsIn(facts.locale);
  const line = (text: string): ReceiptBlock => ({ kind: 'text', text, align: 'left' });
  const row = (label: string, amount: string): ReceiptBlock => ({
    kind: 'row',
    label,
    amount,
    emphasis: 'normal',
  });
  return {
    title: texts.testPage,
    locale: facts.locale,
    blocks: [
      { kind: 'title', text: texts.testPage },
      { kind: 'text', text: facts.storeName, align: 'center' },
      {
        kind: 'text',
        text: formatMoment(facts.at, facts.locale, facts.timeZone),
        align: 'center',
      },
      { kind: 'rule' },
      row(facts.profileName, ''),
      row(facts.address, facts.deviceCode),
      { kind: 'rule' },
      line('1234567890'.repeat(5).slice(0, facts.columns)),
      ...samples.map(line),
      { kind: 'rule' },
      row(fill(texts.unitPrice, { quantity: '2', price: '€9.96' }), '€19.92'),
      { kind: 'row', label: texts.total, amount: '€19.92', emphasis: 'total' },
      { kind: 'space' },
      { kind: 'qr', data: `urn:blendbar:test:${facts.deviceCode}`, caption: facts.deviceCode },
    ],
  };
}
