// Scripts and blocks whose characters take two cells on paper and in terminals (Unicode Standard
// Annex #11, East Asian Wide and Fullwidth), and pictures.
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const asciiOnly = /^[\x20-\x7E]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * `text` fit for paper: composed, every kind of white space a plain space, and neither control
 * characters (they would steer the printer) nor invisible direction marks in it.
 */
export function paperText(text: string): string {
  if (asciiOnly.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(/(?!\u200C|\u200D)[\p{Cc}\p{Cf}]/gu, '');
}

/** Number of character cells that `text` takes: marks take none, wide characters two. */
export function displayWidth(text: string): number {
  if (asciiOnly.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** `text` in lines of at most `columns` cells, broken between words; only a longer word is cut. */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paperText(text).split(' ')) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(word, columns);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function cutWord(word: string, columns: number): readonly string[] {
  if (displayWidth(word) <= columns) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && displayWidth(piece + segment) > columns) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
