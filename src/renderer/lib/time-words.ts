type Unit = 'second' | 'minute' | 'hour' | 'day';

const units: readonly (readonly [Unit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** How long ago it was, e.g. "3 minutes ago"; `null` when that is less than a minute, or not over yet. */
export function agoWords(atMs: number, nowMs: number, language: string): string | null {
  const elapsedMs = nowMs - atMs;
  const [unit, unitMs] = units.find(([, ms]) => elapsedMs >= ms) ?? ['second', 1_000];
  if (unit === 'second') return null;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  return words.format(-Math.floor(elapsedMs / unitMs), unit);
}

/** A length of time in its largest unit of which there are two or more, e.g. "90 minutes". */
export function durationWords(ms: number, language: string): string {
  const lengthMs = Math.abs(ms);
  const [unit, unitMs] = units.find(([, of]) => lengthMs >= 2 * of) ?? ['second', 1_000];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language, style).format(lengthMs / unitMs);
}
