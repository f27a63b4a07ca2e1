/** Character code pages that we have tables of, by the names that the encoder library gives them. */
export const codePages = [
  'windows1252',
  'windows1250',
  'windows1251',
  'windows1253',
  'windows1254',
  'windows1257',
  'cp852',
  'cp858',
  'cp866',
  'cp437',
] as const;

export type CodePage = (typeof codePages)[number];

const encodings: Readonly<Partial<Record<CodePage, string>>> = {
  windows1252: 'windows-1252',
  windows1250: 'windows-1250',
  windows1251: 'windows-1251',
  windows1253: 'windows-1253',
  windows1254: 'windows-1254',
  windows1257: 'windows-1257',
  cp866: 'ibm866',
};

// The upper halves that no TextDecoder knows: Unicode, Inc., mapping tables CP437.TXT, CP850.TXT and
// CP852.TXT (858 is 850 with the euro sign at D5).
const upperHalves: Readonly<Partial<Record<CodePage, string>>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  cp858:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  cp852:
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0',
};

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
  return [...lower, ...(upperHalves[page] ?? '')];
}

const printableBytes = new Map<CodePage, ReadonlyMap<string, number>>();

/** The byte of each character of a code page that a printer draws. */
export function bytesOf(page: CodePage): ReadonlyMap<string, number> {
  let bytes = printableBytes.get(page);
  if (bytes === undefined) {
    const drawn = [...characters(page).entries()].filter(([, one]) => !/[\p{Cc}\uFFFD]/u.test(one));
    bytes = new Map(drawn.map(([byte, character]) => [character, byte]));
    printableBytes.set(page, bytes);
  }
  return bytes;
}

/** Whether every character of `text` is in the code page. */
export function fits(page: CodePage, text: string): boolean {
  const bytes = bytesOf(page);
  for (const character of text) if (!bytes.has(character)) return false;
  return true;
}

/**
 * Epson, ESC/POS Command Reference, `ESC t`; the same in escpos-printer-db (TM-T88V, TM-T20II) and in
 * the mapping `epson` of @point-of-sale/receipt-printer-encoder. In the order in which they are tried:
 * what a TM-T88IV has too comes first, so that it prints all of Europe but Greek, Turkish and Baltic.
 */
export const epsonPages: ReadonlyMap<CodePage, number> = new Map([
  ['windows1252', 16],
  ['cp852', 18],
  ['cp866', 17],
  ['windows1250', 45],
  ['windows1251', 46],
  ['windows1253', 47],
  ['windows1254', 48],
  ['windows1257', 51],
  ['cp858', 19],
  ['cp437', 0],
]);

/** The page that Epson means by `ESC t number`, or null when we have no table for it. */
export function codePageOf(number: number): CodePage | null {
  return codePages.find((page) => epsonPages.get(page) === number) ?? null;
}
