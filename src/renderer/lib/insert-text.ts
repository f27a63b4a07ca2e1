/** A field as its element tells it. */
export interface FieldText {
  readonly value: string;
  /** `null` for kinds of input that know no selection: the end counts. */
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  /** In UTF-16 units; negative when there is no limit. */
  readonly maxLength: number;
}

/**
 * What a field holds after `text` was typed into it, and where its caret stands: the selection gives
 * way, and what does not fit below `maxLength` is left out, as browsers do it.
 */
export function insertText(
  { value, selectionStart, selectionEnd, maxLength }: FieldText,
  text: string,
): { readonly value: string; readonly caret: number; readonly inserted: string } {
  const start = selectionStart ?? value.length;
  const end = selectionEnd ?? value.length;
  const room =
    maxLength < 0 ? text.length : Math.max(0, maxLength - (value.length - (end - start)));
  const inserted = wholeCharacters(text, room);
  return {
    value: value.slice(0, start) + inserted + value.slice(end),
    caret: start + inserted.length,
    inserted,
  };
}

/** As many whole characters as fit into so many UTF-16 units. */
function wholeCharacters(text: string, room: number): string {
  let fitting = '';
  for (const character of text) {
    if (fitting.length + character.length > room) break;
    fitting += character;
  }
  return fitting;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The last character, as a person counts them, of what stands before the caret; empty at the beginning. */
export function characterBefore({ value, selectionStart }: FieldText): string {
  const before = value.slice(0, selectionStart ?? value.length);
  return Array.from(graphemes.segment(before), ({ segment }) => segment).at(-1) ?? '';
}

/** What a field holds after a key deleted what is selected, or else the character before the caret. */
export function deleteBackward(field: FieldText): {
  readonly value: string;
  readonly caret: number;
} {
  const { value, selectionStart, selectionEnd } = field;
  const end = selectionEnd ?? value.length;
  const isSelected = selectionStart !== null && selectionStart < end;
  const start = isSelected ? selectionStart : end - characterBefore(field).length;
  return { value: value.slice(0, start) + value.slice(end), caret: start };
}
