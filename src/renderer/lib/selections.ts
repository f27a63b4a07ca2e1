import type { OptionGroup, TemplateOption } from '#shared/domain/catalog/template.ts';
import type { Selection } from '#shared/domain/customization/design.ts';

/** Selections by group id, as in a `Design`. */
export type Selections = Readonly<Record<string, Selection>>;

/** One group's new selection; `null` takes it back. */
export interface Change {
  readonly group: string;
  readonly selection: Selection | null;
}

export function applyChanges(selections: Selections, changes: readonly Change[]): Selections {
  const next: Record<string, Selection> = { ...selections };
  for (const { group, selection } of changes) {
    if (selection === null || (Array.isArray(selection) && selection.length === 0)) {
      delete next[group];
    } else {
      next[group] = selection;
    }
  }
  return next;
}

export function chosenOptionIds(selection: Selection | undefined): readonly string[] {
  if (Array.isArray(selection)) return selection;
  return typeof selection === 'string' ? [selection] : [];
}

/** What the group holds once `option` is tapped: chosen, or taken back where it was chosen. */
export function toggled(
  group: OptionGroup,
  selection: Selection | undefined,
  option: string,
): Selection | null {
  const chosen = chosenOptionIds(selection);
  if (group.type === 'multi') {
    if (!chosen.includes(option)) return [...chosen, option];
    const rest = chosen.filter((id) => id !== option);
    return rest.length === 0 ? null : rest;
  }
  const mayBeEmpty = (group.type === 'single' || group.type === 'color') && !group.required;
  return chosen.includes(option) && mayBeEmpty ? null : option;
}

function optionsOf(group: OptionGroup): readonly TemplateOption[] {
  return 'options' in group ? group.options : [];
}

export function optionIn(group: OptionGroup, id: string): TemplateOption | undefined {
  return optionsOf(group).find((option) => option.id === id);
}
