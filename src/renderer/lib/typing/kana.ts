/** A mark that changes the kana before it. */
export type KanaMark = 'dakuten' | 'handakuten' | 'small';

const combining = { dakuten: '\u3099', handakuten: '\u309a' } as const;
const full = 'あいうえおつやゆよわアイウエオツヤユヨワ';
const small = 'ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ';
/** From a hiragana to its katakana in Unicode. */
const toKatakana = 0x60;

/** The kana with the mark, or without it where it had it already; `null` where it can have none. */
export function markedKana(kana: string, mark: KanaMark): string | null {
  if (kana === '') return null;
  if (mark === 'small') {
    const at = full.indexOf(kana);
    if (at >= 0) return small.charAt(at);
    const back = small.indexOf(kana);
    return back < 0 ? null : full.charAt(back);
  }
  const [plain = '', had] = kana.normalize('NFD');
  if (had === combining[mark]) return plain;
  const marked = `${plain}${combining[mark]}`.normalize('NFC');
  return [...marked].length === 1 ? marked : null;
}

export function katakana(text: string): string {
  return text.replaceAll(/[ぁ-ゖ]/gu, (kana) =>
    String.fromCodePoint((kana.codePointAt(0) ?? 0) + toKatakana),
  );
}
