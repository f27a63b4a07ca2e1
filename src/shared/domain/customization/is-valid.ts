import { brokenRules, roomOf } from './broken-rules.ts';
import { missingGroups, readDesign } from './choices.ts';
import { bindRules } from './context.ts';
import type { Design, DesignContext } from './design.ts';
import { preferenceOf } from './judge.ts';
import type { CompiledTemplate } from './model.ts';
import { ownBreaches } from './violations.ts';
import { budgetOf } from './work.ts';

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
  // A finished design leaves nothing to search.
  const judge = { compiled, rules, budget: budgetOf(0), preference: preferenceOf(picks) };
  return brokenRules(roomOf(judge, picks, missing), rules).length === 0;
}
