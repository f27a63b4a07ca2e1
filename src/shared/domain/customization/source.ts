import type { AllergenRecord } from '../catalog/allergen.ts';
import type { IngredientRecord } from '../catalog/ingredient.ts';
import type { RuleRecord } from '../catalog/rule.ts';
import type { TemplateRecord } from '../catalog/template.ts';

/** A template with everything that its rules are about, ready to be compiled; in any order. */
export interface TemplateSource {
  readonly template: TemplateRecord;
  readonly rules: readonly RuleRecord[];
  readonly ingredients: readonly IngredientRecord[];
  readonly allergens: readonly AllergenRecord[];
}
