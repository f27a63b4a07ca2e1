const arabic = /[\u0660-\u0669\u06f0-\u06f9]/g;
const fullWidth = /[\uff01-\uff5e]/g;
/** U+FF01 lies so far behind U+0021. */
const fullWidthDistance = 0xfee0;

/**
 * The text with its digits as 0 to 9, whichever keyboard wrote them: Arabic (U+0660 to U+0669) and Persian (U+06F0 to
 * U+06F9) ones, and whatever else has a full-width form (U+FF01 to U+FF5E). Everything else is as it was.
 */
export function latinDigits(text: string): string {
  return (
    text
      // Both rows begin at a multiple of 16.
      .replace(arabic, (digit) => String(digit.charCodeAt(0) % 16))
      .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - fullWidthDistance))
  );
}

/** Only the digits of it, as 0 to 9. */
export function onlyDigits(text: string): string {
  return latinDigits(text).replace(/\D/g, '');
}
