/** The same as `plain_words` in the database makes of what is searched. */
const combining = /[\u0300-\u036f]/gu;
const signs = /[!-/:-@[-`{-~\u0080-\u00bf\u2000-\u206f\u3000-\u303f]/gu;
const mostWords = 12;

/**
 * The beginnings of words that somebody looks for, without accents; empty when nothing of the text is a
 * letter or digit. Each has only what PostgreSQL's parser takes for a part of a word.
 */
export function searchWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(combining, '').replace(signs, ' ');
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostWords);
}
