import type { Journey, JourneyEvent } from '#shared/domain/journey/event.ts';
import type { JourneyPeriod } from '#shared/domain/journey/report.ts';
import type { Result } from '#shared/lib/result.ts';
import type { StoreFault } from './sale-store.ts';

/** Journeys on disk (docs/specs/journeys.md). Days are of the store's time zone, as `2026-11-21`. */
export interface JourneyStore {
  /**
   * Adds events of one journey, all of them or none; one whose number is there already stays as it is. The
   * journey's first events decide its day.
   */
  append(journeyId: string, day: string, events: readonly JourneyEvent[]): Result<null, StoreFault>;
  /** The journeys of these days, one by one; of one day in no order that tells anything. Nothing may be written meanwhile. */
  journeys(period: JourneyPeriod): Iterable<Journey>;
  /** Removes up to `limit` events of days outside of the period; answers how many. */
  prune(kept: JourneyPeriod, limit: number): Result<number, StoreFault>;
}
