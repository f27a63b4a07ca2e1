const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
/** `[` and `{`, `]` and `}` differ in one bit. */
const braceBit = 0x20;
const opener = 0x7b;
const closer = 0x7d;

/** How much of a JSON text is parsed: parsing costs by its parts more than by its bytes. */
export interface JsonBounds {
  /** Of lists and objects within each other. */
  readonly levels: number;
  /** Members and entries, and what holds them. */
  readonly parts: number;
}

/**
 * What a text has too much of, before it is parsed; `null` when it may be. It need not be JSON: what is none
 * is found by the parser. Looks at each byte once, and stops where it knows.
 */
export function excessOf(json: Uint8Array, { levels, parts }: JsonBounds): keyof JsonBounds | null {
  const { length } = json;
  let level = 0;
  let part = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === quote) at = endOfText(json, at);
    else if (byte === comma) part += 1;
    else if ((byte | braceBit) === opener) {
      part += 1;
      level += 1;
      if (level > levels) return 'levels';
    } else if ((byte | braceBit) === closer) level -= 1;
    if (part > parts) return 'parts';
  }
  return null;
}

/** Where the text ends that begins with the quote at `start`. */
function endOfText(json: Uint8Array, start: number): number {
  const { length } = json;
  let at = start + 1;
  while (at < length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}
