import type { UnixMs } from '#shared/lib/time.ts';

// A formatter takes a thousand times longer to make than to use; there are as many as stores.
const momentFormats = new Map<string, Intl.DateTimeFormat>();
const rateFormats = new Map<string, Intl.NumberFormat>();

/** Date and time of `at` as people in that place write it. */
export function formatMoment(at: UnixMs, locale: string, timeZone: string): string {
  const key = `${locale}|${timeZone}`;
  let format = momentFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    momentFormats.set(key, format);
  }
  return format.format(at);
}

/** 1,900 basis points as `19%`. */
export function formatRate(rateBps: number, locale: string): string {
  let format = rateFormats.get(locale);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    rateFormats.set(locale, format);
  }
  return format.format(rateBps / 10_000);
}
