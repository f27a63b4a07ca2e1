/**
 * Whether a text can be kept everywhere: without NUL, which databases refuse, and without half of a
 * surrogate pair, which is no character.
 */
export function isPlainText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * The path to the first text in a JSON value that is not plain (see `isPlainText`), e.g. `name.en`, or to
 * the object that has such a name; `null` when there is none.
 */
export function unplainPart(value: unknown): string | null {
  if (typeof value === 'string') return isPlainText(value) ? null : '';
  if (typeof value !== 'object' || value === null) return null;
  // What JSON.parse makes: every member is its own.
  const members = value as { readonly [name: string]: unknown };
  // There are millions of them in a large feed: no list of entries is made.
  for (const name in members) {
    if (!isPlainText(name)) return '';
    const inner = unplainPart(members[name]);
    if (inner === null) continue;
    const rest = inner === '' || inner.startsWith('[') ? inner : `.${inner}`;
    return Array.isArray(value) ? `[${name}]${rest}` : `${name}${rest}`;
  }
  return null;
}
