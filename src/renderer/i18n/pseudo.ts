import type { Texts } from './texts.ts';

/** How much longer than English some languages are. */
const growth = 0.4;
const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'û',
  y: 'ý',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ø',
  U: 'Ü',
};

/**
 * A language for tests: English with accents, two fifths longer and in brackets, so that what is cut off, put
 * together or not translated at all is seen. Names in `{{…}}` stay.
 */
export function pseudoTexts(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'string' ? pseudoText(text) : pseudoTexts(text),
    ]),
  );
}

function pseudoText(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\})/);
  const accented = parts.map((part) =>
    part.startsWith('{{')
      ? part
      : part.replaceAll(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter),
  );
  const letters = parts
    .filter((part) => !part.startsWith('{{'))
    .join('')
    .trim().length;
  // In words, so that it wraps where a longer language would.
  const more = 'lorem ipsum dolor sit amet '.repeat(20).slice(0, Math.ceil(letters * growth));
  return `[${accented.join('')} ${more.trim()}]`;
}
