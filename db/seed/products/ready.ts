import { complexionProducts } from './complexion.ts';
import { eyeProducts } from './eyes.ts';
import { fragranceProducts } from './fragrance.ts';
import { hairProducts } from './hair.ts';
import { lipProducts } from './lips.ts';
import { nailProducts } from './nails.ts';
import type { ShelfItem } from './shelf-item.ts';
import { skincareProducts } from './skincare.ts';
import { toolsAndBooks } from './tools-and-books.ts';

/** Everything that stands on the shelf as it is. */
export const readyItems: readonly ShelfItem[] = [
  ...complexionProducts,
  ...lipProducts,
  ...eyeProducts,
  ...skincareProducts,
  ...fragranceProducts,
  ...hairProducts,
  ...nailProducts,
  ...toolsAndBooks,
];
