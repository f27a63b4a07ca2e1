// Scripts that are written from right to left (Unicode Standard Annex #9, class R and AL).
const rightToLeftScripts: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

// The blocks that the same annex gives to them, but for the mark that is none of their letters.
const rightToLeft =
  /(?!\u061C)[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether the language of a BCP 47 tag is written from right to left; no when it is no tag. */
export function isRightToLeft(locale: string): boolean {
  try {
    const { script } = new Intl.Locale(locale).maximize();
    return script !== undefined && rightToLeftScripts.has(script);
  } catch {
    return false; // Intl tells what it does not know by throwing.
  }
}

/** Whether `text` has anything that is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}
