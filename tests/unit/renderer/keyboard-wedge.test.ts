import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertText } from '../../../src/renderer/lib/insert-text.ts';
import {
  createKeyboardWedge,
  isSilentKey,
  type PressedKey,
  type TakeBack,
  type WedgeOptions,
} from '../../../src/renderer/lib/keyboard-wedge.ts';

/** A key, how long after the one before it, and how much later the page sees it than it was pressed. */
type Stroke = Partial<PressedKey> & {
  readonly key: string;
  readonly afterMs: number;
  readonly lateMs?: number;
};

/** What has the focus: a field with a text in it, a button, or nothing. */
interface Focus {
  readonly kind: 'field' | 'button' | 'nothing';
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly maxLength: number;
}

const nothing: Focus = { kind: 'nothing', value: '', start: 0, end: 0, maxLength: -1 };
const emptyField: Focus = { ...nothing, kind: 'field' };
/** A page's timers come late; keys may come before them. */
const timerLateMs = 4;

interface PageOptions extends Pick<WedgeOptions, 'prefix'> {
  /** Whether what was typed into the field can be taken back. */
  readonly forgives?: boolean;
}

/** A page without a DOM: what has the focus, the keys that act on it, and the wedge in front. */
function page(focus: Focus, { forgives = true, ...options }: PageOptions = {}) {
  const wedge = createKeyboardWedge({ ...options, type, read });
  const scans: string[] = [];
  const passed: string[] = [];
  let { value, start, end } = focus;
  let now = 0;
  let pressedAtMs = 0;
  let heldSinceMs: number | null = null;
  let longestHeldMs = 0;
  /** When the pause is due that nothing may come before. */
  let dueMs: number | null = null;

  /** Whether any of it was written. */
  function insert(text: string): boolean {
    if (focus.kind !== 'field') return false;
    const field = { value, selectionStart: start, selectionEnd: end, maxLength: focus.maxLength };
    const typed = insertText(field, text);
    value = typed.value;
    start = typed.caret;
    end = typed.caret;
    return typed.inserted !== '';
  }

  function type(text: string): TakeBack {
    if (heldSinceMs !== null) longestHeldMs = Math.max(longestHeldMs, now - heldSinceMs);
    heldSinceMs = null;
    const before = { value, start, end };
    const isWritten = insert(text);
    const after = { value, start, end };
    return () => {
      const isUntouched = value === after.value && start === after.start && end === after.end;
      if (forgives && isWritten && isUntouched) ({ value, start, end } = before);
    };
  }

  function read(code: string): void {
    heldSinceMs = null;
    scans.push(code);
  }

  function awaitPause(): void {
    const pauseMs = wedge.pauseMs();
    dueMs = pauseMs === null ? null : now + pauseMs + timerLateMs;
  }

  /** Time passes until then; the timer fires where it is due, late. */
  function passUntil(untilMs: number): void {
    while (dueMs !== null && dueMs <= untilMs) {
      now = dueMs;
      wedge.pause();
      awaitPause();
    }
    now = Math.max(now, untilMs);
  }

  return {
    press({ afterMs, lateMs = 0, key, ...about }: Stroke) {
      pressedAtMs += afterMs;
      passUntil(pressedAtMs + lateMs);
      if (isSilentKey(key)) {
        passed.push(key);
        return;
      }
      const pressed = {
        key,
        atMs: pressedAtMs,
        modifier: 'none' as const,
        repeated: false,
        composing: false,
        ...about,
      };
      if (wedge.press(pressed)) {
        heldSinceMs ??= now;
      } else {
        passed.push(key);
        if ([...key].length === 1 && pressed.modifier === 'none') insert(key);
      }
      awaitPause();
    },
    rest() {
      passUntil(now + 2000);
    },
    /** Whether anything is held back or remembered. */
    isBusy: () => dueMs !== null,
    scans,
    /** Keys that somebody else got to see. */
    passed,
    field: () => ({ value, start, end }),
    longestHeldMs: () => longestHeldMs,
  };
}

const strokes = (text: string, afterMs: number): readonly Stroke[] =>
  [...text].map((key) => ({ key, afterMs }));

function run(focus: Focus, keys: readonly Stroke[], options?: PageOptions) {
  const at = page(focus, options);
  for (const stroke of keys) at.press(stroke);
  at.rest();
  return at;
}

const focuses: readonly Focus[] = [
  nothing,
  { ...nothing, kind: 'button' },
  emptyField,
  { ...emptyField, value: 'lipstick', start: 8, end: 8 },
  { ...emptyField, value: 'lipstick', start: 3, end: 3 },
  { ...emptyField, value: 'lipstick', start: 0, end: 8 },
  { ...emptyField, value: 'CODE', start: 4, end: 4, maxLength: 5 },
  { ...emptyField, value: 'FULL', start: 4, end: 4, maxLength: 4 },
];

const anyFocus = fc.constantFrom(...focuses);
const scannerGap = fc.integer({ min: 5, max: 50 });
const personGap = fc.integer({ min: 60, max: 900 });
const codeCharacter = fc.constantFrom(...'0123456789ABCabc]-./ %$+()~');
const code = (minLength: number) =>
  fc
    .string({ unit: codeCharacter, minLength, maxLength: 60 })
    .filter((text) => !text.startsWith(' '));

/** A code at the pace of a scanner, each character at its own. */
const scanned = (minLength: number) =>
  code(minLength).chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(scannerGap, { minLength: text.length + 1, maxLength: text.length + 1 }),
    ),
  );

describe('a scanner', () => {
  test('DEV-76 DEV-77 5 to 50 ms and Enter: one scan, and nobody else sees a key', () => {
    fc.assert(
      fc.property(
        anyFocus,
        scanned(4),
        fc.constantFrom('Enter', 'Tab'),
        (focus, [text, gaps], end) => {
          const keys = [...text, end].map((key, at) => ({ key, afterMs: gaps[at] ?? 5 }));
          const { scans, passed, field } = run(focus, keys);
          expect(scans).toEqual([text]);
          expect(passed).toEqual([]);
          expect(field()).toEqual({ value: focus.value, start: focus.start, end: focus.end });
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('DEV-76 DEV-77 without an end, a pause ends it; an Enter that comes late is part of it', () => {
    fc.assert(
      fc.property(anyFocus, scanned(6), fc.boolean(), (focus, [text, gaps], lateEnter) => {
        const keys: Stroke[] = [...text].map((key, at) => ({ key, afterMs: gaps[at] ?? 5 }));
        if (lateEnter) keys.push({ key: 'Enter', afterMs: 120 });
        const { scans, passed, field } = run(focus, keys);
        expect(scans).toEqual([text]);
        expect(passed).toEqual([]);
        expect(field().value).toBe(focus.value);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  /** Where the page stands still once, between any two keys, for so long; what follows arrives at once then. */
  const withStill = (keys: readonly Stroke[], at: number, forMs: number): Stroke[] => {
    const stillFrom = keys.slice(0, at + 1).reduce((sum, { afterMs }) => sum + afterMs, 0);
    let pressedAtMs = 0;
    return keys.map((stroke, index) => {
      pressedAtMs += stroke.afterMs;
      if (index <= at) return stroke;
      return { ...stroke, lateMs: Math.max(0, stillFrom + forMs - pressedAtMs) };
    });
  };

  test('DEV-76 DEV-77 a page that stands still again and again in a code tears none', () => {
    fc.assert(
      fc.property(
        anyFocus,
        scanned(4),
        fc.constantFrom('Enter', 'Tab'),
        fc.array(fc.nat({ max: 150 }), { minLength: 61, maxLength: 61 }),
        (focus, [text, gaps], end, lags) => {
          // As a keyboard writes them: what is shifted with its Shift before it.
          const keys = [...text, end].flatMap((key, index) => {
            const stroke = { key, afterMs: gaps[index] ?? 5 };
            return /^[A-C%$()+~]$/.test(key) ? [{ key: 'Shift', afterMs: 0 }, stroke] : [stroke];
          });
          const late = keys.map((stroke, index) => ({ ...stroke, lateMs: lags[index] ?? 0 }));
          const { scans, passed, field } = run(focus, late);
          expect(scans).toEqual([text]);
          expect(passed.filter((key) => key !== 'Shift')).toEqual([]);
          expect(field()).toEqual({ value: focus.value, start: focus.start, end: focus.end });
        },
      ),
      { numRuns: 2000, seed: 6 },
    );
  });

  test('DEV-76 DEV-77 what a prefix announced may be heard late too', () => {
    const stx: Stroke = { key: 'b', afterMs: 10, modifier: 'ctrl' };
    const rest = [...strokes('42', 10), { key: 'Enter', afterMs: 10 }];
    const late = run(emptyField, withStill([stx, ...rest], 0, 300));
    expect(late.scans).toEqual(['42']);
    expect(late.passed).toEqual([]);
    const own = [...strokes('~', 10), ...rest];
    expect(run(emptyField, withStill(own, 0, 300), { prefix: '~' }).scans).toEqual(['42']);
    const fnc1: Stroke = { key: ']', afterMs: 10, modifier: 'ctrl' };
    expect(run(emptyField, withStill([stx, fnc1, ...rest], 0, 300)).scans).toEqual(['\u001d42']);
    // Nothing was announced after all.
    expect(run(emptyField, [stx, { key: 'Enter', afterMs: 10 }]).passed).toEqual([]);
    expect(run(emptyField, [stx, { key: 'Enter', afterMs: 500 }]).passed).toEqual(['Enter']);
  });

  test('DEV-76 DEV-77 before it is long enough for a code, it may stand still for almost a second', () => {
    const keys = [...strokes('400638133', 30), { key: 'Enter', afterMs: 30 }];
    for (const at of [0, 1, 2, 3, 4]) {
      const { scans, field } = run(emptyField, withStill(keys, at, 900));
      expect(scans).toEqual(['400638133']);
      expect(field().value).toBe('');
    }
  });

  test('DEV-76 what cannot be taken back stays typed, and the code is read whole all the same', () => {
    const keys = withStill(strokes('abc-12345', 30), 1, 300);
    const { scans, field } = run(emptyField, keys, { forgives: false });
    expect(scans).toEqual(['abc-12345']);
    expect(field().value).toBe('ab');
  });

  test('DEV-76 DEV-77 a code that a pause took for whole is read again with its late rest', () => {
    const keys = [...strokes('4006381333931', 10), { key: 'Enter', afterMs: 10 }];
    const { scans, passed, field } = run(emptyField, withStill(keys, 9, 400));
    expect(scans).toEqual(['4006381333', '4006381333931']);
    expect(passed).toEqual([]);
    expect(field().value).toBe('');
  });

  test('DEV-77 only the Enter of a code that a pause took for whole reads nothing again', () => {
    const keys = [...strokes('40063813', 10), { key: 'Enter', afterMs: 10, lateMs: 500 }];
    const { scans, passed } = run(emptyField, keys);
    expect(scans).toEqual(['40063813']);
    expect(passed).toEqual([]);
  });

  test('DEV-76 several codes one after the other, with CR and LF as two Enters', () => {
    const keys = ['4006381333931', '73513537', 'ABC-1'].flatMap((text) => [
      ...strokes(text, 12),
      { key: 'Enter', afterMs: 12 },
      { key: 'Enter', afterMs: 12 },
    ]);
    const { scans, passed } = run(emptyField, keys);
    expect(scans).toEqual(['4006381333931', '73513537', 'ABC-1']);
    expect(passed).toEqual([]);
  });

  test('DEV-76 upper case, AltGr and FNC1 as Ctrl+]', () => {
    const keys: readonly Stroke[] = [
      { key: ']', afterMs: 10 },
      { key: 'Shift', afterMs: 2 },
      { key: 'C', afterMs: 10 },
      ...strokes('110A', 10),
      { key: 'Control', afterMs: 2 },
      { key: ']', afterMs: 10, modifier: 'ctrl' },
      ...strokes('21B', 10),
      { key: 'm', afterMs: 10, modifier: 'ctrl' },
      { key: 'j', afterMs: 10, modifier: 'ctrl' },
    ];
    const { scans, passed, field } = run(emptyField, keys);
    expect(scans).toEqual([']C110A\u001d21B']);
    expect(passed).toEqual(['Shift', 'Control']);
    expect(field().value).toBe('');
  });

  test('DEV-76 a prefix makes any length a code: Ctrl+B, or the one that is configured', () => {
    const stx: Stroke = { key: 'b', afterMs: 10, modifier: 'ctrl' };
    expect(
      run(emptyField, [stx, ...strokes('7', 10), { key: 'Enter', afterMs: 10 }]).scans,
    ).toEqual(['7']);
    expect(run(emptyField, [stx, ...strokes('42', 10)]).scans).toEqual(['42']);
    const own = run(emptyField, strokes('~42', 10), { prefix: '~' });
    expect(own.scans).toEqual(['42']);
    expect(own.field().value).toBe('');
    // A prefix that nothing follows is nothing.
    expect(run(emptyField, [stx]).field().value).toBe('');
  });

  test('DEV-77 what is too long is no scan, and still types nothing', () => {
    const { scans, passed, field } = run(emptyField, strokes('9'.repeat(5000), 5));
    expect(scans).toEqual([]);
    expect(passed).toEqual([]);
    expect(field().value).toBe('');
  });
});

describe('a person', () => {
  const keyOfPerson = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABZ0123456789 -éß€漢') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('Enter', 'Tab', 'Backspace', 'ArrowLeft', 'Escape', 'Shift'),
    },
  );
  const typedByPerson = fc.array(fc.tuple(keyOfPerson, personGap), { maxLength: 40 });

  test('DEV-76 DEV-78 60 ms and more: every character lands in the field, within 60 ms, and no scan', () => {
    fc.assert(
      fc.property(anyFocus, typedByPerson, (focus, keys) => {
        const at = run(
          focus,
          keys.map(([key, afterMs]) => ({ key, afterMs })),
        );
        const characters = keys.map(([key]) => key).filter((key) => [...key].length === 1);
        expect(at.scans).toEqual([]);
        expect(at.field().value).toBe(typedInto(focus, characters));
        expect(at.longestHeldMs()).toBeLessThanOrEqual(60);
        // Everything that is no character acts as ever, in its order.
        const others = keys.map(([key]) => key).filter((key) => [...key].length > 1);
        expect(at.passed.filter((key) => [...key].length > 1)).toEqual(others);
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  test('DEV-76 typing before and after a scan stays apart from it', () => {
    fc.assert(
      fc.property(
        anyFocus,
        typedByPerson,
        scanned(6),
        typedByPerson,
        (focus, first, [text, gaps], last) => {
          const person = (keys: readonly (readonly [string, number])[]) =>
            keys
              .filter(([key]) => key !== 'Enter' && key !== 'Tab')
              .map(([key, afterMs]) => ({ key, afterMs }));
          const scan = [...text].map((key, at) => ({
            key,
            afterMs: at === 0 ? 80 : (gaps[at] ?? 5),
          }));
          const at = run(focus, [...person(first), ...scan, ...person(last)]);
          const characters = [...person(first), ...person(last)].map(({ key }) => key);
          expect(at.scans).toEqual([text]);
          expect(at.field().value).toBe(
            typedInto(
              focus,
              characters.filter((key) => [...key].length === 1),
            ),
          );
        },
      ),
      { numRuns: 2000, seed: 4 },
    );
  });

  test('DEV-78 two keys that overlap, as fast typists press them, come in their order', () => {
    const keys: readonly Stroke[] = [
      ...strokes('t', 90),
      ...strokes('he', 30),
      { key: ' ', afterMs: 90 },
      ...strokes('ca', 25),
      { key: 'Enter', afterMs: 30 },
    ];
    const { field, scans, passed } = run(emptyField, keys);
    expect(field().value).toBe('the ca');
    expect(scans).toEqual([]);
    // What was typed before Enter is there when it acts.
    expect(passed).toEqual([' ', 'Enter']);
  });

  test('DEV-78 overlapping keys that a page sees late are typed once, in their order', () => {
    const late: readonly Stroke[] = [
      { key: 't', afterMs: 90 },
      { key: 'h', afterMs: 30, lateMs: 100 },
      { key: 'e', afterMs: 80 },
      { key: ' ', afterMs: 50, lateMs: 100 },
      { key: 'ArrowLeft', afterMs: 20, lateMs: 80 },
    ];
    const { field, passed } = run(emptyField, late);
    expect(field().value).toBe('the ');
    expect(passed).toEqual(['ArrowLeft']);
  });

  test('DEV-78 Shift and its kind do not hold a character back for longer', () => {
    const { longestHeldMs } = run(emptyField, [
      ...strokes('a', 80),
      { key: 'Shift', afterMs: 40 },
      { key: 'Control', afterMs: 40 },
    ]);
    expect(longestHeldMs()).toBeLessThanOrEqual(60);
  });

  test('DEV-78 nothing of what was typed is remembered for longer than a second or so', () => {
    const at = page(emptyField);
    for (const stroke of [...strokes('abc', 90), { key: 'Shift', afterMs: 2 }]) at.press(stroke);
    expect(at.isBusy()).toBe(true);
    at.rest();
    expect(at.isBusy()).toBe(false);
    at.press({ key: 'd', afterMs: 4000 });
    at.press({ key: 'ArrowLeft', afterMs: 10 });
    expect(at.isBusy()).toBe(false);
  });

  test('DEV-78 an Enter that follows typing at once is a person’s, also right after a scan', () => {
    const { scans, passed, field } = run(emptyField, [
      ...strokes('400638', 10),
      { key: 'a', afterMs: 60 },
      { key: 'Enter', afterMs: 30 },
    ]);
    expect(scans).toEqual(['400638']);
    expect(passed).toEqual(['Enter']);
    expect(field().value).toBe('a');
  });

  test('DEV-78 shortcuts, held keys and input methods are never held back', () => {
    const never: readonly Stroke[] = [
      { key: 'a', afterMs: 80, modifier: 'ctrl' },
      { key: ']', afterMs: 80, modifier: 'ctrl' },
      { key: 'é', afterMs: 80, modifier: 'other' },
      { key: 'Dead', afterMs: 80, composing: true },
      { key: 'Process', afterMs: 80, composing: true },
      { key: 'k', afterMs: 80, composing: true },
      { key: 'x', afterMs: 30, repeated: true },
      { key: 'x', afterMs: 30, repeated: true },
      { key: 'Enter', afterMs: 30, repeated: true },
      { key: ' ', afterMs: 80 },
    ];
    const { passed } = run(emptyField, never);
    expect(passed).toEqual(never.map(({ key }) => key));
  });

  test('DEV-78 a key that is held down writes as often as ever', () => {
    const held = Array.from({ length: 20 }, () => ({ key: 'a', afterMs: 30, repeated: true }));
    const { field, scans } = run(emptyField, [
      { key: 'a', afterMs: 80 },
      { key: 'a', afterMs: 500, repeated: true },
      ...held,
    ]);
    expect(field().value).toBe('a'.repeat(22));
    expect(scans).toEqual([]);
  });

  test('DEV-78 what was held back stands before what a shortcut or an arrow does', () => {
    const { field, passed } = run(emptyField, [
      ...strokes('a', 80),
      { key: 'ArrowLeft', afterMs: 10 },
    ]);
    expect(field().value).toBe('a');
    expect(passed).toEqual(['ArrowLeft']);
  });
});

describe('text in a field', () => {
  const at = (value: string, start: number | null, end: number | null, maxLength = -1) => ({
    value,
    selectionStart: start,
    selectionEnd: end,
    maxLength,
  });

  test('DEV-78 goes to the caret, in place of the selection, and no further than fits', () => {
    expect(insertText(at('lipick', 3, 3), 'st')).toEqual({
      value: 'lipstick',
      caret: 5,
      inserted: 'st',
    });
    expect(insertText(at('lipstick', 3, 8), 's')).toEqual({
      value: 'lips',
      caret: 4,
      inserted: 's',
    });
    expect(insertText(at('a@b', null, null), '.')).toEqual({
      value: 'a@b.',
      caret: 4,
      inserted: '.',
    });
    expect(insertText(at('1234', 2, 2, 5), 'ab')).toEqual({
      value: '12a34',
      caret: 3,
      inserted: 'a',
    });
    expect(insertText(at('1234', 0, 4, 4), 'abcde')).toEqual({
      value: 'abcd',
      caret: 4,
      inserted: 'abcd',
    });
    expect(insertText(at('1234', 4, 4, 4), 'a')).toEqual({ value: '1234', caret: 4, inserted: '' });
  });

  test('DEV-78 a character is written whole or not at all', () => {
    expect(insertText(at('123', 3, 3, 4), '😀')).toEqual({ value: '123', caret: 3, inserted: '' });
    expect(insertText(at('12', 2, 2, 4), '😀a')).toEqual({
      value: '12😀',
      caret: 4,
      inserted: '😀',
    });
  });
});

/** What a field holds after these characters were typed one by one, without anybody in between. */
function typedInto(focus: Focus, characters: readonly string[]): string {
  if (focus.kind !== 'field') return focus.value;
  const kept = focus.value.length - (focus.end - focus.start);
  let room = focus.maxLength < 0 ? Number.POSITIVE_INFINITY : focus.maxLength - kept;
  let typed = '';
  let isFirst = true;
  for (const character of characters) {
    if (character.length > room) continue;
    typed += character;
    room -= character.length;
    isFirst = false;
  }
  return isFirst
    ? focus.value
    : focus.value.slice(0, focus.start) + typed + focus.value.slice(focus.end);
}
