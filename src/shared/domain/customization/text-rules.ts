/** What a text group allows, ready to be applied. */
export interface TextRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly allowed: RegExp;
  readonly blockedWords: readonly (readonly Letter[])[];
}

/** Why a text is refused; `characters` are the ones that are not allowed, each once. */
export type TextFault =
  | { readonly limit: 'blank' | 'blockedWord' }
  | { readonly limit: 'tooShort' | 'tooLong'; readonly length: number }
  | { readonly limit: 'characters'; readonly characters: string };

/** A letter as it may be read: `1` is `1`, `i` or `l`. */
interface Letter {
  readonly readings: string;
  /** May also be no letter at all: `$` may stand for `s` or be a separator. */
  readonly optional: boolean;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Length in grapheme clusters: what a person counts as characters. */
export function graphemeLength(text: string): number {
  return graphemesOf(text).length;
}

function graphemesOf(text: string): readonly string[] {
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/**
 * The pattern for a whole text out of a character class body with the `v` flag; `null` when the
 * body is not one (then nothing can be allowed).
 */
export function allowedPattern(body: string): RegExp | null {
  // Brackets that close more than they open would end the class and let anything through.
  let depth = 0;
  for (const [token] of body.matchAll(/\\.|[[\]]/gsu)) {
    if (token === '[') depth += 1;
    if (token === ']') depth -= 1;
    if (depth < 0) return null;
  }
  try {
    return new RegExp(`^[${body}]*$`, 'v');
  } catch {
    return null;
  }
}

/** Everything that is wrong with `text`, in a fixed order; empty when it may be used. */
export function textFaults(rules: TextRules, text: string): readonly TextFault[] {
  if (text.trim() === '') return [{ limit: 'blank' }];
  const faults: TextFault[] = [];
  const characters = graphemesOf(text.normalize('NFC'));
  const length = characters.length;
  if (length < rules.minLength) faults.push({ limit: 'tooShort', length });
  if (length > rules.maxLength) faults.push({ limit: 'tooLong', length });
  const refused = new Set(characters.filter((character) => !rules.allowed.test(character)));
  if (refused.size > 0) faults.push({ limit: 'characters', characters: [...refused].join(' ') });
  const letters = lettersOf(text);
  if (rules.blockedWords.some((word) => holdsWord(letters, word))) {
    faults.push({ limit: 'blockedWord' });
  }
  return faults;
}

/** A blocked word without case, accents and separators. A sign in it stands for its letter. */
export function blockedWord(word: string): readonly Letter[] {
  return lettersOf(word).map((letter) => ({ ...letter, optional: false }));
}

function lettersOf(text: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (const character of text.normalize('NFKD').toLowerCase()) {
    const expanded = ligatures[character];
    if (expanded !== undefined) {
      for (const letter of expanded) letters.push({ readings: letter, optional: false });
      continue;
    }
    const alike = lookAlikes[character] ?? '';
    if (/[\p{L}\p{N}]/u.test(character)) {
      letters.push({ readings: character + alike, optional: false });
    } else if (alike !== '') {
      letters.push({ readings: alike, optional: true });
    }
  }
  return letters;
}

/** Follows every way of reading the text at once, so that many signs do not multiply the work. */
function holdsWord(text: readonly Letter[], word: readonly Letter[]): boolean {
  let matched = new Set<number>();
  for (const letter of text) {
    const next = new Set<number>();
    for (const count of [0, ...matched]) {
      const wanted = word[count];
      if (wanted !== undefined && meet(letter.readings, wanted.readings)) next.add(count + 1);
      if (letter.optional && count > 0) next.add(count);
    }
    if (next.has(word.length)) return true;
    matched = next;
  }
  return false;
}

function meet(left: string, right: string): boolean {
  for (const reading of left) if (right.includes(reading)) return true;
  return false;
}

const ligatures: { readonly [character: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Digits, signs, and letters of other scripts that pass for Latin ones at a glance. */
const lookAlikes: { readonly [character: string]: string } = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'bg',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'il',
  '+': 't',
  '€': 'e',
  '£': 'l',
  '¥': 'y',
  '¢': 'c',
  '(': 'c',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ð: 'd',
  // Cyrillic
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};
