import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import {
  nearestShades,
  type ShadeIndex,
  type ShadeMatch,
  type WantedTone,
} from '#shared/domain/color/match-shade.ts';
import { required } from '#shared/lib/assert.ts';
import type { CatalogMoment } from '../catalog/catalog-moment.ts';
import { productCards } from '../catalog/product-cards.ts';
import type { CatalogShade } from '../ports/catalog-reader.ts';
import type { BookShade } from './shade-book.ts';

/** `brand` and `category` filter exactly. */
interface ShadeFilter {
  readonly brand?: string;
  readonly category?: string;
  readonly limit: number;
}

/** A shade that can be bought here now. */
interface SoldShade {
  readonly match: ShadeMatch<BookShade>;
  readonly card: ProductCard;
}

/**
 * The nearest shades that have a price here now: whoever is shown a shade can have it. Twice as many are
 * looked at until enough are found; nearly always the first look is enough.
 */
export function findShades(
  moment: CatalogMoment,
  index: ShadeIndex<BookShade>,
  wanted: WantedTone,
  filter: ShadeFilter,
): readonly SoldShade[] {
  const { limit } = filter;
  const accepts = ({ of }: BookShade) => isWanted(of, filter);
  const isSold = soldHere(moment);
  const sold: ShadeMatch<BookShade>[] = [];
  for (let [known, count] = [0, limit]; ; [known, count] = [count, count * 2]) {
    const found = nearestShades(index, wanted, { count, accepts });
    sold.push(...found.slice(known).filter(({ shade }) => isSold(shade.of.sku)));
    if (sold.length >= limit || found.length < count)
      return withCards(moment, sold.slice(0, limit));
  }
}

function isWanted(shade: CatalogShade, { brand, category }: ShadeFilter): boolean {
  return (
    (brand === undefined || shade.brand === brand) &&
    (category === undefined || shade.category === category)
  );
}

/** Whether a product has a price; asked once for all its shades. */
function soldHere({ catalog, version, at }: CatalogMoment): (sku: string) => boolean {
  const known = new Map<string, boolean>();
  return (sku) => {
    const isSold = known.get(sku) ?? catalog.priceMinor(version, sku, at) !== null;
    known.set(sku, isSold);
    return isSold;
  };
}

/** A product to be designed may be there with several shades: its card is made once. */
function withCards(
  moment: CatalogMoment,
  sold: readonly ShadeMatch<BookShade>[],
): readonly SoldShade[] {
  const skus = [...new Set(sold.map(({ shade }) => shade.of.sku))];
  const products = skus.flatMap((sku) => moment.catalog.product(moment.version, sku) ?? []);
  const cards = new Map(
    productCards(moment, products).map((card) => [card.product.sku, card] as const),
  );
  return sold.map((match) => ({
    match,
    card: required(cards.get(match.shade.of.sku), `the card of ${match.shade.of.sku}`),
  }));
}
