import type { ReadableDb } from './sqlite.ts';
import { loadVocabulary, type Vocabulary } from './vocabulary.ts';

/** How many corrections of a word, and how many combinations of them, are tried. */
const mostCorrections = 6;
const mostCombinations = 24;

/** Forgives one wrong letter in each word that nothing begins with; null when that finds nothing. */
export type CorrectWords = (version: number, words: readonly string[]) => readonly string[] | null;

/** `occurs` tells whether some product of the version has all the words, or words beginning so. */
export function createWordCorrection(
  db: ReadableDb,
  occurs: (version: number, words: readonly string[]) => boolean,
): CorrectWords {
  let vocabulary: { readonly version: number; readonly words: Vocabulary } | null = null;

  function vocabularyAt(version: number): Vocabulary {
    if (vocabulary?.version !== version) vocabulary = { version, words: loadVocabulary(db) };
    return vocabulary.words;
  }

  function corrections(version: number, word: string): readonly string[] {
    const likely: string[] = [];
    for (const candidate of vocabularyAt(version).corrections(word)) {
      if (occurs(version, [candidate])) likely.push(candidate);
      if (likely.length === mostCorrections) break;
    }
    return likely;
  }

  return (version, words) => {
    const isKnown = words.map((word) => occurs(version, [word]));
    if (isKnown.every(Boolean)) return null;
    const choices = words.map((word, index) =>
      isKnown[index] === true ? [word] : corrections(version, word),
    );
    return (
      combinations(choices, mostCombinations).find((combination) => occurs(version, combination)) ??
      null
    );
  };
}

/** One choice for each word, the best choices first, at most `most` of them. */
function combinations(
  choices: readonly (readonly string[])[],
  most: number,
): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const words of choices) {
    all = all.flatMap((before) => words.map((word) => [...before, word])).slice(0, most);
  }
  return all;
}
