const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...digits].map((digit, value) => [digit, value]));

/** Base64 (RFC 4648, section 4); the domain has neither `Buffer` nor `btoa`. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += digits.charAt(group >> 18) + digits.charAt((group >> 12) & 63);
    text += second === undefined ? '=' : digits.charAt((group >> 6) & 63);
    text += third === undefined ? '=' : digits.charAt(group & 63);
  }
  return text;
}

/** The bytes of a base64 text; what is no digit of it is passed over. */
export function fromBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const digit of text) {
    const value = values.get(digit);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
