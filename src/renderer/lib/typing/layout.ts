/** Keys in rows, each by what it types; empty where no key stands. */
export type KeyRows = readonly (readonly string[])[];

/** The letters of one script, as they lie on a keyboard. */
export interface Layout {
  readonly letters: KeyRows;
  /** The same keys in capitals or in the other syllabary; `null` where a script has only one case. */
  readonly shifted: KeyRows | null;
  /** What is typed so often that it stands beside the space bar. */
  readonly beside: readonly string[];
  /** Signs of this language alone. */
  readonly signs: readonly string[];
  /** Kana take marks after they were typed: ゛, ゜ and the small ones. */
  readonly kana: boolean;
}

/** A layout as `simple-keyboard-layouts` has it: rows of a typewriter's keys, parted by blanks. */
export interface TypewriterLayout {
  readonly layout: { readonly [page: string]: readonly string[] };
}

interface Additions {
  /** Letters that a typewriter composes with a dead key: a row of their own. */
  readonly accents?: string;
  readonly beside: string;
  readonly signs?: string;
}

const letter = /^\p{L}+$/u;

/** The letters of a typewriter's keyboard without what a kiosk has elsewhere: digits, signs, Tab and Enter. */
export function layoutOf(source: TypewriterLayout, { accents, beside, signs }: Additions): Layout {
  const [digits = [], ...rows] = lettersIn(source.layout.default ?? []);
  const last = rows.findLastIndex((row) => row.length > 0);
  const plain = rows.slice(0, last + 1);
  const isCased = plain.flat().some((key) => key !== capital(key));
  // Without capitals the second page holds more letters.
  const more = isCased ? [] : single(lettersIn(source.layout.shift ?? []).flat());
  const above = accents === undefined ? more : accents.split(' ');
  const letters = [
    ...(above.length === 0 ? [] : [above]),
    ...plain.map((row, index) => (index === last ? [...row, ...digits] : row)),
  ];
  return {
    letters,
    shifted: isCased ? letters.map((row) => row.map(capital)) : null,
    beside: beside.split(' '),
    signs: signs === undefined ? [] : signs.split(' '),
    kana: false,
  };
}

function lettersIn(rows: readonly string[]): readonly (readonly string[])[] {
  return rows.map((row) => row.split(' ').filter((key) => letter.test(key)));
}

/** What is only a joined spelling of two keys can be typed with them. */
function single(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => [...key].length === 1);
}

/** `ß` has a capital of its own, which the case mapping of Unicode leaves out. */
export function capital(key: string): string {
  return key === 'ß' ? 'ẞ' : key.toUpperCase();
}

/** Digits and signs, for every language. */
export const signRows: KeyRows = [
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
  ['@', '#', '&', '%', '+', '-', '*', '/', '=', '_'],
  ['.', ',', ':', ';', '!', '?', "'", '"', '(', ')'],
];

/** Letters of other languages that are written in Latin letters: names travel. */
export const accentRows: KeyRows = [
  ['à', 'á', 'â', 'ä', 'ã', 'å', 'ą', 'æ', 'ç', 'č'],
  ['è', 'é', 'ê', 'ë', 'ę', 'ğ', 'ì', 'í', 'î', 'ï'],
  ['ł', 'ñ', 'ń', 'ò', 'ó', 'ô', 'ö', 'õ', 'ø', 'œ'],
  ['š', 'ş', 'ß', 'ù', 'ú', 'û', 'ü', 'ý', 'ž', 'ż'],
];
