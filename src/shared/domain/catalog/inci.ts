import { readInciEntry } from './inci-entry.ts';
import { layOutInci } from './inci-layout.ts';
import type { InciEntry, ParsedInci, UnparsedInci } from './parsed-inci.ts';

/**
 * Reads an ingredient list as it is printed on packages and product pages. Nothing is guessed:
 * whatever is not an ingredient is returned in `unparsed` with the reason. Several lists in one
 * text (the parts of a kit) are joined in order, each name once. Rules: docs/specs/catalog-import.md.
 */
export function parseInci(text: string): ParsedInci {
  const layout = layOutInci(text);
  const unparsed: UnparsedInci[] = [...layout.unparsed];
  const ingredients: InciEntry[] = [];
  const mayContain: InciEntry[] = [];
  for (const list of layout.lists) {
    const target = list.part === 'mayContain' ? mayContain : ingredients;
    const earlier = new Set(target.map(identity));
    for (const piece of list.pieces) {
      const entry = readInciEntry(piece, layout.markers);
      if (entry === null) unparsed.push({ text: piece, reason: 'unclear' });
      else if (!earlier.has(identity(entry))) target.push(entry);
    }
  }
  return { ingredients, mayContain, unparsed };
}

function identity(entry: InciEntry): string {
  return [entry.name.toLowerCase(), ...entry.ciNumbers].join('|');
}
