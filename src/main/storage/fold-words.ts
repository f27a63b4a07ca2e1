/** Letters that do not fall apart into a letter and an accent, and Arabic and Persian ones that are typed for each other. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
const asciiOnly = /^[\x20-\x7e]*$/;

/** Scripts that put no space between words; `ー` makes a kana long and belongs to it. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const anyUnspaced = new RegExp(`[${unspaced}]`, 'u');
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
const hiragana = /[\u3041-\u3096]/g;
const kanaDistance = 0x60;

/** The Arabic article is written in one with its word. */
const article = /^ال(?=.)/u;

/**
 * The words of a text without case, accents and punctuation, as they are indexed and searched:
 * `L'Oréal Éclat №5` is `loreal`, `eclat`, `no5`. Apostrophes vanish, everything else splits. Where
 * a script has no spaces, every two letters in a row are a word, and the last one is: `口紅` is `口紅`, `紅`.
 */
export function foldWords(text: string): readonly string[] {
  return asciiOnly.test(text) ? foldAscii(text) : foldUnicode(text);
}

/** Whether `text` has a script without spaces, so that its words are pieces that mean nothing to a reader. */
export function isInPieces(text: string): boolean {
  return anyUnspaced.test(text);
}

function foldAscii(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll("'", '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

function foldUnicode(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ`´ـ]/gu, '')
    .replace(special, (letter) => plainLetters[letter] ?? letter)
    .replace(hiragana, (kana) => String.fromCharCode(kana.charCodeAt(0) + kanaDistance));
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (isInPieces(word) ? pieces(word) : [word.replace(article, '')]));
}

function pieces(word: string): readonly string[] {
  return (word.match(runs) ?? []).flatMap((run) => {
    if (!isInPieces(run)) return [run];
    const letters = [...run];
    return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
  });
}
