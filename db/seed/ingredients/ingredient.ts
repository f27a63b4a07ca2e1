import type { AllergenLink, IngredientRecord } from '#shared/domain/catalog/ingredient.ts';

/** An ingredient that carries none of the listed allergens. */
export function ingredient(
  id: string,
  inciName: string,
  ...synonyms: readonly string[]
): IngredientRecord {
  return { kind: 'ingredient', id, inciName, synonyms: [...synonyms], allergens: [] };
}

/** A colorant under its Colour Index number, the name that the EU wants on the label. */
export function colorant(ciNumber: string, ...synonyms: readonly string[]): IngredientRecord {
  return {
    ...ingredient(`ci-${ciNumber.replace(':', '-')}`, `CI ${ciNumber}`, ...synonyms),
    ciNumber,
  };
}

/** An ingredient with allergens, in percent of the ingredient; `null` when the supplier does not say. */
export function scented(
  id: string,
  inciName: string,
  allergens: Readonly<Record<string, number | null>>,
  ...synonyms: readonly string[]
): IngredientRecord {
  const links: AllergenLink[] = Object.entries(allergens).map(([allergen, percent]) => ({
    allergen,
    ppm: percent === null ? null : Math.round(percent * 10_000),
  }));
  return { ...ingredient(id, inciName, ...synonyms), allergens: links };
}
