import { missingGroups, readDesign } from './choices.ts';
import { bindRules } from './context.ts';
import type { Design, DesignContext } from './design.ts';
import { preferenceOf } from './judge.ts';
import type { CompiledTemplate } from './model.ts';
import { budgetOf } from './search.ts';
import { ownBreaches, ruleBreaches } from './violations.ts';

/** Far more than a finished design, which leaves nothing to search, can use. */
const BUDGET = 40_000;

/**
 * Whether the design can be made: exactly when `evaluateDesign` calls it `valid`, without the work
 * of telling what else could be chosen. For tills, which ask about finished designs.
 */
export function isValidDesign(
  compiled: CompiledTemplate,
  design: Design,
  context: DesignContext,
): boolean {
  const read = readDesign(compiled, design);
  if (!read.ok) return false;
  const picks = read.value;
  const missing = missingGroups(compiled, picks);
  if (missing.length > 0 || ownBreaches(compiled, picks).length > 0) return false;
  const rules = bindRules(compiled.rules, compiled, context);
  const judge = { compiled, rules, budget: budgetOf(BUDGET), preference: preferenceOf(picks) };
  return ruleBreaches(judge, picks, missing, rules, compiled.rules).length === 0;
}
