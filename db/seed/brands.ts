import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import { en } from './build.ts';

/** An invented house and its invented lines. */
export const brands = {
  house: 'Aurel & Fenn',
  atelier: 'Aurel & Fenn Atelier',
  complexion: 'Velin',
  lips: 'Rouge Parade',
  eyes: 'Moth & Ink',
  skincare: 'Halden Lab',
  fragrance: 'Noctuelle',
  hair: 'Silkwater',
  nails: 'Lacquer Row',
  tools: 'Fenn Tools',
} as const;

export const categories = {
  complexion: 'Complexion',
  lips: 'Lips',
  eyes: 'Eyes',
  skincare: 'Skincare',
  fragrance: 'Fragrance',
  hair: 'Hair',
  nails: 'Nails',
  tools: 'Tools & Gifts',
  books: 'Books',
  components: 'Components',
} as const;

/** As shoppers read them; components stand on no shelf. */
export const categoryNames: Readonly<Record<string, LocalizedText>> = Object.fromEntries(
  Object.values(categories)
    .filter((category) => category !== categories.components)
    .map((category) => [category, en(category)]),
);

/** Every category that may be discounted: printed books have a fixed price by German law. */
export const discountable: readonly string[] = [
  categories.complexion,
  categories.lips,
  categories.eyes,
  categories.skincare,
  categories.fragrance,
  categories.hair,
  categories.nails,
  categories.tools,
];
