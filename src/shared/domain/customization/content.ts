import { assert } from '../../lib/assert.ts';
import type { IngredientShare } from '../catalog/ingredient.ts';
import type { Dose, TemplateRecord } from '../catalog/template.ts';
import { type ChosenGroup, chosenOptions } from './chosen-options.ts';
import type { Design } from './design.ts';

/** What one choice brings along, once or by the unit. */
interface Portion {
  readonly doses: readonly Dose[];
  readonly ingredients: readonly IngredientShare[];
  readonly units: number;
}

/**
 * What one unit of the design takes from stock: base, options and amounts, summed per SKU in
 * order of first use.
 * @throws when the design names what the template does not have: judge it with `evaluateDesign` first
 */
export function designDoses(template: TemplateRecord, design: Design): readonly Dose[] {
  const quantities = new Map<string, number>();
  for (const { doses, units } of portionsOf(template, design)) {
    if (units === 0) continue;
    for (const { sku, quantity } of doses) {
      quantities.set(sku, (quantities.get(sku) ?? 0) + quantity * units);
    }
  }
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity }));
}

/**
 * What the design consists of: the shares of base, options and amounts summed per ingredient, in
 * ppm of the finished product, in order of first use; `null` when some share is unknown.
 * @throws as `designDoses` does
 */
export function designIngredients(
  template: TemplateRecord,
  design: Design,
): readonly IngredientShare[] {
  const shares = new Map<string, number | null>();
  for (const { ingredients, units } of portionsOf(template, design)) {
    if (units === 0) continue;
    for (const { ingredient, ppm } of ingredients) {
      const sum = shares.get(ingredient);
      const known = ppm !== null && sum !== null;
      shares.set(ingredient, known ? (sum ?? 0) + ppm * units : null);
    }
  }
  return [...shares].map(([ingredient, ppm]) => ({ ingredient, ppm }));
}

function portionsOf(template: TemplateRecord, design: Design): readonly Portion[] {
  const chosen = chosenOptions(design, template);
  assert(chosen.ok, chosen.ok ? '' : chosen.error);
  const base = { doses: template.doses, ingredients: template.ingredients, units: 1 };
  return [base, ...chosen.value.flatMap(portionsIn)];
}

function portionsIn({ group, options, units }: ChosenGroup): readonly Portion[] {
  if (group.type === 'amount') {
    return [
      { doses: group.dosesPerUnit ?? [], ingredients: group.ingredientsPerUnit ?? [], units },
    ];
  }
  return options.map((option) => ({
    doses: option.doses ?? [],
    ingredients: option.ingredients ?? [],
    units: 1,
  }));
}
