import type { CatalogRecord, FeedHeader } from '#shared/domain/catalog/feed.ts';
import { components } from './components.ts';
import { euFragranceAllergens } from './eu-fragrance-allergens.ts';
import { ingredients } from './ingredients/ingredients.ts';
import { prices } from './price-lists.ts';
import { customProducts } from './products/custom.ts';
import { readyItems } from './products/ready.ts';
import { promotions } from './promotions.ts';
import { lots, stock } from './stock-and-lots.ts';
import { stores } from './store.ts';
import { taxClasses } from './tax-classes.ts';
import { foundation } from './templates/foundation.ts';
import { foundationRules } from './templates/foundation-rules.ts';
import { fragrance } from './templates/fragrance.ts';
import { fragranceRules } from './templates/fragrance-rules.ts';
import { lipstick } from './templates/lipstick.ts';
import { lipstickRules } from './templates/lipstick-rules.ts';
import { nailPolish } from './templates/nail-polish.ts';
import { nailPolishRules } from './templates/nail-polish-rules.ts';
import { serum } from './templates/serum.ts';
import { serumRules } from './templates/serum-rules.ts';
import { shampoo } from './templates/shampoo.ts';
import { shampooRules } from './templates/shampoo-rules.ts';

const header: FeedHeader = {
  format: 'blendbar-catalog',
  version: 1,
  mode: 'full',
  source: 'Blendbar demo store',
};

/** The authored demo store as one full feed, every record after those that it refers to. */
export function demoStoreFeed(): {
  readonly header: FeedHeader;
  readonly records: readonly CatalogRecord[];
} {
  const products = [...customProducts, ...readyItems, ...components].map(({ product }) => product);
  const records: readonly CatalogRecord[] = [
    ...stores,
    ...taxClasses,
    ...euFragranceAllergens,
    ...ingredients,
    ...products,
    ...prices,
    ...[foundation, lipstick, serum, fragrance, shampoo, nailPolish],
    ...foundationRules,
    ...lipstickRules,
    ...serumRules,
    ...fragranceRules,
    ...shampooRules,
    ...nailPolishRules,
    ...promotions,
    ...stock,
    ...lots,
  ];
  return { header, records };
}
