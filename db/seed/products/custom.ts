import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { brands, categories } from '../brands.ts';
import { chainPrice } from '../build.ts';
import { foundation } from '../templates/foundation.ts';
import { fragrance } from '../templates/fragrance.ts';
import { lipstick } from '../templates/lipstick.ts';
import { nailPolish } from '../templates/nail-polish.ts';
import { serum } from '../templates/serum.ts';
import { shampoo } from '../templates/shampoo.ts';
import type { ShelfItem } from './shelf-item.ts';

interface Spec {
  readonly sku: string;
  readonly category: string;
  readonly price: number;
  readonly size: string;
  readonly art: NonNullable<ProductRecord['art']>;
  readonly popularity: number;
}

/** The product that a shopper puts into the bag once the template is designed. */
function custom(template: TemplateRecord, spec: Spec): ShelfItem {
  const { price, ...fields } = spec;
  return {
    product: {
      kind: 'product',
      type: 'custom',
      template: template.id,
      name: template.name,
      brand: brands.atelier,
      ...(template.description ? { description: template.description } : {}),
      taxClass: 'standard',
      use: template.use,
      stockUnit: 'piece',
      ...fields,
    },
    price: chainPrice(spec.sku, price),
  };
}

export const customProducts: readonly ShelfItem[] = [
  custom(foundation, {
    sku: 'AT-FOUNDATION',
    category: categories.complexion,
    price: 48,
    size: '30 ml',
    art: { vessel: 'pump', color: '#C8A17F', accent: '#24211F', finish: 'satin' },
    popularity: 2_400,
  }),
  custom(lipstick, {
    sku: 'AT-LIPSTICK',
    category: categories.lips,
    price: 32,
    size: '3.5 g',
    art: { vessel: 'lipstick', color: '#A10F2E', accent: '#B08D57', finish: 'satin' },
    popularity: 2_300,
  }),
  custom(serum, {
    sku: 'AT-SERUM',
    category: categories.skincare,
    price: 46,
    size: '30 ml',
    art: { vessel: 'dropper', color: '#E3B873', accent: '#24211F', finish: 'gloss' },
    popularity: 2_200,
  }),
  custom(fragrance, {
    sku: 'AT-FRAGRANCE',
    category: categories.fragrance,
    price: 84,
    size: '50 ml',
    art: { vessel: 'flacon', color: '#EBD9A5', accent: '#6B1E2A', finish: 'gloss' },
    popularity: 2_100,
  }),
  custom(shampoo, {
    sku: 'AT-SHAMPOO',
    category: categories.hair,
    price: 26,
    size: '250 ml',
    art: { vessel: 'bottle', color: '#BFD8D2', accent: '#3B4A48', finish: 'satin' },
    popularity: 2_000,
  }),
  custom(nailPolish, {
    sku: 'AT-POLISH',
    category: categories.nails,
    price: 16.5,
    size: '11 ml',
    art: { vessel: 'polish', color: '#1F4236', accent: '#1E1B1C', finish: 'gloss' },
    popularity: 1_900,
  }),
];
