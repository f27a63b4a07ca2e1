import type { ReadableDb } from './sqlite.ts';

/** A word that was meant, perhaps. */
interface Correction {
  readonly word: string;
  /** The whole word is one letter away, not only its beginning. */
  readonly isWhole: boolean;
  readonly documents: number;
}

/** Shorter words are within one letter of too many others. */
const shortestCorrectable = 3;
const endOfWords = '\u{10ffff}';

const digit = /\p{N}/u;

/** Words with digits (SKUs, shade codes, sizes) are searched as typed: a wrong digit is another thing. */
export function isVocabulary(word: string): boolean {
  return !digit.test(word);
}

/** Words that begin with `start`, at most `limit`, in alphabetical order. */
export function wordsFrom(db: ReadableDb, start: string, limit: number): readonly string[] {
  return db
    .tuples<[word: string]>(
      'SELECT word FROM catalog_words WHERE word >= ? AND word < ? ORDER BY word LIMIT ?',
      start,
      `${start}${endOfWords}`,
      limit,
    )
    .map(([word]) => word);
}

/** Every word of the catalog in memory, for finding the ones that are one wrong letter away. */
export interface Vocabulary {
  /** Best first: whole words before beginnings of words, then the more frequent, then the alphabet. */
  corrections(word: string): readonly string[];
}

export function loadVocabulary(db: ReadableDb): Vocabulary {
  const entries = db.tuples<[word: string, documents: number]>(
    'SELECT word, documents FROM catalog_words ORDER BY word',
  );
  return {
    corrections: (word) => {
      if (word.length < shortestCorrectable || !isVocabulary(word)) return [];
      const found: Correction[] = [];
      for (const [candidate, documents] of entries) {
        const match = matchWithin1(word, candidate);
        if (match !== null) found.push({ word: candidate, isWhole: match === 'whole', documents });
      }
      return found.sort(better).map(({ word: corrected }) => corrected);
    },
  };
}

function better(a: Correction, b: Correction): number {
  if (a.isWhole !== b.isWhole) return a.isWhole ? -1 : 1;
  if (a.documents !== b.documents) return b.documents - a.documents;
  return a.word < b.word ? -1 : 1;
}

/**
 * Whether `typed` becomes `word`, or the beginning of it, by inserting, leaving out, replacing or
 * swapping one letter. Runs over the whole vocabulary, so it allocates nothing.
 */
function matchWithin1(typed: string, word: string): 'whole' | 'beginning' | null {
  let same = 0;
  while (same < typed.length && typed.charCodeAt(same) === word.charCodeAt(same)) same += 1;
  if (same === typed.length) return same === word.length ? 'whole' : 'beginning';
  // From the first difference on: one edit, then the rest of `typed` must go on in `word`.
  const isReplaced = goesOn(typed, same + 1, word, same + 1);
  const isTooMuch = goesOn(typed, same + 1, word, same);
  const isMissing = goesOn(typed, same, word, same + 1);
  const isSwapped =
    typed.charCodeAt(same) === word.charCodeAt(same + 1) &&
    typed.charCodeAt(same + 1) === word.charCodeAt(same) &&
    goesOn(typed, same + 2, word, same + 2);
  if (!isReplaced && !isTooMuch && !isMissing && !isSwapped) return null;
  const longer = word.length - typed.length;
  const isWhole =
    (longer === 0 && (isReplaced || isSwapped)) ||
    (longer === -1 && isTooMuch) ||
    (longer === 1 && isMissing);
  return isWhole ? 'whole' : 'beginning';
}

function goesOn(typed: string, typedFrom: number, word: string, wordFrom: number): boolean {
  const length = typed.length - typedFrom;
  if (word.length - wordFrom < length) return false;
  for (let i = 0; i < length; i += 1) {
    if (typed.charCodeAt(typedFrom + i) !== word.charCodeAt(wordFrom + i)) return false;
  }
  return true;
}
