/**
 * How much work may still be done, in steps of about the same length: an option looked at, a statement
 * weighed, an item compared. What is not answered within it counts as answered with no. CUS-60
 */
export interface Budget {
  /** Zero or less: used up. */
  left: number;
  /** The most that one question may take of it. */
  readonly perQuestion: number;
  /** Set when something could not be answered. */
  exhausted: boolean;
}

/** A budget of so many steps, of which one question may take a part. */
export function budgetOf(steps: number, perQuestion: number = steps): Budget {
  return { left: steps, perQuestion, exhausted: false };
}

/** Takes steps out of the budget; false when it is used up. What was done already may leave a debt. */
export function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps;
  if (budget.left > 0) return true;
  budget.exhausted = true;
  return false;
}

/** Sets a part of the budget aside; `giveBack` returns what is left of it. */
export function partOf(budget: Budget, most: number): Budget {
  const share = Math.max(0, Math.min(most, budget.left));
  budget.left -= share;
  return budgetOf(share, Math.min(budget.perQuestion, share));
}

/** Returns what is left of a part to the budget, or its debt. */
export function giveBack(budget: Budget, part: Budget): void {
  budget.left += part.left;
}
