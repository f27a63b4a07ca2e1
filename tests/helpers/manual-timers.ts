import type { Clock } from '#main/core/ports/clock.ts';
import type { Timers } from '#main/devices/timers.ts';

/** Time that passes only when a test says so. */
export interface ManualTime extends Timers, Clock {
  /** Lets `ms` pass: runs what is due in its order, and what that starts, also if it awaits. */
  advance(ms: number): Promise<void>;
  /** The same without letting promises go on in between; for what only sets timers. */
  advanceNow(ms: number): void;
  /** How many timers wait. */
  waiting(): number;
}

interface Waiting {
  readonly dueAt: number;
  readonly run: () => void;
}

export function manualTime(startAt = 0): ManualTime {
  let now = startAt;
  const timers = new Set<Waiting>();

  /** Takes the first timer that is due until then; sets keep the order of equal times. */
  function takeDue(until: number): Waiting | null {
    let first: Waiting | null = null;
    for (const timer of timers) {
      if (timer.dueAt <= until && (first === null || timer.dueAt < first.dueAt)) first = timer;
    }
    if (first !== null) timers.delete(first);
    return first;
  }

  return {
    now: () => now,
    waiting: () => timers.size,
    after(delayMs, run) {
      const timer = { dueAt: now + delayMs, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let due = takeDue(until); due !== null; due = takeDue(until)) {
        now = due.dueAt;
        due.run();
        await settle();
      }
      now = until;
    },
    advanceNow(ms) {
      const until = now + ms;
      for (let due = takeDue(until); due !== null; due = takeDue(until)) {
        now = due.dueAt;
        due.run();
      }
      now = until;
    },
  };
}

/** Lets every promise that can go on go on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
