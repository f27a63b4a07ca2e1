/** Letters that do not fall apart into a letter and an accent. */
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
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
const asciiOnly = /^[\x20-\x7e]*$/;

/**
 * The words of a text without case, accents and punctuation, as they are indexed and searched:
 * `L'Oréal Éclat №5` is `loreal`, `eclat`, `no5`. Apostrophes vanish, everything else splits.
 */
export function foldWords(text: string): readonly string[] {
  return asciiOnly.test(text) ? foldAscii(text) : foldUnicode(text);
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
    .replace(/[\p{M}'’‘ʼ`´]/gu, '')
    .replace(special, (letter) => plainLetters[letter] ?? letter);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
