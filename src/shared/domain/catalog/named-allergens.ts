import type { AllergenRecord } from './allergen.ts';
import type { ProductRecord } from './product.ts';

/**
 * The allergens that a ready product's printed ingredient list names, in the list's order. The list
 * is the law's own place to name them: an allergen above its threshold must stand in it.
 */
export function namedAllergens(
  product: ProductRecord,
  allergens: readonly AllergenRecord[],
): string[] {
  const labelNames = new Map(allergens.map(({ labelName }) => [folded(labelName), labelName]));
  const named = (product.inci ?? []).flatMap((name) => labelNames.get(folded(name)) ?? []);
  return [...new Set(named)];
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
