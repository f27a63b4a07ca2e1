import type { Timers } from '../../timers.ts';
import { decodeFrame, isData } from './decode-frame.ts';

/** Turns what a scanner sends into what it read, one code at a time. DEV-62 to DEV-64. */
export interface FrameReader {
  /** Bytes from the line, cut anywhere. */
  push(bytes: Uint8Array): void;
  /** The line is gone: what was begun is forgotten, and how codes end is learned anew. */
  reset(): void;
}

export interface FramingOptions {
  /** Called for each code, in order: never empty, without control characters except FNC1 (0x1D). */
  readonly onFrame: (text: string) => void;
  readonly timers: Timers;
  /** How long the line is still after a code of a scanner that ends it with nothing. */
  readonly silenceMs?: number;
}

const maxFrameBytes = 4096;
/** More than two characters at 300 baud, the slowest line; less than any hand needs for the next code. */
const defaultSilenceMs = 80;
/** What goes against the habit so often in a row is a new habit: the scanner was set up in another way. */
const timesThatConvince = 3;

const stx = 0x02;
const etx = 0x03;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const isLineEnd = (byte: number) => byte === carriageReturn || byte === lineFeed;

/**
 * How this scanner ends its codes, as far as it showed. Silence ends one only while nothing else did:
 * later it means that the rest was lost, and half a code is none.
 */
type Habit = 'unknown' | 'line' | 'envelope';

export function createFrameReader(options: FramingOptions): FrameReader {
  const { onFrame, timers, silenceMs = defaultSilenceMs } = options;
  const kept = new Uint8Array(maxFrameBytes);
  let length = 0;
  /** More than a code may have arrived: all of it is dropped, up to its end. */
  let tooLong = false;
  /** Between STX and ETX. */
  let inside = false;
  let habit: Habit = 'unknown';
  /** How often in a row something went against it. */
  let exceptions = 0;
  let cancelSilence = () => {};

  function clear(): void {
    length = 0;
    tooLong = false;
    inside = false;
  }

  function keep(byte: number): void {
    if (!isData(byte) && !isLineEnd(byte)) return;
    if (length === maxFrameBytes) tooLong = true;
    else {
      kept[length] = byte;
      length += 1;
    }
  }

  function emit(start = 0, end = length): void {
    const text = decodeFrame(kept.subarray(start, end));
    if (text !== '') onFrame(text);
  }

  /** STX and ETX are nothing but control characters then. */
  const readsLines = () => habit === 'line';

  /** Whether what just showed is the habit, or became it by showing often enough. */
  function convinces(shown: Habit): boolean {
    if (habit !== shown && habit !== 'unknown') {
      exceptions += 1;
      if (exceptions < timesThatConvince) return false;
    }
    habit = shown;
    exceptions = 0;
    return true;
  }

  /** CR or LF outside an envelope. Two of them are one end and an empty line. */
  function endLine(): void {
    if (length > 0 && convinces('line') && !tooLong) emit();
    clear();
  }

  function endEnvelope(): void {
    // Only lines are a habit that an STX is not looked at in: nothing has to be convinced here.
    habit = 'envelope';
    exceptions = 0;
    if (!tooLong) emit();
    clear();
  }

  /**
   * No ETX came: the STX was a prefix of lines, or noise in front of them. Without the end of a line it
   * is the beginning of something whose rest was lost.
   */
  function endWithoutEtx(): void {
    if (!tooLong && length > 0 && isLineEnd(kept[length - 1] ?? 0) && convinces('line')) {
      let start = 0;
      for (let at = 0; at < length; at += 1) {
        if (!isLineEnd(kept[at] ?? 0)) continue;
        if (at > start) emit(start, at);
        start = at + 1;
      }
    }
    clear();
  }

  function onSilence(): void {
    if (inside) endWithoutEtx();
    // Between envelopes there may be any noise at any time.
    else if (!tooLong && length > 0 && habit !== 'envelope' && convinces('unknown')) emit();
    clear();
  }

  /**
   * Counted in two halves: when this process stood still, its timer is due before it has read what
   * arrived meanwhile, and that is no silence.
   */
  function awaitSilence(): void {
    cancelSilence = timers.after(silenceMs / 2, () => {
      cancelSilence = timers.after(silenceMs / 2, onSilence);
    });
  }

  function take(byte: number): void {
    if (byte === stx && !readsLines()) {
      if (inside) endWithoutEtx();
      // What stands before it, without an end, is noise.
      clear();
      inside = !readsLines();
    } else if (byte === etx && inside) endEnvelope();
    else if (isLineEnd(byte) && !inside) endLine();
    else keep(byte);
  }

  return {
    push(bytes) {
      cancelSilence();
      for (const byte of bytes) take(byte);
      if (length > 0 || inside) awaitSilence();
    },
    reset() {
      cancelSilence();
      clear();
      habit = 'unknown';
      exceptions = 0;
    },
  };
}
