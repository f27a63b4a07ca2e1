/** How a tone's lightness is called, from L* down to the next: the words that foundations are sold by. */
const depths = [
  ['fair', 80],
  ['light', 70],
  ['medium', 58],
  ['tan', 45],
  ['deep', 32],
  ['rich', 0],
] as const;

export type Depth = (typeof depths)[number][0];

/** The word for a lightness, `l` in L* from 0 to 100. */
export function depthOf(l: number): Depth {
  return depths.find(([, from]) => l >= from)?.[0] ?? 'rich';
}
