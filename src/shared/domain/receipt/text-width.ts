import { hasRightToLeft } from './direction.ts';

// Scripts and blocks whose characters take two cells on paper and in terminals (Unicode Standard
// Annex #11, East Asian Wide and Fullwidth), and pictures.
const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const asciiOnly = /^[\x20-\x7E]*$/;
// LEFT-TO-RIGHT MARK, RIGHT-TO-LEFT MARK and ARABIC LETTER MARK: keep a minus sign before its number.
const directionMarks = /[\u200E\u200F\u061C]/gu;
const invisible = /^[\u200C-\u200F\u061C]$/u;
// Latin, Greek, Cyrillic, punctuation and currency without marks: a cell each, and quickly told.
const narrowOnly =
  /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * `text` fit for paper: composed, every kind of white space a plain space, and no control characters
 * in it (they would steer the printer). Direction marks stay where something is written from right
 * to left, overrides never do.
 */
export function paperText(text: string): string {
  if (asciiOnly.test(text)) return text;
  const plain = text
    .normalize('NFC')
    .replace(/\s/gu, ' ')
    .replace(/(?![\u200C-\u200F\u061C])[\p{Cc}\p{Cf}]/gu, '');
  return hasRightToLeft(plain) ? plain : plain.replace(directionMarks, '');
}

/** Number of character cells that `text` takes: marks and what is invisible none, wide characters two. */
export function displayWidth(text: string): number {
  if (narrowOnly.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (!invisible.test(segment)) width += wide.test(segment) ? 2 : 1;
  }
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
