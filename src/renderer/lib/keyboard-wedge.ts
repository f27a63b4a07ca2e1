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
  /**
   * How long no key may be heard before `pause` has to be called; `null` while nothing is held back or
   * remembered.
   */
  readonly pauseMs: () => number | null;
  /** No key was heard for so long. */
  pause(): WedgeStep;
}

export interface WedgeOptions {
  /** A character that the scanner was set up to send first, besides Ctrl+B (STX); it is no part of the code. */
  readonly prefix?: string;
  /**
   * Takes back what was typed because a pause said so, and says whether it could: the keys that follow it were
   * not pressed late, they only arrived late.
   */
  readonly takeBack?: () => boolean;
}

/** Scanners send a character every 5 to 50 ms; a person who types fast needs 60 and more. */
const maxGapMs = 55;
/** The fewest characters of a code that is ended by Enter or Tab: nobody types four and Enter that fast. */
const minBeforeEnd = 4;
/** Without an end there is less to prove it. */
const minBeforePause = 6;
/** What is a scanner's already is decided later than what may be a person's: the rest of it may arrive late. */
const scannerPauseMs = 200;
/** For how long it is remembered what a pause gave away. */
const rejoinMs = 1000;
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

export function createKeyboardWedge({
  prefix,
  takeBack = () => false,
}: WedgeOptions = {}): KeyboardWedge {
  let held = '';
  /** What the last pause gave to the page. */
  let released = '';
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

  /** Where the page stood still, a pause was none: what it gave away is held back again. */
  function rejoin(key: PressedKey): void {
    const followsAtOnce = released !== '' && key.atMs - lastKeyAtMs <= maxGapMs;
    const isOfOne = isEnd(key) || partOf(key, true) !== null;
    if (followsAtOnce && isOfOne && takeBack()) held = released;
    released = '';
  }

  function announces({ key, modifier, repeated, composing }: PressedKey): boolean {
    if (waits() || repeated || composing) return false;
    return modifier === 'ctrl' ? key.toLowerCase() === 'b' : modifier === 'none' && key === prefix;
  }

  return {
    press(key) {
      if (silentKeys.has(key.key)) return { taken: false, typed: '', scan: null };
      rejoin(key);
      const isOver = waits() && key.atMs - lastKeyAtMs > maxGapMs;
      const before = isOver ? decide(minBeforePause) : { typed: '', scan: null };
      const part = partOf(key, waits());
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
    pauseMs() {
      if (!waits()) return released === '' ? null : rejoinMs;
      const isScanner = announced || held.length >= minBeforePause;
      return isScanner ? scannerPauseMs : maxGapMs;
    },
    pause() {
      const { typed, scan } = decide(minBeforePause);
      released = typed;
      return { taken: false, typed, scan };
    },
  };
}

/** What the key adds to a code that it goes on with or begins; `null` when it is no part of one. */
function partOf(
  { key, modifier, repeated, composing }: PressedKey,
  goesOn: boolean,
): string | null {
  if (repeated || composing || modifier === 'other') return null;
  if (modifier === 'ctrl') return key === ']' && goesOn ? groupSeparator : null;
  // No code begins with a space, which presses buttons.
  if (key === ' ' && !goesOn) return null;
  return [...key].length === 1 ? key : null;
}

/** Enter, Tab, and CR and LF as control characters: Ctrl+M and Ctrl+J. */
function isEnd({ key, modifier, repeated, composing }: PressedKey): boolean {
  if (repeated || composing || modifier === 'other') return false;
  return modifier === 'ctrl' ? /^[jm]$/i.test(key) : key === 'Enter' || key === 'Tab';
}
