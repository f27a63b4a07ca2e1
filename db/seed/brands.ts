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
