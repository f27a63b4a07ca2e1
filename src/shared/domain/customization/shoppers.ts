import type { UnixMs } from '../../lib/time.ts';
import type { RuleCondition, RuleRecord } from '../catalog/rule.ts';
import { DECLARED } from './compile-rules.ts';
import type { DesignContext } from './design.ts';
import type { CompiledTemplate } from './model.ts';

/** Kinds of shoppers that are tried at most; ages and allergies at which some rule changes. */
const MOST_SHOPPERS = 120;

/** One shopper for every way in which rules can tell shoppers apart, the most ordinary one first. CUS-76 */
export function shoppersFor(
  compiled: CompiledTemplate,
  jurisdictions: readonly string[],
  atMs: UnixMs,
): readonly DesignContext[] {
  const conditions = compiled.source.rules.flatMap(conditionsOf);
  const ages = new Set([30]);
  const allergens = new Set<string>();
  for (const condition of conditions) {
    if (condition.kind === 'age') {
      for (const age of [condition.years - 1, condition.years, condition.years + 1]) {
        if (age >= 0) ages.add(age);
      }
    } else if (condition.kind === 'allergy' || condition.kind === 'allergen') {
      allergens.add(condition.allergen);
    }
  }
  if (allergens.delete(DECLARED)) for (const { id } of compiled.source.allergens) allergens.add(id);
  const ids = [...allergens].sort();
  const allergies = [...ids.map((id) => [id]), ...(ids.length > 1 ? [ids] : [])];
  const shopper = (ageYears: number, list: string[]) => ({
    allergies: list,
    ageYears,
    jurisdictions: [...jurisdictions],
    at: atMs,
  });
  // Every age comes before the many allergies, so that none is cut off.
  return [
    ...[...ages].map((age) => shopper(age, [])),
    ...[...ages].flatMap((age) => allergies.map((list) => shopper(age, list))),
  ].slice(0, MOST_SHOPPERS);
}

function conditionsOf(record: RuleRecord): readonly RuleCondition[] {
  const { when, action } = record;
  const that = 'that' in action ? action.that : undefined;
  return [when, that].flatMap((condition) => (condition === undefined ? [] : leavesOf(condition)));
}

function leavesOf(condition: RuleCondition): readonly RuleCondition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}
