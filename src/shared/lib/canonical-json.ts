/** Any value that JSON can carry. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * JSON with object keys in code-unit order and absent members left out, so that equal values give
 * equal text. The basis of every content hash (RFC 8785 without its number formatting: all our
 * numbers are integers or short decimals, which JSON.stringify already writes canonically).
 */
export function canonicalJson(value: unknown): string {
  // What was canonical when it was sent or stored still is when it is read: nothing to copy then.
  return JSON.stringify(isSorted(value) ? value : sortKeys(value));
}

function isSorted(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before: string | null = null;
  for (const key of Object.keys(value)) {
    if (before !== null && key < before) return false;
    before = key;
    if (!isSorted((value as Record<string, unknown>)[key])) return false;
  }
  return true;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  // Without a prototype: else a member `__proto__` would set that, and be left out.
  const sorted = Object.create(null) as Record<string, unknown>;
  // Object.keys has just named its own members.
  for (const key of Object.keys(value).sort()) {
    sorted[key] = sortKeys((value as Record<string, unknown>)[key]);
  }
  return sorted;
}
