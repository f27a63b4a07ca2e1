interface MomentWords {
  readonly language: string;
  /** Tells whether the clock has 12 or 24 hours. */
  readonly storeLocale: string;
  readonly timeZone: string | undefined;
}

/** The time of day at `atMs`, with the day when it is another one than that of `nowMs`. */
export function formatMoment(
  atMs: number,
  nowMs: number,
  { language, storeLocale, timeZone }: MomentWords,
): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const clock = new Intl.DateTimeFormat(storeLocale, { hour: 'numeric' }).resolvedOptions();
  const day = new Intl.DateTimeFormat(language, { ...zone, dateStyle: 'short' });
  const isToday = day.format(atMs) === day.format(nowMs);
  return new Intl.DateTimeFormat(language, {
    ...zone,
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    ...(clock.hourCycle === undefined ? {} : { hourCycle: clock.hourCycle }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(atMs);
}
