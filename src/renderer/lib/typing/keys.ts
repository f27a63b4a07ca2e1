import type { KanaMark } from './kana.ts';
import { accentRows, capital, type KeyRows, type Layout, signRows } from './layout.ts';

/** What a key does. */
export type Key =
  | { readonly does: 'type'; readonly text: string }
  | { readonly does: 'mark'; readonly mark: KanaMark }
  | {
      readonly does:
        | 'shift'
        | 'letters'
        | 'signs'
        | 'accents'
        | 'script'
        | 'space'
        | 'backspace'
        | 'done'
        /** A gap that keeps its neighbors in their columns. */
        | 'nothing';
    };

export type Page = 'letters' | 'signs' | 'accents';
/** For one letter, or until it is touched again. */
export type Shift = 'off' | 'once' | 'locked';
/** What is typed: words, a code in Latin letters, a number, or an address with its signs. */
export const typingKinds = ['words', 'code', 'number', 'email', 'url'] as const;
export type TypingKind = (typeof typingKinds)[number];

export interface KeyboardState {
  readonly page: Page;
  readonly shift: Shift;
  readonly kind: TypingKind;
  /** There is another script to switch to. */
  readonly hasScripts: boolean;
}

/** Whether a field takes what a key types; `allowed` is `null` where it takes everything. UIX-74 */
export function isTaken(key: Key, allowed: RegExp | null): boolean {
  if (allowed === null) return true;
  if (key.does === 'space') return allowed.test(' ');
  return key.does !== 'type' || allowed.test(key.text);
}

/** Every key that is shown, row by row. */
export function keyRows(layout: Layout, state: KeyboardState): readonly (readonly Key[])[] {
  return [...charactersOf(layout, state), lastRow(layout, state)];
}

function charactersOf(layout: Layout, { page, shift }: KeyboardState): readonly (readonly Key[])[] {
  const isShifted = shift !== 'off';
  if (page === 'signs') {
    const rows = layout.signs.length === 0 ? signRows : [...signRows, layout.signs];
    return endedBy(typed(rows), []);
  }
  if (page === 'accents') {
    const rows = isShifted ? accentRows.map((row) => row.map(capital)) : accentRows;
    return endedBy(typed(rows), [{ does: 'shift' }]);
  }
  const rows = typed((isShifted ? layout.shifted : null) ?? layout.letters);
  if (layout.kana) return beside(rows, kanaColumn);
  return endedBy(rows, layout.shifted === null ? [] : [{ does: 'shift' }]);
}

function typed(rows: KeyRows): readonly (readonly Key[])[] {
  return rows.map((row) =>
    row.map((text) => (text === '' ? { does: 'nothing' } : { does: 'type', text })),
  );
}

const kanaColumn: readonly Key[] = [
  { does: 'backspace' },
  { does: 'mark', mark: 'dakuten' },
  { does: 'mark', mark: 'handakuten' },
  { does: 'mark', mark: 'small' },
  { does: 'shift' },
];

function beside(rows: readonly (readonly Key[])[], column: readonly Key[]) {
  return rows.map((row, index) => [...row, column[index] ?? { does: 'nothing' as const }]);
}

/** The last row begins with these keys and ends with the one that deletes. */
function endedBy(rows: readonly (readonly Key[])[], begin: readonly Key[]) {
  const last = rows.length - 1;
  return rows.map((row, index) =>
    index === last ? [...begin, ...row, { does: 'backspace' as const }] : row,
  );
}

const besideIn: Readonly<Record<TypingKind, readonly string[] | null>> = {
  words: null,
  code: ['-'],
  number: ['.'],
  email: ['@', '.'],
  url: ['/', '.', ':'],
};

function lastRow(layout: Layout, { page, kind, hasScripts }: KeyboardState): readonly Key[] {
  const others: readonly Page[] = ['letters', 'signs', 'accents'];
  const signs = besideIn[kind] ?? layout.beside;
  return [
    ...others
      .filter((other) => other !== page && (other !== 'accents' || !layout.kana))
      .map((does) => ({ does })),
    ...(hasScripts ? [{ does: 'script' } as const] : []),
    { does: 'space' },
    ...signs.map((text) => ({ does: 'type', text }) as const),
    { does: 'done' },
  ];
}
