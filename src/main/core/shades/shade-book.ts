import { setImmediate as nextTurn } from 'node:timers/promises';
import { labOfHex } from '#shared/domain/color/lab.ts';
import {
  indexShades,
  type MatchableShade,
  type ShadeIndex,
} from '#shared/domain/color/match-shade.ts';
import { isPlausibleSkin } from '#shared/domain/color/skin-range.ts';
import { undertoneOf } from '#shared/domain/color/undertone.ts';
import type { CatalogReader, CatalogShade } from '../ports/catalog-reader.ts';

/** A shade of the catalog, ready to be matched. */
export interface BookShade extends MatchableShade {
  readonly of: CatalogShade;
}

/** All shades of one catalog version. */
export interface ShadeBook {
  readonly index: ShadeIndex<BookShade>;
  /** Categories that have shades, with how many; those with most that may be skin first. */
  readonly categories: readonly { readonly value: string; readonly count: number }[];
}

const bookByCatalog = new WeakMap<
  CatalogReader,
  { readonly version: number; readonly book: Promise<ShadeBook> }
>();

/**
 * The shades of a version, read once: a published version never changes. Only the last version that was
 * asked for is kept, because only the published one is matched. SHD-42
 */
export function shadeBook(catalog: CatalogReader, version: number): Promise<ShadeBook> {
  const known = bookByCatalog.get(catalog);
  if (known?.version === version) return known.book;
  const made = { version, book: readBook(catalog, version) };
  bookByCatalog.set(catalog, made);
  // What could not be read now may be readable later.
  made.book.catch(() => {
    if (bookByCatalog.get(catalog) === made) bookByCatalog.delete(catalog);
  });
  return made.book;
}

/** Page by page: a large catalog takes seconds, and a sale does not wait for them. */
async function readBook(catalog: CatalogReader, version: number): Promise<ShadeBook> {
  const shades: BookShade[] = [];
  let from: string | null = null;
  do {
    const page = catalog.shades(version, from);
    shades.push(...page.shades.map(bookShade));
    from = page.next;
    await nextTurn();
  } while (from !== null);
  return { index: indexShades(shades), categories: countCategories(shades) };
}

function bookShade(shade: CatalogShade): BookShade {
  const lab = labOfHex(shade.shade.hex);
  const { sku, choice, undertone = undertoneOf(lab) } = shade;
  const id = choice === undefined ? sku : [sku, choice.group, choice.option].join('|');
  return { id, lab, undertone, of: shade };
}

function countCategories(shades: readonly BookShade[]): ShadeBook['categories'] {
  const counts = new Map<string, { count: number; skin: number }>();
  for (const { of, lab } of shades) {
    const { count, skin } = counts.get(of.category) ?? { count: 0, skin: 0 };
    counts.set(of.category, { count: count + 1, skin: skin + Number(isPlausibleSkin(lab)) });
  }
  return [...counts]
    .map(([value, counted]) => ({ value, ...counted }))
    .sort(
      (one, other) =>
        other.skin - one.skin || other.count - one.count || (one.value < other.value ? -1 : 1),
    )
    .map(({ value, count }) => ({ value, count }));
}
