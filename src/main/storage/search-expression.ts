import type { ReadableDb } from './sqlite.ts';
import { isVocabulary, wordsFrom } from './vocabulary.ts';

/** The search index itself knows beginnings of up to this many letters. */
const indexedBeginning = 3;
/** A longer beginning is spelled out as the words that begin so, up to this many. */
const mostWords = 64;

/** A word or mark as a literal of FTS5's query language; folded words hold letters and digits only. */
export function literal(word: string): string {
  return `"${word}"`;
}

export function allOf(expressions: readonly string[]): string {
  return expressions.join(' AND ');
}

/**
 * FTS5 expression for products that have a word beginning with `word`; null when there is none.
 * Spelled-out words are read side by side and can stop early; a beginning that is not indexed would
 * first be gathered whole. Numbers and codes are not in the vocabulary and are few each.
 */
export function beginsWith(db: ReadableDb, word: string): string | null {
  if (!isVocabulary(word) || [...word].length <= indexedBeginning) return `${literal(word)}*`;
  const words = wordsFrom(db, word, mostWords + 1);
  if (words.length > mostWords) return `${literal(word)}*`;
  return words.length === 0 ? null : `(${words.map(literal).join(' OR ')})`;
}
