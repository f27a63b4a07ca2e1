import type { RuleAction, RuleCondition, RuleRecord } from '#shared/domain/catalog/rule.ts';
import { en } from '../build.ts';

type Write = (id: string, message: string, action: RuleAction, when?: RuleCondition) => RuleRecord;

/** Writes rules of one template; a rule's id begins with the template's. */
export function ruleBook(template: string): Write {
  return (id, message, action, when) => ({
    kind: 'rule',
    id: `${template}.${id}`,
    template,
    ...(when ? { when } : {}),
    action,
    message: en(message),
  });
}

export function chosen(group: string, option: string): RuleCondition {
  return { kind: 'chosen', group, option };
}

/** True when one of these options of the group is chosen. */
export function oneOf(group: string, ...options: readonly string[]): RuleCondition {
  return { kind: 'any', of: options.map((option) => chosen(group, option)) };
}

/** True when the text or multi group holds anything at all. */
export function filled(group: string): RuleCondition {
  return { kind: 'count', group, op: 'ge', value: 1 };
}

export function amountAtLeast(group: string, value: number): RuleCondition {
  return { kind: 'amount', group, op: 'ge', value };
}

export function forbid(that: RuleCondition): RuleAction {
  return { kind: 'forbid', that };
}

export function require(that: RuleCondition): RuleAction {
  return { kind: 'require', that };
}

export const warn: RuleAction = { kind: 'warn' };
export const inTheEu: RuleCondition = { kind: 'jurisdiction', in: ['EU'] };

/** Every template has this one: what a shopper told us that they cannot have is never blended. */
export function noDeclaredAllergen(write: Write): RuleRecord {
  return write(
    'declared-allergen',
    'This holds a fragrance allergen that you told us about, or one whose amount our supplier does not state, so we leave it out.',
    forbid({ kind: 'allergen', allergen: 'declared' }),
  );
}
