import type { UnixMs } from '#shared/lib/time.ts';

// A formatter takes a thousand times longer to make than to use; there are as many as stores.
const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time of `at` as people in that place write it. */
export function formatMoment(at: UnixMs, locale: string, timeZone: string): string {
  const key = `${locale}|${timeZone}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    formats.set(key, format);
  }
  return format.format(at);
}
