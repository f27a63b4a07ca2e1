/** A key as it was pressed. */
export interface PressedKey {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** When it was pressed, in milliseconds of any clock: the event's own time, not when it is handled. */
  readonly atMs: number;
  /** Held down for a command: Ctrl, Alt or Meta, but not AltGr, which writes characters. */
  readonly modifier: 'none' | 'ctrl' | 'other';
  /** The key is held down and this is not its first event. */
  readonly repeated: boolean;
  /** An input method is at work. */
  readonly composing: boolean;
}

/** What a key, or a pause, decides. */
export interface WedgeStep {
  /** The key is a scanner's or may be: nobody else may have it now. */
  readonly taken: boolean;
  /** What was held back and was typed by a person after all; belongs in front of what this key does. */
  readonly typed: string;
  /** A code that is complete. */
  readonly scan: string | null;
}

/** Tells a scanner that plays keyboard from a person who types. DEV-76 to DEV-78. */
export interface KeyboardWedge {
  press(key: PressedKey): WedgeStep;
  /** When `pause` has to be called if no key is pressed before; `null` while nothing is held back. */
  readonly decidesAtMs: () => number | null;
  /** No key was pressed until then. */
  pause(): WedgeStep;
}

export interface WedgeOptions {
  /** A character that the scanner was set up to send first, besides Ctrl+B (STX); it is no part of the code. */
  readonly prefix?: string;
}

/** Scanners send a character every 5 to 50 ms; a person who types fast needs 60 and more. */
const maxGapMs = 55;
/** The fewest characters of a code that is ended by Enter or Tab: nobody types four and Enter that fast. */
const minBeforeEnd = 4;
/** Without an end there is less to prove it. */
const minBeforePause = 6;
/** An Enter that comes late, or a second one, still belongs to the code before it. */
const lateEndMs = 150;
/** No code is longer. */
const maxLength = 4096;

/** FNC1, which scanners write as keyboards write GS: Ctrl+]. */
const groupSeparator = '\u001d';
const silentKeys: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
]);

export function createKeyboardWedge({ prefix }: WedgeOptions = {}): KeyboardWedge {
  let held = '';
  /** The scanner said that a code follows. */
  let announced = false;
  let lastKeyAtMs = 0;
  let lastScanAtMs = Number.NEGATIVE_INFINITY;

  const waits = () => held !== '' || announced;

  /** What was held back is a code, if it has at least so many characters; else somebody typed it. */
  function decide(minLength: number): Omit<WedgeStep, 'taken'> {
    const text = held;
    const isCode = text !== '' && (announced || text.length >= minLength);
    held = '';
    announced = false;
    if (!isCode) return { typed: text, scan: null };
    lastScanAtMs = lastKeyAtMs;
    return { typed: '', scan: text.length > maxLength ? null : text };
  }

  function hold(text: string, atMs: number): void {
    // What is too long stays too long, without growing for ever.
    if (held.length <= maxLength) held += text;
    lastKeyAtMs = atMs;
  }

  /** What the key adds to a code that it goes on with or may begin; `null` when it is no part of one. */
  function partOf({ key, modifier, repeated, composing }: PressedKey): string | null {
    if (repeated || composing || modifier === 'other') return null;
    if (modifier === 'ctrl') return key === ']' && waits() ? groupSeparator : null;
    // No code begins with a space, which presses buttons.
    if (key === ' ' && !waits()) return null;
    return [...key].length === 1 ? key : null;
  }

  function announces({ key, modifier, repeated, composing }: PressedKey): boolean {
    if (waits() || repeated || composing) return false;
    return modifier === 'ctrl' ? key.toLowerCase() === 'b' : modifier === 'none' && key === prefix;
  }

  return {
    press(key) {
      if (silentKeys.has(key.key)) return { taken: false, typed: '', scan: null };
      const isOver = waits() && key.atMs - lastKeyAtMs > maxGapMs;
      const before = isOver ? decide(minBeforePause) : { typed: '', scan: null };
      const part = partOf(key);
      if (announces(key)) {
        announced = true;
        lastKeyAtMs = key.atMs;
        return { taken: true, ...before };
      }
      if (part !== null) {
        hold(part, key.atMs);
        return { taken: true, ...before };
      }

      if (isEnd(key) && waits()) {
        const ended = decide(minBeforeEnd);
        return { ...ended, taken: ended.typed === '' };
      }
      if (isEnd(key) && key.atMs - lastScanAtMs <= lateEndMs) return { ...before, taken: true };
      return waits() ? { ...decide(minBeforePause), taken: false } : { ...before, taken: false };
    },
    decidesAtMs: () => (waits() ? lastKeyAtMs + maxGapMs : null),
    pause: () => ({ taken: false, ...decide(minBeforePause) }),
  };
}

/** Enter, Tab, and CR and LF as control characters: Ctrl+M and Ctrl+J. */
function isEnd({ key, modifier, repeated, composing }: PressedKey): boolean {
  if (repeated || composing || modifier === 'other') return false;
  return modifier === 'ctrl' ? /^[jm]$/i.test(key) : key === 'Enter' || key === 'Tab';
}
