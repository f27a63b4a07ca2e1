/** Unix time in milliseconds, UTC. The domain never reads a clock: times are arguments. */
export type UnixMs = number;

/** A half-open period: from `validFrom` (inclusive) until `validTo` (exclusive; absent means open). */
export interface Validity {
  readonly validFrom: UnixMs;
  readonly validTo?: UnixMs;
}

/** Whether the period holds at that time. */
export function isValidAt(period: Validity, at: UnixMs): boolean {
  return period.validFrom <= at && (period.validTo === undefined || at < period.validTo);
}

/** As it is told to other systems: ISO 8601 in UTC, with milliseconds. */
export function isoTime(at: UnixMs): string {
  return new Date(at).toISOString();
}
