/** A product that was found, with what its place in the list depends on. */
export interface Candidate {
  readonly id: number;
  readonly brandFolded: string;
  readonly nameFolded: string;
  readonly popularity: number;
  readonly sku: string;
}

/** Where the words were found; a lower class comes first. */
const rankClass = { exactName: 0, nameStarts: 1, inName: 2, inBrand: 3, elsewhere: 4 } as const;

/** Every word begins a word of `text`. */
function holdsAll(text: string, words: readonly string[]): boolean {
  const padded = ` ${text}`;
  return words.every((word) => padded.includes(` ${word}`));
}

function classOf(candidate: Candidate, words: readonly string[], text: string): number {
  const { nameFolded, brandFolded } = candidate;
  const withBrand = `${brandFolded} ${nameFolded}`;
  if (nameFolded === text || withBrand === text) return rankClass.exactName;
  const beginsInName = text.length > brandFolded.length && withBrand.startsWith(text);
  if (beginsInName || nameFolded.startsWith(text)) return rankClass.nameStarts;
  if (holdsAll(nameFolded, words)) return rankClass.inName;
  return holdsAll(withBrand, words) ? rankClass.inBrand : rankClass.elsewhere;
}

/**
 * Best first: by where the words stand, then popularity, name and SKU, so that equal catalogs give
 * equal lists. `words` are folded; none at all leaves popularity.
 */
export function rank<Found extends Candidate>(
  candidates: readonly Found[],
  words: readonly string[],
): readonly Found[] {
  const text = words.join(' ');
  return candidates
    .map((candidate) => ({
      candidate,
      place: words.length === 0 ? 0 : classOf(candidate, words, text),
    }))
    .sort((a, b) => a.place - b.place || byPopularity(a.candidate, b.candidate))
    .map(({ candidate }) => candidate);
}

function byPopularity(a: Candidate, b: Candidate): number {
  if (a.popularity !== b.popularity) return b.popularity - a.popularity;
  if (a.nameFolded !== b.nameFolded) return a.nameFolded < b.nameFolded ? -1 : 1;
  return a.sku < b.sku ? -1 : 1;
}
