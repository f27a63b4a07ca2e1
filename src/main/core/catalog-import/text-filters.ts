import { err, ok, type Result } from '#shared/lib/result.ts';

/** `Crème Brûlée No. 5` becomes `creme-brulee-no-5`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A decimal text times a whole number, exactly; the error is one line for a person. */
export function scaleDecimal(text: string, factor: number): Result<number, string> {
  const found = /^([-+]?)(\d*)(?:\.(\d+))?$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = found ?? [];
  if (found === null || whole + fraction === '') return err(`"${text}" is not a decimal number`);
  const scaled = BigInt(whole + fraction) * BigInt(factor);
  const unit = 10n ** BigInt(fraction.length);
  if (scaled % unit !== 0n) return err(`"${text}" times ${factor} is not a whole number`);
  const value = Number(scaled / unit);
  if (!Number.isSafeInteger(value)) return err(`"${text}" times ${factor} is too large`);
  return ok(sign === '-' && value !== 0 ? -value : value);
}

type Filter = (text: string) => string;

/** A filter of a pattern by its name: `slug`, `lower`, `upper` or `pad4` (zeros in front). */
export function patternFilter(name: string): Filter | null {
  if (name === 'slug') return slugOf;
  if (name === 'lower') return (text) => text.toLowerCase();
  if (name === 'upper') return (text) => text.toUpperCase();
  const width = /^pad([1-9]\d?)$/.exec(name)?.[1];
  return width === undefined ? null : (text) => text.padStart(Number(width), '0');
}
