import { expect, test } from 'vitest';
import { buildCard } from '#shared/domain/card/build-card.ts';

test.each([
  ['en', 'To be typed again: Engraving, Motto. We keep no texts.', 'Citral, Limonene'],
  ['de', 'Neu einzugeben: Gravur und Spruch. Texte bewahren wir nicht auf.', 'Citral und Limonene'],
  ['ja', '入力し直すもの：刻印、ひとこと。文字は保存していません。', 'Citral、Limonene'],
])(
  'CRD-13 UIX-55 a card on paper lists what it lists as %s does',
  (language, toType, allergies) => {
    const toTypeAgain = [
      { en: 'Engraving', de: 'Gravur', ja: '刻印' },
      { en: 'Motto', de: 'Spruch', ja: 'ひとこと' },
    ];
    const { blocks } = buildCard(
      {
        storeName: 'Berlin',
        name: { en: 'Lipstick' },
        code: '7K4Q-X2M98',
        choices: [],
        toType: toTypeAgain,
        allergies: ['Citral', 'Limonene'],
        text: 'BB1*',
      },
      language,
    );
    const lines = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    expect(lines).toContain(toType);
    expect(lines.join()).toContain(allergies);
  },
);
