/**
 * The text with its digits as 0 to 9 and its decimal mark as a point, whichever keyboard wrote
 * them: Arabic (U+0660 to U+0669), Persian (U+06F0 to U+06F9) or full-width.
 */
export function latinDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replaceAll('\u066b', '.');
}

/** Only the digits of it, as 0 to 9. */
export function onlyDigits(text: string): string {
  return latinDigits(text).replace(/\D/g, '');
}
