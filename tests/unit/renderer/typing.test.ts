import { describe, expect, it } from 'vitest';
import { deleteBackward, type FieldText } from '../../../src/renderer/lib/insert-text.ts';
import { katakana, markedKana } from '../../../src/renderer/lib/typing/kana.ts';
import {
  isTaken,
  type Key,
  type KeyboardState,
  keyRows,
} from '../../../src/renderer/lib/typing/keys.ts';
import { hasOwnScript, loadLayout } from '../../../src/renderer/lib/typing/load-layout.ts';

const plain: KeyboardState = { page: 'letters', shift: 'off', kind: 'words', hasScripts: false };

/** What can be typed with the keys that are shown. */
function typed(rows: readonly (readonly Key[])[]): readonly string[] {
  return rows.flat().flatMap((key) => (key.does === 'type' ? [key.text] : []));
}

async function lettersOf(language: string, state: Partial<KeyboardState> = {}, latin = false) {
  return typed(keyRows(await loadLayout(language, latin), { ...plain, ...state }));
}

describe('the layouts', () => {
  /** The letters of the alphabet in Unicode CLDR. */
  const alphabets: Readonly<Record<string, string>> = {
    en: 'abcdefghijklmnopqrstuvwxyz',
    de: 'abcdefghijklmnopqrstuvwxyzäöüß',
    fr: 'abcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûœ',
    es: 'abcdefghijklmnopqrstuvwxyzáéíñóúü',
    ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإئؤةى',
    ja: 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー',
  };

  it.each(Object.entries(alphabets))(
    'UIX-72: %s has every letter of its own',
    async (language, alphabet) => {
      const keys = await lettersOf(language);
      expect([...alphabet].filter((letter) => !keys.includes(letter))).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it('UIX-72: capitals are those of the letters, and ẞ is one', async () => {
    const keys = await lettersOf('de', { shift: 'once' });
    expect(keys).toContain('Ä');
    expect(keys).toContain('ẞ');
    expect(keys).not.toContain('a');
  });

  it('UIX-72: a script with one case has no key for capitals, Japanese one for katakana', async () => {
    const arabic = keyRows(await loadLayout('ar', false), plain).flat();
    expect(arabic.some(({ does }) => does === 'shift')).toBe(false);
    expect(await lettersOf('ja', { shift: 'locked' })).toContain('ア');
    expect(katakana('きゃー')).toBe('キャー');
  });

  it('UIX-72: every language has digits, signs and the accented letters of others', async () => {
    for (const language of Object.keys(alphabets)) {
      const signs = await lettersOf(language, { page: 'signs' });
      for (const sign of ['0', '9', '@', '.', '-', '?']) expect(signs).toContain(sign);
    }
    expect(await lettersOf('en', { page: 'accents' })).toContain('ø');
  });

  it('UIX-73: codes and addresses are typed in Latin letters in every language', async () => {
    expect(hasOwnScript('ar')).toBe(true);
    expect(hasOwnScript('de')).toBe(false);
    expect(await lettersOf('ar', { kind: 'code' }, true)).toContain('q');
    expect(await lettersOf('ja', { kind: 'email' }, true)).toContain('@');
    const rows = keyRows(await loadLayout('ja', false), { ...plain, hasScripts: true });
    expect(rows.flat().some(({ does }) => does === 'script')).toBe(true);
  });

  it('UIX-72: no row has more keys than a standing display holds at 48 px', async () => {
    for (const language of Object.keys(alphabets)) {
      for (const page of ['letters', 'signs', 'accents'] as const) {
        const rows = keyRows(await loadLayout(language, false), { ...plain, page });
        expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(13);
      }
    }
  });

  it('UIX-72: a language without letters of its own is typed as English', async () => {
    expect(await lettersOf('en-XA')).toEqual(await lettersOf('en'));
  });
});

describe('marks of kana', () => {
  it('UIX-72: a mark changes the kana before it, and again takes it back', () => {
    expect(markedKana('か', 'dakuten')).toBe('が');
    expect(markedKana('が', 'dakuten')).toBe('か');
    expect(markedKana('は', 'handakuten')).toBe('ぱ');
    expect(markedKana('ば', 'handakuten')).toBe('ぱ');
    expect(markedKana('や', 'small')).toBe('ゃ');
    expect(markedKana('ッ', 'small')).toBe('ツ');
  });

  it('UIX-72: what can have no mark stays as it is', () => {
    for (const mark of ['dakuten', 'handakuten', 'small'] as const) {
      expect(markedKana('', mark)).toBeNull();
      expect(markedKana('ん', mark)).toBeNull();
      expect(markedKana('é', mark)).toBeNull();
    }
  });
});

describe('deleting', () => {
  const field = (
    value: string,
    selectionStart: number,
    selectionEnd = selectionStart,
  ): FieldText => ({
    value,
    selectionStart,
    selectionEnd,
    maxLength: -1,
  });

  it('UIX-72: deletes what a person calls a character, or what is selected', () => {
    expect(deleteBackward(field('Zoë', 3))).toEqual({ value: 'Zo', caret: 2 });
    expect(deleteBackward(field('a👩‍🔬', 6))).toEqual({ value: 'a', caret: 1 });
    expect(deleteBackward(field('abcd', 1, 3))).toEqual({ value: 'ad', caret: 1 });
    expect(deleteBackward(field('abc', 0))).toEqual({ value: 'abc', caret: 0 });
  });
});

it('UIX-74: a key is dimmed that the field does not take, the space bar too', () => {
  const letters = /^[A-Z]$/u;
  const keys: readonly Key[] = [
    { does: 'type', text: 'A' },
    { does: 'type', text: '#' },
    { does: 'space' },
    { does: 'backspace' },
  ];
  expect(keys.map((key) => isTaken(key, letters))).toEqual([true, false, false, true]);
  expect(keys.every((key) => isTaken(key, null))).toBe(true);
});
