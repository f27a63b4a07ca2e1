import { sum } from '../../money/sum.ts';

/** The places of a bundle's parts while units are put into them. */
export interface Slots {
  /** Puts up to `count` equal units into any of the parts that they fit; tells how many found room. */
  place(fits: PartSet, count: number): number;
  free(): number;
}

/** A set of parts as bits: part 0 is 1, part 1 is 2 … A bundle has at most ten. */
export type PartSet = number;

/** How a unit gets room: each hop moves one unit of a kind from a part to another that it fits too. */
interface Hop {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
}

/** Units that fit the same parts, and how many of them lie in each. */
interface Kind {
  readonly fits: PartSet;
  readonly placed: number[];
}

/**
 * Places units into parts with room for `capacities`. Units placed before are moved to other parts
 * that they fit, but never thrown out. Placing the dearest units first therefore gives the dearest
 * set that fits (the greedy algorithm on a transversal matroid: Edmonds, "Matroids and the greedy
 * algorithm", 1971).
 */
export function createSlots(capacities: readonly number[]): Slots {
  const spare = [...capacities];
  const kinds = new Map<PartSet, Kind>();
  // What once found no room never will: parts only fill up.
  const refused = new Set<PartSet>();
  return {
    place(fits, count) {
      if (refused.has(fits)) return 0;
      const kind = kinds.get(fits) ?? { fits, placed: capacities.map(() => 0) };
      kinds.set(fits, kind);
      let left = count - placeDirectly(kind, count, spare);
      while (left > 0) {
        const hops = findHops(fits, spare, kinds);
        if (hops === null) {
          refused.add(fits);
          break;
        }
        left -= moveAlong(hops, kind, left, spare);
      }
      return count - left;
    },
    free: () => sum(spare),
  };
}

/** Fills the parts that have room; tells how many found it. */
function placeDirectly(kind: Kind, count: number, spare: number[]): number {
  let placed = 0;
  for (const [part, room] of spare.entries()) {
    if (room === 0 || (kind.fits & (1 << part)) === 0) continue;
    const moved = Math.min(count - placed, room);
    add(kind.placed, part, moved);
    add(spare, part, -moved);
    placed += moved;
  }
  return placed;
}

/** Moves as many units as the hops allow, and puts new ones where the first hop began. */
function moveAlong(hops: readonly Hop[], kind: Kind, count: number, spare: number[]): number {
  const start = hops[0]?.from ?? 0;
  const end = hops.at(-1)?.to ?? 0;
  const movable = hops.map((hop) => hop.kind.placed[hop.from] ?? 0);
  const moved = Math.min(count, spare[end] ?? 0, ...movable);
  for (const hop of hops) {
    add(hop.kind.placed, hop.from, -moved);
    add(hop.kind.placed, hop.to, moved);
  }
  add(kind.placed, start, moved);
  add(spare, end, -moved);
  return moved;
}

/** Breadth-first search from full parts to one with room, over the moves that placed units allow. */
function findHops(
  fits: PartSet,
  spare: readonly number[],
  kinds: ReadonlyMap<PartSet, Kind>,
): readonly Hop[] | null {
  const parts = [...spare.keys()];
  const reached = parts.filter((part) => (fits & (1 << part)) !== 0);
  // A Map iterates over what is added meanwhile, so it is the queue as well.
  const hopsTo = new Map<number, readonly Hop[]>(reached.map((part) => [part, []]));
  for (const [from, hops] of hopsTo) {
    if ((spare[from] ?? 0) > 0) return hops;
    for (const kind of kinds.values()) {
      if ((kind.placed[from] ?? 0) === 0) continue;
      for (const to of parts) {
        const fitsThere = (kind.fits & (1 << to)) !== 0;
        if (fitsThere && !hopsTo.has(to)) hopsTo.set(to, [...hops, { from, to, kind }]);
      }
    }
  }
  return null;
}

function add(counts: number[], index: number, change: number): void {
  counts[index] = (counts[index] ?? 0) + change;
}
