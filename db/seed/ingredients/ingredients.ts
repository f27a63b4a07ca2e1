import type { IngredientRecord } from '#shared/domain/catalog/ingredient.ts';
import { careIngredients } from './care.ts';
import { colorants } from './colorants.ts';
import { fragranceIngredients } from './fragrance.ts';

export const ingredients: readonly IngredientRecord[] = [
  ...careIngredients,
  ...colorants,
  ...fragranceIngredients,
];
