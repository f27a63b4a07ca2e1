import { ok, type Result } from '../../lib/result.ts';
import { addElement, type Gs1Elements } from './gs1-elements.ts';
import { identifierFormat } from './gs1-identifiers.ts';
import { type Refusal, refuse } from './scanned-data.ts';

/**
 * The elements of a GS1 Digital Link URI about a trade item, such as
 * `https://id.gs1.org/01/09520123456788/10/ABC1/21/12345?17=180426` (GS1 Digital Link Standard: URI
 * Syntax, 1.2). `null` when the text is no such URI, but any other address, or no address at all.
 * A GTIN of 8, 12 or 13 digits is filled up, as earlier releases of the standard allowed it.
 */
export function readDigitalLink(text: string): Result<Gs1Elements, Refusal> | null {
  const [, path, query = ''] = /^https?:\/\/[^/?#]+(\/[^?#]*)(?:\?([^#]*))?/i.exec(text) ?? [];
  const pairs = path === undefined ? null : pathPairs(path);
  if (pairs === null) return null;

  const elements = new Map<string, string>();
  for (const [identifier, written] of [...pairs, ...queryPairs(query)]) {
    const data = decode(written);
    if (data === null) return refuse('wrongForm', `(${identifier}) of the link is not encoded`);
    const full = identifier === '01' ? data.padStart(14, '0') : data;
    const added = addElement(elements, { identifier, data: full });
    if (!added.ok) return added;
  }
  return ok(elements);
}

type Pair = readonly [identifier: string, written: string];

/**
 * Identifiers and data at the end of the path, back to the trade item that they are about; what stands
 * before is the address' own affair. `null` when the path does not end like that.
 */
function pathPairs(path: string): readonly Pair[] | null {
  const segments = path.replace(/\/$/, '').split('/').slice(1);
  const pairs: Pair[] = [];
  // From the end, because data may look like an identifier: lot 01 of `/01/09520123456788/10/01`.
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    const identifier = segments[at] ?? '';
    const written = segments[at + 1] ?? '';
    if (written === '' || identifierFormat(identifier) === null) return null;
    pairs.unshift([identifier, written]);
    // `/2026/01/15` is a date in somebody's address.
    if (identifier === '01') return /^(?:[0-9]{8}|[0-9]{12,14})$/.test(written) ? pairs : null;
  }
  return null;
}

/** Those of the query that are identifiers; every other name is the address' own affair. */
function queryPairs(query: string): readonly Pair[] {
  return query.split('&').flatMap((member): Pair[] => {
    const [name = '', written] = member.split('=', 2);
    return written === undefined || identifierFormat(name) === null ? [] : [[name, written]];
  });
}

function decode(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}
