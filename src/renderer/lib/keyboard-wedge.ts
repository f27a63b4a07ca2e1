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

/** Tells a scanner that plays keyboard from a person who types. DEV-76 to DEV-78. */
export interface KeyboardWedge {
  /** Any key but silent ones. Whether it is a scanner's or may be: nobody else may have it now. */
  press(key: PressedKey): boolean;
  /** After how long without a key `pause` is due; `null` while nothing is held back or remembered. */
  readonly pauseMs: () => number | null;
  /** No key was heard for so long. */
  pause(): void;
}

export interface WedgeOptions {
  /** A character that the scanner was set up to send first, besides Ctrl+B (STX); it is no part of the code. */
  readonly prefix?: string;
  /**
   * Types what was held back and is a person's, as far as anybody can tell; in front of what the pressed key
   * does. It may be taken back when what follows shows that it was a scanner's.
   */
  readonly type: (text: string) => TakeBack;
  /** Takes a code that is complete. */
  readonly read: (code: string) => void;
}

/** Takes back what was typed, unless somebody changed something there since. */
export type TakeBack = () => void;

/** Scanners send a character every 5 to 50 ms; a person who types fast needs 60 and more. */
const maxGapMs = 55;
/** The fewest characters of a code that is ended by Enter or Tab: nobody types four and Enter that fast. */
const minBeforeEnd = 4;
/** Without an end there is less to prove it. */
const minBeforePause = 6;
/** What is a scanner's already is decided later than what may be a person's: the rest of it may be heard late. */
const scannerPauseMs = 200;
/** For how long the rest of what a pause decided may still be heard. */
const restMs = 1000;
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

/** Whether the key only changes what others write: it neither belongs to a code nor ends one. */
export function isSilentKey(key: string): boolean {
  return silentKeys.has(key);
}

export function createKeyboardWedge({ prefix, type, read }: WedgeOptions): KeyboardWedge {
  /** What was pressed without a gap; empty between bursts. */
  let burst = '';
  /** How much of it a pause has decided already. What is pressed without a gap belongs to it, however late it is heard. */
  let decided = 0;
  /** A pause has read what is decided as a code; else it has typed it. */
  let wasRead = false;
  /** What pauses have typed of it, last first. */
  let typed: readonly TakeBack[] = [];
  /** The scanner said that a code follows. */
  let announced = false;
  let lastKeyAtMs = 0;
  let lastScanAtMs = Number.NEGATIVE_INFINITY;

  const goesOn = () => burst !== '' || announced;
  const waits = () => burst.length > decided;

  function forget(): void {
    burst = '';
    decided = 0;
    wasRead = false;
    typed = [];
    announced = false;
  }

  /** The burst is a code, if it has at least so many characters; else somebody typed it. Whether it is a code. */
  function decide(minLength: number): boolean {
    const isCode = burst !== '' && (announced || wasRead || burst.length >= minLength);
    const rest = burst.slice(decided);
    if (!isCode) {
      if (rest !== '') typed = [type(rest), ...typed];
      return false;
    }
    lastScanAtMs = lastKeyAtMs;
    for (const takeBack of typed) takeBack();
    typed = [];
    const isNew = rest !== '' || !wasRead;
    if (isNew && burst.length <= maxLength) read(burst);
    return true;
  }

  function end(minLength: number): boolean {
    const isCode = decide(minLength);
    forget();
    return isCode;
  }

  function announces({ key, modifier, repeated, composing }: PressedKey): boolean {
    if (goesOn() || repeated || composing) return false;
    return modifier === 'ctrl' ? key.toLowerCase() === 'b' : modifier === 'none' && key === prefix;
  }

  return {
    press(key) {
      if (goesOn() && key.atMs - lastKeyAtMs > maxGapMs) end(minBeforePause);
      if (announces(key)) {
        announced = true;
        lastKeyAtMs = key.atMs;
        return true;
      }
      const part = partOf(key, goesOn());
      if (part !== null) {
        // What is too long stays too long, without growing for ever.
        if (burst.length <= maxLength) burst += part;
        lastKeyAtMs = key.atMs;
        return true;
      }
      if (!isEnd(key)) {
        end(minBeforePause);
        return false;
      }
      const isScanners = announced || (!goesOn() && key.atMs - lastScanAtMs <= lateEndMs);
      return end(minBeforeEnd) || isScanners;
    },
    pauseMs() {
      if (!waits()) return goesOn() ? restMs : null;
      return announced || wasRead || burst.length >= minBeforePause ? scannerPauseMs : maxGapMs;
    },
    pause() {
      if (!waits()) {
        forget();
        return;
      }
      wasRead = decide(minBeforePause);
      decided = burst.length;
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
