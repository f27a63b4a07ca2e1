/**
 * The line on which each element of a JSON document's top-level array `member` begins, 1-based.
 * The text has been parsed already, so it is known to be well-formed.
 */
export function recordLines(text: string, member: string): readonly number[] {
  const lines: number[] = [];
  const wanted = JSON.stringify(member);
  let line = 1;
  let depth = 0;
  let inside = false;
  let expecting = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\n') line += 1;
    if (char === undefined || /\s/.test(char)) continue;
    if (inside && expecting && depth === 2 && char !== ']') {
      lines.push(line);
      expecting = false;
    }
    if (char === '"') {
      const end = stringEnd(text, at);
      if (depth === 1 && text.slice(at, end) === wanted && /^\s*:/.test(text.slice(end, end + 9))) {
        inside = true;
      }
      at = end - 1;
    } else if (char === '[' || char === '{') {
      depth += 1;
      if (inside && depth === 2) expecting = char === '[';
    } else if (char === ']' || char === '}') {
      depth -= 1;
      if (inside && depth === 1) return lines;
    } else if (char === ',' && inside && depth === 2) expecting = true;
  }
  return lines;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
