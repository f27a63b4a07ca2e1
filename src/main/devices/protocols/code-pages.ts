/**
 * Character code pages by their `ESC t n` number on Epson's receipt printers and the many that
 * follow them (Epson, ESC/POS Command Reference, ESC t), in the order in which we try them.
 */
export const codePageNumbers = {
  windows1252: 16,
  windows1250: 45,
  windows1251: 46,
  windows1253: 47,
  windows1254: 48,
  windows1257: 51,
  cp866: 17,
  cp858: 19,
  cp437: 0,
} as const;

export type CodePage = keyof typeof codePageNumbers;

const encodings: Readonly<Partial<Record<CodePage, string>>> = {
  windows1252: 'windows-1252',
  windows1250: 'windows-1250',
  windows1251: 'windows-1251',
  windows1253: 'windows-1253',
  windows1254: 'windows-1254',
  windows1257: 'windows-1257',
  cp866: 'ibm866',
};

// The upper halves that no TextDecoder knows: Unicode, Inc., mapping tables CP437.TXT and CP850.TXT
// (858 is 850 with the euro sign at D5).
const upperCp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';
const upperCp858 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

const tables = new Map<CodePage, readonly string[]>();

/** The 256 characters of a code page, by byte. */
export function characters(page: CodePage): readonly string[] {
  let table = tables.get(page);
  if (table === undefined) {
    table = makeTable(page);
    tables.set(page, table);
  }
  return table;
}

function makeTable(page: CodePage): readonly string[] {
  const encoding = encodings[page];
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  if (encoding !== undefined) return [...new TextDecoder(encoding).decode(bytes)];
  const lower = Array.from(bytes.subarray(0, 128), (byte) => String.fromCharCode(byte));
  return [...lower, ...(page === 'cp858' ? upperCp858 : upperCp437)];
}

/** The page that a printer means by `ESC t number`, or null when we have no table for it. */
export function codePageOf(number: number): CodePage | null {
  return codePages.find((page) => codePageNumbers[page] === number) ?? null;
}

/** In the order in which we try them. */
export const codePages = Object.keys(codePageNumbers) as readonly CodePage[]; // The keys of a literal.

const printable = new Map<CodePage, ReadonlySet<string>>();

/** Whether every character of `text` is in the code page. */
export function fits(page: CodePage, text: string): boolean {
  let set = printable.get(page);
  if (set === undefined) {
    set = new Set(characters(page));
    printable.set(page, set);
  }
  for (const character of text) if (!set.has(character)) return false;
  return true;
}

/**
 * `text` in characters that some code page has: others lose their accents, or become `?`, so that
 * every printed character takes one cell.
 */
export function toPrintable(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text)) return text;
  return Array.from(text, printableCharacter).join('');
}

function printableCharacter(character: string): string {
  if (codePages.some((page) => fits(page, character))) return character;
  if (/^\p{M}|\u200C|\u200D$/u.test(character)) return '';
  if (/^\p{Pd}|\u2212$/u.test(character)) return '-';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain !== '' && codePages.some((page) => fits(page, plain)) ? plain : '?';
}
