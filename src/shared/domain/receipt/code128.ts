/**
 * Code 128 (ISO/IEC 15417): a barcode of all of ASCII. Widths of bars and spaces in modules, a bar
 * first, three of each a symbol; by symbol value, 103 to 105 are the starts and 106 the stop.
 */
const symbols = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 ' +
  '122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 ' +
  '322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 ' +
  '112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 ' +
  '331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 ' +
  '112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 ' +
  '124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 ' +
  '411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const codeB = 100;
const codeC = 99;
const startB = 104;
const startC = 105;
const stop = 106;

/** Whether the barcode can hold `data`: printable ASCII, at least one character. */
export function fitsCode128(data: string): boolean {
  return /^[\x20-\x7E]+$/.test(data);
}

/**
 * The modules of a barcode from left to right, true is a bar; the quiet zone of ten modules on either
 * side is not part of it. Digits are packed two a symbol where that is shorter. Throws for data that
 * `fitsCode128` refuses.
 */
export function code128Modules(data: string): readonly boolean[] {
  if (!fitsCode128(data)) throw new RangeError('Code 128 in code sets B and C holds ASCII only.');
  const values = symbolValues(data);
  const checksum = values.reduce((sum, value, at) => sum + value * Math.max(at, 1), 0) % 103;
  return [...values, checksum, stop].flatMap((value) =>
    Array.from(symbols[value] ?? '', Number).flatMap((width, at) =>
      Array.from({ length: width }, () => at % 2 === 0),
    ),
  );
}

/** Start and data, by the rule of the standard's annex: C for four digits at an end, six between. */
function symbolValues(data: string): readonly number[] {
  const values: number[] = [];
  let set: typeof codeB | typeof codeC | null = null;
  let at = 0;
  while (at < data.length) {
    const digits = /^\d*/.exec(data.slice(at))?.[0].length ?? 0;
    const atAnEnd = at === 0 || at + digits === data.length;
    const isPair = digits === 2 && data.length === 2;
    if (digits >= (atAnEnd ? 4 : 6) || isPair) {
      // Of an odd number one is left to code set B: the first, or at the start of the data the last.
      if (digits % 2 === 1 && at > 0) {
        enter(codeB);
        values.push(codeBValue(data, at));
        at += 1;
      }
      enter(codeC);
      for (let pairs = Math.floor(digits / 2); pairs > 0; pairs--) {
        values.push(Number(data.slice(at, at + 2)));
        at += 2;
      }
    } else {
      enter(codeB);
      values.push(codeBValue(data, at));
      at += 1;
    }
  }
  return values;

  function enter(next: typeof codeB | typeof codeC): void {
    if (set === null) values.push(next === codeB ? startB : startC);
    else if (set !== next) values.push(next);
    set = next;
  }
}

function codeBValue(data: string, at: number): number {
  return data.charCodeAt(at) - 32;
}
