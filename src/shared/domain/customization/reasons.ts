import type { RuleRecord } from '../catalog/rule.ts';
import type { Chosen, NumberFault } from './choices.ts';
import type { Reason } from './evaluation.ts';
import type { GroupModel } from './groups.ts';

/** Keys of the sentences for reasons, to be had in every language; the parameters are in the spec. */
export const reasonKeys = {
  rule: 'customization.reason.rule',
  tooMany: 'customization.reason.tooMany',
  range: 'customization.reason.range',
  step: 'customization.reason.step',
  blank: 'customization.reason.blank',
  tooShort: 'customization.reason.tooShort',
  tooLong: 'customization.reason.tooLong',
  characters: 'customization.reason.characters',
  blockedWord: 'customization.reason.blockedWord',
  unfillable: 'customization.reason.unfillable',
  undecided: 'customization.reason.undecided',
} as const;

/** A rule as a reason, in its own words. */
export function ruleReason(record: RuleRecord): Reason {
  return { rule: record.id, messageKey: reasonKeys.rule, text: record.message };
}

/** The group’s maximum as a reason. */
export function tooManyReason(group: GroupModel): Reason {
  return builtIn(group, 'tooMany', { max: group.max });
}

/** A group that nothing can fill as a reason. */
export function unfillableReason(group: GroupModel): Reason {
  return builtIn(group, 'unfillable', {});
}

/** The question was too hard to be answered in time; it is then answered with no. */
export function undecidedReason(): Reason {
  return { rule: 'design:undecided', messageKey: reasonKeys.undecided };
}

/** What is wrong with an amount or a text as a reason. */
export function numberReason(
  pick: Extract<Chosen, { kind: 'number' }>,
  fault: NumberFault,
): Reason {
  const { group } = pick;
  switch (fault.limit) {
    case 'range':
      return builtIn(group, 'range', { min: group.min, max: group.max });
    case 'step':
      return builtIn(group, 'step', { min: group.min, step: group.step });
    case 'blank':
    case 'blockedWord':
    case 'unfillable':
      return builtIn(group, fault.limit, {});
    case 'tooShort':
      return builtIn(group, 'tooShort', { min: group.min, length: fault.length });
    case 'tooLong':
      return builtIn(group, 'tooLong', { max: group.max, length: fault.length });
    case 'characters':
      return builtIn(group, 'characters', { characters: fault.characters });
  }
}

function builtIn(
  group: GroupModel,
  limit: keyof typeof reasonKeys,
  params: { [name: string]: string | number },
): Reason {
  return {
    rule: `group:${group.id}:${limit}`,
    messageKey: reasonKeys[limit],
    params: { group: group.id, ...params },
  };
}
