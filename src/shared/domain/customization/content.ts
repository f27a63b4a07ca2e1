import { assert, required } from '../../lib/assert.ts';
import type { IngredientShare } from '../catalog/ingredient.ts';
import type { Dose, OptionGroup, TemplateRecord } from '../catalog/template.ts';
import type { Design, Selection } from './design.ts';

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
  const stranger = Object.keys(design.selections).find(
    (id) => !template.groups.some((group) => group.id === id),
  );
  assert(stranger === undefined, `group ${stranger} of template ${template.id}`);
  const base = { doses: template.doses, ingredients: template.ingredients, units: 1 };
  const chosen = template.groups.flatMap((group) => {
    const selection = design.selections[group.id];
    return selection === undefined ? [] : portionsIn(group, selection);
  });
  return [base, ...chosen];
}

function portionsIn(group: OptionGroup, selection: Selection): readonly Portion[] {
  if (group.type === 'text') return [];
  if (group.type === 'amount') {
    const units = required(typeof selection === 'number' ? selection : null, `amount ${group.id}`);
    return [
      { doses: group.dosesPerUnit ?? [], ingredients: group.ingredientsPerUnit ?? [], units },
    ];
  }
  const ids = Array.isArray(selection) ? selection : [selection];
  // In the template's order, so that the order of taps changes nothing.
  const options = group.options.filter(({ id }) => ids.includes(id));
  assert(options.length === ids.length, `option ${ids.join(', ')} of ${group.id}`);
  return options.map((option) => ({
    doses: option.doses ?? [],
    ingredients: option.ingredients ?? [],
    units: 1,
  }));
}
