import { at } from '../../lib/at.ts';
import { type Box, boxSteps, copyBox } from './box.ts';
import { bindRules } from './context.ts';
import type { DesignContext } from './design.ts';
import { branchOf } from './formula.ts';
import type { CompiledTemplate } from './model.ts';
import { type BoundRule, divide, EVERY_GROUP, groupBit, openRules } from './search.ts';
import { type Budget, budgetOf, spend } from './work.ts';

/** Some fifty milliseconds at most, once for a template; those of a shop need a small part of it. */
const STEPS = 400_000;

/**
 * CUS-90: the least cost of a valid design. `costOf` tells the least cost of the designs of a box as
 * if there were no rules, exactly, and never less for a part of the box. `null` when no valid design
 * was found. Beyond the limit of the search the answer is the cheapest design that it came to.
 */
export function leastCost(
  compiled: CompiledTemplate,
  context: DesignContext,
  costOf: (box: Box) => number,
): number | null {
  const start = compiled.everything;
  if (start === null) return null;
  const hunt: Hunt = { compiled, costOf, budget: budgetOf(STEPS), best: null };
  const rules = bindRules(compiled.rules, compiled, context);
  explore({ box: start, cost: costOf(start), changed: EVERY_GROUP }, rules, hunt);
  return hunt.best;
}

interface Hunt {
  readonly compiled: CompiledTemplate;
  readonly costOf: (box: Box) => number;
  readonly budget: Budget;
  best: number | null;
}

interface CostedBox {
  readonly box: Box;
  readonly cost: number;
  /** The groups in which it is smaller than the one that left the rules open. */
  readonly changed: number;
}

/** Branch and bound: the cheaper half first, and nothing that cannot be cheaper than the best so far. */
function explore(costed: CostedBox, rules: readonly BoundRule[], hunt: Hunt): void {
  const { compiled, costOf, budget } = hunt;
  const { box, cost, changed } = costed;
  if (budget.exhausted || (hunt.best !== null && cost >= hunt.best)) return;
  const open = openRules(rules, box, compiled, changed, budget);
  if (open === null) return;
  const [first] = open;
  if (first === undefined) {
    hunt.best = cost;
    return;
  }
  const branch = branchOf(first.kept, box, compiled.groups);
  if (branch === null) return;
  // To cost a box is to look at each of its options.
  spend(budget, 2 * (boxSteps(compiled) + compiled.options.length));
  const group = branch.kind === 'option' ? at(compiled.options, branch.option).group : branch.group;
  const halves = [false, true].flatMap((side): CostedBox[] => {
    const part = copyBox(box);
    if (!divide(part, branch, side, compiled)) return [];
    return [{ box: part, cost: costOf(part), changed: groupBit(group) }];
  });
  for (const half of halves.sort((a, b) => a.cost - b.cost)) explore(half, open, hunt);
}
