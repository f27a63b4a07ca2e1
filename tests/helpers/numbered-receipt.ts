import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';

const choices = ['Texture: Rich', 'Actives: Rose oil', 'Engraving: Zoé', 'Cap: Brushed steel'];

function row(label: string, amount: string, indent = 0): ReceiptBlock {
  return { kind: 'row', label, amount, emphasis: 'normal', indent };
}

/** A receipt with everything on it, told from others by its number; 13 items make two kilobytes. */
export function numberedReceipt(number: string, items = 8): ReceiptDocument {
  return {
    title: `Receipt ${number}`,
    locale: 'en-DE',
    blocks: [
      { kind: 'title', text: 'Atelier Nord' },
      { kind: 'text', text: 'Torstraße 12, 10119 Berlin', align: 'center' },
      { kind: 'text', text: `begin ${number}`, align: 'center', bold: true },
      { kind: 'rule' },
      ...Array.from({ length: items }, (_, line) => [
        row(`Sérum made for you no. ${line + 1}`, '€33.50'),
        ...choices.map((choice) => row(choice, '', 2)),
      ]).flat(),
      { kind: 'rule' },
      { kind: 'row', label: 'Total', amount: '€268.00', emphasis: 'total' },
      row('Includes VAT 19%, net €225.21', '€42.79'),
      row('Card VISA **** 4242', '€268.00'),
      { kind: 'space' },
      { kind: 'qr', data: `urn:blendbar:${number}`, caption: `Order ${number}` },
      { kind: 'barcode', data: number },
      { kind: 'text', text: `end ${number}`, align: 'center' },
    ],
  };
}

/** What of one receipt is on a tape: how often its beginning, its code and its end, and the cut behind it. */
export function copiesOnTape(paper: readonly PaperElement[], number: string) {
  const lines = paper.flatMap((element) =>
    element.kind === 'line'
      ? [
          element.runs
            .map(({ text }) => text)
            .join('')
            .trim(),
        ]
      : [],
  );
  const count = (text: string) => lines.filter((line) => line === text).length;
  const codes = paper.filter(
    (element) => element.kind === 'qr' && element.data === `urn:blendbar:${number}`,
  ).length;
  return { begins: count(`begin ${number}`), ends: count(`end ${number}`), codes };
}
