import type { Timers } from '../timers.ts';

/** What measures and lets time pass; tests do it by hand. */
export interface IntakeTime {
  readonly timers: Timers;
  /** Milliseconds since some moment, never going back. */
  now(): number;
}

/** Takes bytes at the pace of a serial line. */
export interface PacedIntake {
  /**
   * Resolves when all of `bytes` were taken; never when they are dropped first, as bytes on a line
   * that was cut are neither taken nor refused.
   */
  take(bytes: Uint8Array): Promise<void>;
  /** Whether nothing waits that will be taken by itself; also while the last of it is. */
  idle(): boolean;
  /** Bits per second, ten for each byte; `null`: as fast as it comes. */
  setBaudRate(baudRate: number | null): void;
  /** Goes on where there was no room. */
  goOn(): void;
  /** Drops whatever waits. */
  drop(): void;
}

interface Waiting {
  readonly bytes: Uint8Array;
  taken: number;
  readonly resolve: () => void;
}

const bitsPerByte = 10;
const tickMs = 5;
/** A process that slept for longer than this has lost that time. */
const longestDebtMs = 1_000;

/**
 * Pays out bytes by elapsed time: each is taken when its last bit would have arrived, and what a timer
 * is late by is made up for, so that the pace is exact on average. Where there is no room for more, the
 * line is held until `goOn`. DEV-88, DEV-100.
 */
export function createPacedIntake(
  onBytes: (bytes: Uint8Array) => void,
  { timers, now }: IntakeTime,
  room: () => number = () => Number.POSITIVE_INFINITY,
): PacedIntake {
  let waiting: Waiting[] = [];
  let byteMs = 0;
  /** When the last byte that was taken had arrived. */
  let arrivedAt = now();
  /** How late that was noticed: whoever waited for it would have gone on so much earlier. */
  let debtMs = 0;
  /** What is taken may be answered, and the answer with more bytes, before it is taken. */
  let taking = false;
  /** There was no room: the line is held, and time counts for nothing. */
  let held = false;
  let drops = 0;
  let cancelTick = () => {};

  function tick() {
    if (taking || held || waiting.length === 0) return;
    cancelTick();
    taking = true;
    takeUpTo(byteMs === 0 ? Number.POSITIVE_INFINITY : Math.floor((now() - arrivedAt) / byteMs));
    taking = false;
    const [head] = waiting;
    if (head === undefined) {
      debtMs = byteMs === 0 ? 0 : Math.min(now() - arrivedAt, longestDebtMs);
      return;
    }
    if (held) return;
    const headMs = (head.bytes.length - head.taken) * byteMs - (now() - arrivedAt);
    cancelTick = timers.after(Math.max(1, Math.ceil(Math.min(headMs, tickMs))), tick);
  }

  function takeUpTo(due: number) {
    const dropsBefore = drops;
    let left = due;
    for (let head = waiting[0]; head !== undefined && left > 0; head = waiting[0]) {
      const space = room();
      if (space <= 0) {
        held = true;
        return;
      }
      const piece = head.bytes.subarray(head.taken, head.taken + Math.min(left, space));
      head.taken += piece.length;
      left -= piece.length;
      arrivedAt += piece.length * byteMs;
      onBytes(piece);
      if (drops !== dropsBefore) return;
      if (head.taken < head.bytes.length) continue;
      waiting.shift();
      head.resolve();
    }
  }

  return {
    take(bytes) {
      if (bytes.length === 0) return Promise.resolve();
      return new Promise((resolve) => {
        if (waiting.length === 0) arrivedAt = now() - debtMs;
        debtMs = 0;
        waiting.push({ bytes, taken: 0, resolve });
        tick();
      });
    },
    idle: () => held || waiting.every(({ bytes, taken }) => taken === bytes.length),
    setBaudRate(baudRate) {
      // What arrived until now arrived at the old pace.
      tick();
      byteMs = baudRate === null ? 0 : (bitsPerByte * 1000) / baudRate;
      tick();
    },
    goOn() {
      if (!held) return;
      held = false;
      arrivedAt = now();
      tick();
    },
    drop() {
      cancelTick();
      held = false;
      drops += 1;
      waiting = [];
      debtMs = 0;
    },
  };
}
