import { decodeRealTime } from '../protocols/escpos/answers.ts';
import { realTimeStatus, type StatusQuestion } from '../protocols/escpos/requests.ts';
import type { PrinterStatus } from '../protocols/escpos/status.ts';

const allQuestions: readonly StatusQuestion[] = [1, 2, 3, 4];
/** A round that is not answered by then is given up, and what still comes of it is nobody's answer. */
const answerWithinMs = 4_000;
/** So long nothing may have come before the next round, or its answers could be those of the last one. */
const quietMs = 250;

/**
 * Asks a printer how it is. Which question an answer belongs to is told by their order alone; so they
 * are asked in rounds of four, one round at a time, and a round counts only when it was answered whole.
 */
export interface StatusRounds {
  /** The bytes that ask everything; `null` while answers to earlier questions may still come. */
  round(): Uint8Array | null;
  /** The bytes of one question, whose answer only shows that what was sent before it, `bytes` long, arrived. */
  single(bytes: number): Uint8Array;
  /** What a whole round tells with this answer, else `null`. */
  answered(byte: number): Partial<PrinterStatus> | null;
  /** Singles that were not answered yet. */
  singlesOpen(): number;
  /** Bytes that were sent and of which no answer shows yet that they arrived. */
  bytesOpen(): number;
  reset(): void;
}

interface Round {
  readonly askedAt: number;
  readonly answers: number[];
  /** Others were asked before it was answered: an answer that is missing would be made up by theirs. */
  mixed: boolean;
}

export function createStatusRounds(now: () => number): StatusRounds {
  let singles: number[] = [];
  let round: Round | null = null;
  let lastHeardAt = Number.NEGATIVE_INFINITY;

  return {
    round() {
      if (round !== null && now() - round.askedAt > answerWithinMs) round = null;
      if (round !== null || singles.length > 0 || now() - lastHeardAt < quietMs) return null;
      round = { askedAt: now(), answers: [], mixed: false };
      return Buffer.concat(allQuestions.map(realTimeStatus));
    },
    single(bytes) {
      singles.push(bytes);
      if (round !== null) round.mixed = true;
      return realTimeStatus(1);
    },
    answered(byte) {
      lastHeardAt = now();
      // A round that was asked before the singles is answered before them.
      if (round === null) {
        singles.shift();
        return null;
      }
      round.answers.push(byte);
      if (round.answers.length < allQuestions.length) return null;
      const { answers, mixed } = round;
      round = null;
      if (mixed) return null;
      const parts = allQuestions.map((about, index) => decodeRealTime(about, answers[index] ?? 0));
      return Object.assign({}, ...parts);
    },
    singlesOpen: () => singles.length,
    bytesOpen: () => singles.reduce((sum, bytes) => sum + bytes, 0),
    reset() {
      singles = [];
      round = null;
      lastHeardAt = Number.NEGATIVE_INFINITY;
    },
  };
}
