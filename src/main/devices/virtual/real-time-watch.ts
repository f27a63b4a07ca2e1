import type { StatusQuestion } from '../protocols/escpos/requests.ts';

/** A command that a printer carries out as soon as it comes in. */
export type RealTimeCommand =
  | { readonly kind: 'status'; readonly n: StatusQuestion }
  | { readonly kind: 'pulse'; readonly pin: 2 | 5 }
  | { readonly kind: 'clear' };

/** A whole one, and of how many bytes. */
interface WatchedCommand {
  readonly command: RealTimeCommand;
  readonly length: number;
}

export interface RealTimeWatch {
  /** Takes the next byte that came in; answers the command that it completes. */
  next(byte: number): WatchedCommand | null;
  /** How many of the last bytes may be the beginning of one. */
  begun(): number;
  reset(): void;
}

const DLE = 0x10;
const questions: readonly StatusQuestion[] = [1, 2, 3, 4];
const pins = [2, 5] as const;
const clearSequence = [DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8];

const sequences: readonly {
  readonly bytes: readonly number[];
  readonly command: RealTimeCommand;
}[] = [
  ...questions.map((n) => ({ bytes: [DLE, 0x04, n], command: { kind: 'status', n } as const })),
  ...pins.flatMap((pin, m) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((t) => ({
      bytes: [DLE, 0x14, 1, m, t],
      command: { kind: 'pulse', pin } as const,
    })),
  ),
  { bytes: clearSequence, command: { kind: 'clear' } },
];

/**
 * Finds real-time commands wherever they stand in what comes in, in the middle of other commands too,
 * of which their bytes stay a part (Epson, ESC/POS Command Reference, Notes of Real-time Commands).
 * DEV-82.
 */
export function createRealTimeWatch(): RealTimeWatch {
  let seen: number[] = [];
  return {
    next(byte) {
      if (seen.length === 0 && byte !== DLE) return null;
      seen.push(byte);
      let begun = sequences.filter(({ bytes }) => startsWith(bytes, seen));
      while (seen.length > 0 && begun.length === 0) {
        seen.shift();
        begun = sequences.filter(({ bytes }) => startsWith(bytes, seen));
      }
      const complete = begun.find(({ bytes }) => bytes.length === seen.length);
      if (seen.length === 0 || complete === undefined) return null;
      seen = [];
      return { command: complete.command, length: complete.bytes.length };
    },
    begun: () => seen.length,
    reset() {
      seen = [];
    },
  };
}

function startsWith(bytes: readonly number[], beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}
