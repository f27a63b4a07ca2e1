import anyAscii from 'any-ascii';

/** What a printer can put on paper. */
export interface Repertoire {
  /** Whether one of its code pages has the character. */
  readonly inPage: (character: string) => boolean;
  /** Whether we can draw the character for it. */
  readonly inFont: (character: string) => boolean;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const letter = /^[\p{L}\p{N}]/u;
// Elsewhere what looks like an accent is a part of the letter.
const accented = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const picture = /\p{Extended_Pictographic}/u;
const leavesNoTrace = /^[\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;

// Where the library is too terse to be understood on a receipt: ISO 4217 codes, and what arrows and
// inequality are written as on a keyboard.
const clearer: ReadonlyMap<string, string> = new Map([
  ['₡', 'CRC'],
  ['₦', 'NGN'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₭', 'LAK'],
  ['₮', 'MNT'],
  ['₱', 'PHP'],
  ['₲', 'PYG'],
  ['₴', 'UAH'],
  ['₵', 'GHS'],
  ['₸', 'KZT'],
  ['₹', 'INR'],
  ['₼', 'AZN'],
  ['₽', 'RUB'],
  ['₾', 'GEL'],
  ['≠', '!='],
  ['→', '->'],
  ['←', '<-'],
  ['↔', '<->'],
  ['⇒', '=>'],
]);

/**
 * `text` in characters that `repertoire` has, nothing lost without a trace (DEV-28). A text that needs
 * a letter which can only be drawn is drawn, and then keeps whatever else can be. All others take,
 * in this order, what Unicode counts as compatible (`㈱` is `(株)`), the letter without its accents,
 * the words of any-ascii (`≥` is `>=`), and at last their own number: `[U+E000]`.
 */
export function toPrintable(text: string, repertoire: Repertoire): string {
  if (/^[\x20-\x7E]*$/.test(text) || isWhole(text, repertoire.inPage)) return text;
  const clusters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const drawn = clusters.some((cluster) => needsDrawing(cluster, repertoire));
  return clusters.map((cluster) => printable(cluster, repertoire, drawn)).join('');
}

function isWhole(text: string, has: (character: string) => boolean): boolean {
  for (const character of text) if (!has(character)) return false;
  return true;
}

/** Letters alone decide: a dash or a check mark does not make an image of a line. */
function needsDrawing(cluster: string, { inPage, inFont }: Repertoire): boolean {
  if (!letter.test(cluster) || isWhole(cluster, inPage)) return false;
  const compatible = cluster.normalize('NFKC');
  return !isWhole(compatible, inPage) && isWhole(compatible, inFont);
}

function printable(cluster: string, repertoire: Repertoire, drawn: boolean): string {
  const { inPage, inFont } = repertoire;
  if (isWhole(cluster, inPage)) return cluster;
  if (drawn && !picture.test(cluster) && isWhole(cluster, inFont)) return cluster;
  if (leavesNoTrace.test(cluster)) return '';
  const compatible = cluster.normalize('NFKC');
  if (compatible !== cluster) return each(compatible, repertoire, drawn);
  if (accented.test(cluster)) {
    const parts = cluster.normalize('NFD');
    const plain = parts.replace(/\p{M}/gu, '');
    if (plain !== parts) return each(plain, repertoire, drawn);
  }
  const characters = Array.from(cluster);
  if (characters.length > 1) return each(cluster, repertoire, drawn);
  return clearer.get(cluster) ?? inLetters(cluster);
}

/** Character by character: a cluster that is none of ours may have parts that are. */
function each(text: string, repertoire: Repertoire, drawn: boolean): string {
  return Array.from(text, (character) => printable(character, repertoire, drawn)).join('');
}

function inLetters(character: string): string {
  const ascii = anyAscii(character);
  // A question mark stands for a question mark alone.
  if (ascii !== '' && (!ascii.includes('?') || questionMarks.test(character))) return ascii;
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

const questionMarks = /^[¿؟፧‽⁇⁈⁉⸘⸮]$/u;
