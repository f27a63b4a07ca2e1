import type { ProductUse } from '#shared/domain/catalog/allergen.ts';
import type { IngredientShare } from '#shared/domain/catalog/ingredient.ts';
import { euFragranceAllergens } from '../eu-fragrance-allergens.ts';
import { ingredients } from './ingredients.ts';

const byId = new Map(ingredients.map((record) => [record.id, record]));
const labelNames = new Map(euFragranceAllergens.map(({ id, labelName }) => [id, labelName]));

/**
 * The ingredient list of a ready-made product as its box prints it: names by falling mass, then
 * every fragrance allergen above the labelling threshold, or of unknown mass.
 */
export function printedList(formula: readonly IngredientShare[], use: ProductUse): string[] {
  const names = new Set<string>();
  for (const { ingredient } of [...formula].sort((a, b) => (b.ppm ?? 0) - (a.ppm ?? 0))) {
    names.add(nameOnTheBox(ingredient));
  }
  for (const allergen of euFragranceAllergens) {
    const threshold = allergen.thresholds[0];
    const limitPpm = use === 'leaveOn' ? threshold?.leaveOnPpm : threshold?.rinseOffPpm;
    const ppm = allergenPpm(formula, allergen.id);
    if (limitPpm !== undefined && (ppm === null || ppm > limitPpm)) names.add(allergen.labelName);
  }
  return [...names];
}

/** An oil that is an allergen as a whole goes by the name that Annex III gives it. */
function nameOnTheBox(ingredient: string): string {
  const record = byId.get(ingredient);
  const whole = record?.allergens.find(({ ppm }) => ppm === 1_000_000);
  return (whole && labelNames.get(whole.allergen)) ?? record?.inciName ?? ingredient;
}

function allergenPpm(formula: readonly IngredientShare[], allergen: string): number | null {
  let total = 0;
  for (const share of formula) {
    for (const link of byId.get(share.ingredient)?.allergens ?? []) {
      if (link.allergen !== allergen) continue;
      if (share.ppm === null || link.ppm === null) return null;
      total += (share.ppm * link.ppm) / 1_000_000;
    }
  }
  return total;
}
