/**
 * Depth of brackets at every character; brackets without a partner do not count, because printed
 * lists lose some.
 */
function bracketDepths(text: string): Uint8Array {
  const partner = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '(' || char === '[') open.push(index);
    else if (char === ')' || char === ']') {
      const start = open.pop();
      if (start !== undefined) partner.set(start, index);
    }
  }
  const depths = new Uint8Array(text.length);
  for (const [start, end] of partner) {
    for (let index = start; index <= end; index += 1) depths[index] = (depths[index] ?? 0) + 1;
  }
  return depths;
}

/** Abbreviations whose period ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:denat|st|var|ssp|no|vit|fl|approx)$/i;

/** Cuts at periods that end a sentence; the asterisks of a footnote stay with their sentence. */
export function splitSentences(text: string): readonly string[] {
  const depths = bracketDepths(text);
  const sentences: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] !== '.' || depths[index] !== 0) continue;
    const after = /^\.*[*]*(?=\s|$|-\s?[A-Z])/.exec(text.slice(index));
    if (after === null || ABBREVIATION.test(text.slice(start, index))) continue;
    sentences.push(text.slice(start, index) + after[0].replaceAll('.', ''));
    index += after[0].length - 1;
    start = index + 1;
  }
  sentences.push(text.slice(start));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** Cuts at commas, but not in brackets and not between locants (`1,2-Hexanediol`). */
export function splitPieces(sentence: string): readonly string[] {
  const depths = bracketDepths(sentence);
  const pieces: string[] = [];
  let start = 0;
  for (let index = 0; index < sentence.length; index += 1) {
    if (sentence[index] !== ',' || depths[index] !== 0) continue;
    if (isLocantComma(sentence.slice(start, index), sentence.slice(index + 1))) continue;
    pieces.push(sentence.slice(start, index));
    start = index + 1;
  }
  pieces.push(sentence.slice(start));
  return pieces
    .map((piece) => piece.trim().replace(/^(\d+), (?=\d+[-\s])/, '$1,'))
    .filter((piece) => piece !== '');
}

function isLocantComma(before: string, after: string): boolean {
  if (/^\s*\d+(?:,\d+)*$/.test(before)) return /^\s?\d+(?:,\d+)*[-\s]\s?[A-Za-z]/.test(after);
  return /[-(]\d$/.test(before) && /^\d+-/.test(after);
}
