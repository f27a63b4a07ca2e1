/**
 * The JSON pointer (RFC 6901) to a field that is named by its path within `value`, such as
 * `lines[0].sku`. Names may hold dots themselves, so the value's own names decide where one ends.
 */
export function jsonPointer(value: unknown, path: string): string {
  let pointer = '';
  let rest = path;
  let here = value;
  while (rest !== '') {
    const name = /^\[(\d+)\]/.exec(rest)?.[1] ?? longestName(here, rest);
    pointer += `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    rest = rest.startsWith('[') ? rest.slice(name.length + 2) : rest.slice(name.length);
    if (rest.startsWith('.')) rest = rest.slice(1);
    here = memberOf(here, name);
  }
  return pointer;
}

/** The longest name of a member that `path` begins with; all of it when the member is missing. */
function longestName(value: unknown, path: string): string {
  if (typeof value !== 'object' || value === null) return path;
  const names = Object.keys(value).filter(
    (name) => name !== '' && path.startsWith(name) && /^(?:$|[.[])/.test(path.slice(name.length)),
  );
  return names.sort((a, b) => b.length - a.length)[0] ?? path;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
