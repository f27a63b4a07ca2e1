import { deltaE00 } from '#shared/domain/color/delta-e.ts';
import type { Lab } from '#shared/domain/color/lab.ts';
import { indexShades, nearestShades } from '#shared/domain/color/match-shade.ts';
import { skinToneGrid } from '#shared/domain/color/skin-tone-grid.ts';
import { at } from '#shared/lib/at.ts';
import type { FoundationShade } from './foundation-shades.ts';

/** How far the nearest shade is, over many shades. */
interface Distances {
  /** CIEDE2000. */
  readonly median: number;
  /** CIEDE2000 that nine of ten do not exceed. */
  readonly ninth: number;
  /** Parts of 1. */
  readonly within2: number;
  readonly within4: number;
}

/** Shades of a band of lightness. */
export interface ShadeBand {
  /** L* from (inclusive) and to (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly shades: number;
  /** Products and brands with a shade in the band. */
  readonly products: number;
  readonly brands: number;
  readonly otherProduct: Distances;
  readonly otherBrand: Distances;
}

/** Of L*; the first and the last are wider because few shades lie there. */
const limits = [0, 30, 40, 50, 60, 70, 80, 90, 101];

interface Measured {
  readonly shade: FoundationShade;
  readonly toProduct: number;
  readonly toBrand: number;
}

/**
 * Each shade is left out once, together with its own product or its own brand, and looked for among the
 * rest; undertone does not count.
 */
export function measureBands(shades: readonly FoundationShade[]): readonly ShadeBand[] {
  const index = indexShades(shades);
  const distance = (left: FoundationShade, member: 'product' | 'brand'): number => {
    const accepts = (shade: FoundationShade) => shade[member] !== left[member];
    const [nearest] = nearestShades(
      index,
      { lab: left.lab, undertone: null },
      { count: 1, accepts },
    );
    return nearest?.deltaE ?? Number.POSITIVE_INFINITY;
  };
  const measured = shades.map((shade) => ({
    shade,
    toProduct: distance(shade, 'product'),
    toBrand: distance(shade, 'brand'),
  }));
  return bands().map(({ from, to }) => bandOf(measured, from, to));
}

/** The bands of L*. */
export function bands(): readonly { readonly from: number; readonly to: number }[] {
  return limits.slice(0, -1).map((from, position) => ({ from, to: at(limits, position + 1) }));
}

function bandOf(measured: readonly Measured[], from: number, to: number): ShadeBand {
  const inside = measured.filter(({ shade: { lab } }) => lab.l >= from && lab.l < to);
  return {
    from,
    to,
    shades: inside.length,
    products: new Set(inside.map(({ shade }) => shade.product)).size,
    brands: new Set(inside.map(({ shade }) => shade.brand)).size,
    otherProduct: distancesOf(inside.map(({ toProduct }) => toProduct)),
    otherBrand: distancesOf(inside.map(({ toBrand }) => toBrand)),
  };
}

function distancesOf(distances: readonly number[]): Distances {
  const sorted = distances.toSorted((one, other) => one - other);
  const quantile = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
  const within = (most: number) =>
    sorted.filter((distance) => distance <= most).length / sorted.length;
  return { median: quantile(0.5), ninth: quantile(0.9), within2: within(2), within4: within(4) };
}

/** What a shopper finds who looks at one product only. */
export interface ProductChance {
  readonly from: number;
  readonly to: number;
  /** Tones of the grid in the band, of its three columns in the middle. */
  readonly tones: number;
  /** Parts of all products that have a shade within 2 and within 4 CIEDE2000 of a tone, on average. */
  readonly within2: number;
  readonly within4: number;
}

/** For the tones of skin that the kiosk offers, how many of the products have a shade for them. */
export function measureProducts(shades: readonly FoundationShade[]): readonly ProductChance[] {
  const measured = skinToneGrid().flatMap((row) =>
    row.slice(1, -1).map((tone) => ({ l: tone.l, nearest: nearestByProduct(shades, tone) })),
  );
  return bands().map(({ from, to }) => {
    const inside = measured.filter(({ l }) => l >= from && l < to);
    const all = inside.flatMap(({ nearest }) => nearest);
    const within = (most: number) => all.filter((distance) => distance <= most).length / all.length;
    return { from, to, tones: inside.length, within2: within(2), within4: within(4) };
  });
}

/** CIEDE2000 from a tone to the nearest shade of each product. */
function nearestByProduct(shades: readonly FoundationShade[], tone: Lab): readonly number[] {
  const nearest = new Map<string, number>();
  for (const { product, lab } of shades) {
    const known = nearest.get(product) ?? Number.POSITIVE_INFINITY;
    nearest.set(product, Math.min(known, deltaE00(tone, lab)));
  }
  return [...nearest.values()];
}
