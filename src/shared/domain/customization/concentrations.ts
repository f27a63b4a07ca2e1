import { required } from '../../lib/assert.ts';
import type { IngredientRecord, IngredientShare } from '../catalog/ingredient.ts';
import { capped } from './formula.ts';
import type { GroupModel, OptionModel } from './groups.ts';
import type { OptionPart, SumPart, SumSource } from './model.ts';
import type { TemplateSource } from './source.ts';

/** What one list of shares adds to a sum. */
interface Portion {
  readonly amount: number;
  readonly unknown: boolean;
}

type Portions = ReadonlyMap<string, Portion>;

/** How every ingredient and every allergen adds up over the designs of a template. */
export interface Concentrations {
  /** In ppm; ingredients that nothing carries are left out. */
  readonly ingredients: ReadonlyMap<string, SumSource>;
  /** In millionths of a ppm, so that shares of shares stay whole numbers; likewise. */
  readonly allergens: ReadonlyMap<string, SumSource>;
  /** For allergens that nothing is known to carry: what ingredients without a record may carry. */
  readonly otherAllergens: SumSource;
}

interface Model {
  readonly groups: readonly GroupModel[];
  readonly options: readonly OptionModel[];
}

/** Key for the allergens that an ingredient without a record may carry; no id has such a form. */
const ANY = '*';

/** The sum of what no design carries. */
export const NOTHING: SumSource = sumOf(0, false, []);

function sumOf(base: number, baseUnknown: boolean, parts: readonly SumPart[]): SumSource {
  const steps = parts.reduce(
    (sum, part) => sum + (part.kind === 'number' ? 1 : part.options.length),
    0,
  );
  return { base, baseUnknown, parts, steps };
}

/** How ingredients and allergens add up over base, options and amounts. CUS-50, CUS-51 */
export function concentrationsOf(source: TemplateSource, model: Model): Concentrations {
  const records = new Map(source.ingredients.map((record) => [record.id, record]));
  const ingredients = sums(source, model, (shares) => ingredientPortions(shares));
  const byRecord = sums(source, model, (shares) => allergenPortions(shares, records));
  const otherAllergens = byRecord.get(ANY) ?? NOTHING;
  byRecord.delete(ANY);
  const allergens = new Map<string, SumSource>();
  const recorded = otherAllergens === NOTHING ? [] : source.allergens.map(({ id }) => id);
  for (const id of new Set([...byRecord.keys(), ...recorded])) {
    allergens.set(id, merged(byRecord.get(id) ?? NOTHING, otherAllergens));
  }
  return { ingredients, allergens, otherAllergens };
}

function ingredientPortions(shares: readonly IngredientShare[]): Portions {
  const portions = new Map<string, Portion>();
  for (const { ingredient, ppm } of shares) {
    add(portions, ingredient, { amount: ppm ?? 0, unknown: ppm === null });
  }
  return portions;
}

function allergenPortions(
  shares: readonly IngredientShare[],
  records: ReadonlyMap<string, IngredientRecord>,
): Portions {
  const portions = new Map<string, Portion>();
  for (const { ingredient, ppm } of shares) {
    if (ppm === 0) continue;
    const record = records.get(ingredient);
    if (record === undefined) {
      add(portions, ANY, { amount: 0, unknown: true });
      continue;
    }
    for (const link of record.allergens) {
      if (link.ppm === 0) continue;
      const unknown = ppm === null || link.ppm === null;
      add(portions, link.allergen, { amount: (ppm ?? 0) * (link.ppm ?? 0), unknown });
    }
  }
  return portions;
}

function add(portions: Map<string, Portion>, key: string, portion: Portion): void {
  const present = portions.get(key);
  portions.set(key, {
    amount: capped(1, (present?.amount ?? 0) + portion.amount),
    unknown: portion.unknown || present?.unknown === true,
  });
}

/** Every sum that `portionsOf` finds something for, over base, options and amounts. */
function sums(
  source: TemplateSource,
  model: Model,
  portionsOf: (shares: readonly IngredientShare[]) => Portions,
): Map<string, SumSource> {
  const base = portionsOf(source.template.ingredients);
  const byPart = new Map<string, SumPart[]>();
  const keys = new Set(base.keys());
  for (const group of model.groups) {
    for (const [key, part] of partsOf(source, model, group, portionsOf)) {
      keys.add(key);
      const parts = byPart.get(key);
      if (parts === undefined) byPart.set(key, [part]);
      else parts.push(part);
    }
  }
  const all = new Map<string, SumSource>();
  for (const key of keys) {
    const own = base.get(key);
    all.set(key, sumOf(own?.amount ?? 0, own?.unknown ?? false, byPart.get(key) ?? []));
  }
  return all;
}

function partsOf(
  source: TemplateSource,
  model: Model,
  group: GroupModel,
  portionsOf: (shares: readonly IngredientShare[]) => Portions,
): ReadonlyMap<string, SumPart> {
  const record = required(
    source.template.groups.find(({ id }) => id === group.id),
    `group ${group.id}`,
  );
  const parts = new Map<string, SumPart>();
  if (record.type === 'text') return parts;
  if (record.type === 'amount') {
    for (const [key, portion] of portionsOf(record.ingredientsPerUnit ?? [])) {
      parts.set(key, {
        kind: 'number',
        group: group.index,
        perUnit: portion.amount,
        unknown: portion.unknown,
      });
    }
    return parts;
  }
  const byKey = new Map<string, OptionPart[]>();
  // Of two options with one id the first counts.
  const records = new Map(record.options.toReversed().map((one) => [one.id, one]));
  for (const option of model.options) {
    if (option.group !== group.index) continue;
    for (const [key, portion] of portionsOf(records.get(option.id)?.ingredients ?? [])) {
      if (portion.amount === 0 && !portion.unknown) continue;
      const entry = { option: option.index, ...portion };
      const entries = byKey.get(key);
      if (entries === undefined) byKey.set(key, [entry]);
      else entries.push(entry);
    }
  }
  for (const [key, options] of byKey) {
    options.sort((left, right) => right.amount - left.amount || left.option - right.option);
    parts.set(key, { kind: 'options', group: group.index, options });
  }
  return parts;
}

/** One allergen's sum with what ingredients without a record may add to it. */
function merged(own: SumSource, other: SumSource): SumSource {
  if (other === NOTHING) return own;
  const parts = [...own.parts, ...other.parts].sort((left, right) => left.group - right.group);
  return sumOf(own.base, own.baseUnknown || other.baseUnknown, parts);
}
