/**
 * Widths of bar, space, bar … in modules for each symbol value, 0 to 105, and the stop pattern
 * (ISO/IEC 15417:2007, table 1).
 */
const patterns: readonly string[] = [
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212',
  '112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131',
  '311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321',
  '112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121',
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111',
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114',
  '122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212',
  '124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113',
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112',
].flatMap((row) => row.split(' '));

type CodeSet = 'A' | 'B' | 'C';
const starts: Readonly<Record<CodeSet, number>> = { A: 103, B: 104, C: 105 };
/** What goes over to a set from any other. */
const changes: Readonly<Record<CodeSet, number>> = { A: 101, B: 100, C: 99 };
const shift = 98;
const stop = 106;

/** How the symbols are chosen. */
export interface Code128Options {
  /**
   * Digits go two a symbol where that is shorter. Without, the symbol is as wide as a receipt printer
   * makes it of `{B` and the same text.
   */
  readonly packsDigits: boolean;
}

/**
 * Code 128 of an ASCII text: widths of bar, space, bar … in modules, without the quiet zones of ten
 * modules on either side; `null` when the text is empty or not ASCII.
 * ISO/IEC 15417:2007, 4.3 (code sets), annex A (check character) and annex E (shortest symbol).
 */
export function code128(text: string, { packsDigits }: Code128Options): readonly number[] | null {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (codes.length === 0 || codes.some((code) => code > 0x7f)) return null;
  // Set A has the control characters, set B the small letters; what a set lacks is shifted.
  const inA = codes.some((code) => code < 0x20) && !codes.some((code) => code >= 0x60);
  const values: number[] = [];
  let set: CodeSet | null = null;
  const enter = (next: CodeSet) => {
    if (next !== set) values.push(set === null ? starts[next] : changes[next]);
    set = next;
  };
  for (let at = 0; at < text.length; ) {
    const pairs = packsDigits ? pairsAt(text, at) : 0;
    if (pairs > 0) {
      enter('C');
      const digits = text.slice(at, at + 2 * pairs);
      values.push(...(digits.match(/../g) ?? []).map(Number));
      at += 2 * pairs;
    } else {
      enter(inA ? 'A' : 'B');
      values.push(...valuesOf(codes[at] ?? 0, inA));
      at += 1;
    }
  }
  const check = values.reduce((sum, value, at) => sum + value * Math.max(at, 1), 0) % 103;
  return [...values, check, stop].flatMap((value) => Array.from(patterns[value] ?? '', Number));
}

/** How wide a symbol is, in modules. */
export function modulesOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/**
 * How many pairs of digits begin here that are worth code set C: two at an end of the text, three in its
 * midst. Of an odd number one is left to the other set: the first, or at the start of the text the last.
 */
function pairsAt(text: string, at: number): number {
  const digits = /^\d*/.exec(text.slice(at))?.[0].length ?? 0;
  const isAtAnEnd = at === 0 || at + digits === text.length;
  const isPairAlone = digits === 2 && text.length === 2;
  if (!isPairAlone && digits < (isAtAnEnd ? 4 : 6)) return 0;
  return digits % 2 === 1 && at > 0 ? 0 : Math.floor(digits / 2);
}

function valuesOf(code: number, inA: boolean): readonly number[] {
  if (code < 0x20) return inA ? [code + 64] : [shift, code + 64];
  return [code - 32];
}
