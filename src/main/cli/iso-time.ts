import type { UnixMs } from '#shared/lib/time.ts';

/** The last moment of the year 9999: `TimeMs` holds no later one. */
const latestMs = 253_402_300_799_999;

/**
 * An ISO 8601 time as people write one (a date alone is midnight UTC, a time without an offset is this
 * machine's); `null` when there is no such time. `Date.parse` takes 30 February for 2 March.
 */
export function parseIsoTime(text: string): UnixMs | null {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const time = Date.parse(text);
  // Nothing in the store is older than Unix time, or later than a year has digits; an offset may pass both.
  return time >= 0 && time <= latestMs ? time : null;
}
