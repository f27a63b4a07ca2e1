import type { Clock } from '#main/core/ports/clock.ts';
import type { EventSink } from '#main/core/ports/events.ts';
import type { Ids } from '#main/core/ports/ids.ts';
import type { EventName } from '#shared/contract/ipc/contract.ts';
import { openingTime } from './sale-catalog.ts';

/** A clock that is moved by hand. */
export function manualClock(): Clock & { advance(durationMs: number): void } {
  let now = openingTime;
  return {
    now: () => now,
    advance(durationMs) {
      now += durationMs;
    },
  };
}

let made = 0;

/** A new id of the right form, ascending, the same in every run of a file. */
export function nextId(): string {
  made += 1;
  return `01950000-0000-7000-8000-${String(made).padStart(12, '0')}`;
}

export const countedIds: Ids = { next: nextId };

/** Keeps what the core told. */
export function recordingEvents(): EventSink & {
  readonly told: readonly { readonly name: EventName; readonly payload: unknown }[];
} {
  const told: { readonly name: EventName; readonly payload: unknown }[] = [];
  return { told, emit: (name, payload) => void told.push({ name, payload }) };
}
