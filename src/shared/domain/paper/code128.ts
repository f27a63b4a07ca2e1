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

const shift = 98;
const startA = 103;
const startB = 104;
const stop = 106;

/**
 * Code 128 of an ASCII text: widths of bar, space, bar … in modules, without the quiet zones of ten
 * modules on either side; `null` when the text is empty or not ASCII. Digits are not packed in pairs,
 * so that the symbol is as wide as a receipt printer makes it of `{B` and the same text.
 * ISO/IEC 15417:2007, 4.3 (code sets) and annex A (check character).
 */
export function code128(text: string): readonly number[] | null {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (codes.length === 0 || codes.some((code) => code > 0x7f)) return null;
  // Set A has the control characters, set B the small letters; what a set lacks is shifted.
  const inA = codes.some((code) => code < 0x20) && !codes.some((code) => code >= 0x60);
  const values = [inA ? startA : startB, ...codes.flatMap((code) => valuesOf(code, inA))];
  const check = values.reduce((sum, value, at) => sum + value * Math.max(at, 1), 0) % 103;
  return [...values, check, stop].flatMap((value) => Array.from(patterns[value] ?? '', Number));
}

/** How wide a symbol is, in modules. */
export function modulesOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

function valuesOf(code: number, inA: boolean): readonly number[] {
  if (code < 0x20) return inA ? [code + 64] : [shift, code + 64];
  return [code - 32];
}
