import { amountText } from '#shared/domain/catalog/amount-text.ts';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import type { Choice, Reason } from '#shared/domain/customization/evaluation.ts';
import { isolated, type useWords } from '../../i18n/use-words.ts';
import { type Change, chosenOptionIds, optionIn, type Selections } from '../../lib/selections.ts';

type Words = ReturnType<typeof useWords>;

export function groupIn(template: TemplateRecord, id: string): OptionGroup | undefined {
  return template.groups.find((group) => group.id === id);
}

/** What a group holds, in words; empty when nothing is chosen. */
export function selectionWords(
  words: Words,
  group: OptionGroup,
  selection: Selection | undefined | null,
): string {
  if (selection === undefined || selection === null) return '';
  switch (group.type) {
    case 'amount':
      return amountWords(words, group, Number(selection));
    case 'text':
      return words.t('customizer.quoted', { text: String(selection) });
    default: {
      const names = chosenOptionIds(selection)
        .map((id) => optionIn(group, id))
        .map((option) => (option === undefined ? '' : words.text(option.name)));
      return words.list(names);
    }
  }
}

/** An amount with the template's unit. */
export function amountWords(
  words: Pick<Words, 'language'>,
  group: Parameters<typeof amountText>[0],
  amount: number,
): string {
  return isolated(amountText(group, amount, words.language), words.language);
}

/** One choice in words: the option's name, or the group's where there is only a value. */
export function choiceWords(words: Words, template: TemplateRecord, choice: Choice): string {
  const group = groupIn(template, choice.group);
  if (group === undefined) return choice.group;
  const option = choice.option === undefined ? undefined : optionIn(group, choice.option);
  if (option !== undefined) return words.text(option.name);
  if (choice.value === undefined) return words.text(group.name);
  return words.t('customizer.choice', {
    group: words.text(group.name),
    value: selectionWords(words, group, choice.value),
  });
}

/** Why something is not possible. The rule's own words, else our sentence about the group's bounds. */
export function reasonWords(words: Words, template: TemplateRecord, reason: Reason): string {
  if (reason.text !== undefined) return words.text(reason.text);
  const params: Record<string, string | number> = { ...reason.params };
  for (const [name, value] of Object.entries(params)) {
    const group = name === 'group' ? groupIn(template, String(value)) : undefined;
    if (group !== undefined) params[name] = words.text(group.name);
  }
  return words.t(reason.messageKey, params);
}

/** What a change does, as a thing to tap: `Finish: Satin instead of Soft matte`. */
export function changeWords(
  words: Words,
  template: TemplateRecord,
  selections: Selections,
  change: Change,
): string {
  const group = groupIn(template, change.group);
  if (group === undefined) return change.group;
  const name = words.text(group.name);
  const before = selectionWords(words, group, selections[change.group]);
  const after = selectionWords(words, group, change.selection);
  if (after === '') return words.t('customizer.change.remove', { group: name, before });
  if (group.type === 'multi') return multiChangeWords(words, group, selections, change);
  if (before === '') return words.t('customizer.change.add', { group: name, after });
  return words.t('customizer.change.replace', { group: name, before, after });
}

function multiChangeWords(
  words: Words,
  group: OptionGroup,
  selections: Selections,
  change: Change,
): string {
  const before = chosenOptionIds(selections[group.id]);
  const after = chosenOptionIds(change.selection ?? undefined);
  const name = words.text(group.name);
  const removed = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id));
  const parts = [
    ...(removed.length === 0
      ? []
      : [
          words.t('customizer.change.remove', {
            group: name,
            before: selectionWords(words, group, removed),
          }),
        ]),
    ...(added.length === 0
      ? []
      : [
          words.t('customizer.change.add', {
            group: name,
            after: selectionWords(words, group, added),
          }),
        ]),
  ];
  return words.list(parts);
}
