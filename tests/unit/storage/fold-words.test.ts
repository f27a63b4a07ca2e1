import { expect, test } from 'vitest';
import { foldWords } from '#main/storage/fold-words.ts';

test('STO-40 case, accents and punctuation do not count', () => {
  expect(foldWords("L'Oréal Éclat №5")).toEqual(['loreal', 'eclat', 'no5']);
  expect(foldWords('Straße, œuvre')).toEqual(['strasse', 'oeuvre']);
});

test('STO-53 an Arabic word is found as it is spelled here or there, with the article or without', () => {
  expect(foldWords('أحمرُ الشفاه')).toEqual(['احمر', 'شفاه']);
  expect(foldWords('احمر شفاه')).toEqual(['احمر', 'شفاه']);
  expect(foldWords('الفرشاة')).toEqual(foldWords('فرشاه'));
  expect(foldWords('مطفى')).toEqual(foldWords('مطفي'));
  expect(foldWords('ال')).toEqual(['ال']);
});

test('STO-53 Japanese and Chinese fall into every two letters in a row, and the last one', () => {
  expect(foldWords('口紅')).toEqual(['口紅', '紅']);
  expect(foldWords('ネイルポリッシュ 11 ml')).toEqual([
    ...['ネイ', 'イル', 'ルホ', 'ホリ', 'リッ', 'ッシ', 'シュ', 'ュ'],
    ...['11', 'ml'],
  ]);
  expect(foldWords('りっぷ')).toEqual(foldWords('ﾘｯﾌﾟ'));
  expect(foldWords('Boulevardサテン')).toEqual(['boulevard', 'サテ', 'テン', 'ン']);
});
