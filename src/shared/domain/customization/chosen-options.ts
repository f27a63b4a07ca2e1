import { assertNever } from '../../lib/assert.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type {
  ChoiceGroup,
  OptionGroup,
  TemplateOption,
  TemplateRecord,
} from '../catalog/template.ts';
import type { Design, Selection } from './design.ts';
import { graphemeLength } from './text-rules.ts';

/** What was chosen in one group: options, or how many units of it (amount, characters). */
export interface ChosenGroup {
  readonly group: OptionGroup;
  readonly options: readonly TemplateOption[];
  /** What a group price counts: options, the amount, or grapheme clusters of the text. */
  readonly units: number;
}

/**
 * Reads a design by its template alone, in template order, for what is charged and what is taken
 * from stock; whether it is allowed is `evaluateDesign`'s matter. A group without a selection is
 * left out. The error says in one line what does not fit.
 */
export function chosenOptions(
  design: Design,
  template: TemplateRecord,
): Result<readonly ChosenGroup[], string> {
  const known = new Set(template.groups.map((group) => group.id));
  const stranger = Object.keys(design.selections).find((id) => !known.has(id));
  if (stranger !== undefined) return err(`template ${template.id} has no group ${stranger}`);
  const chosen: ChosenGroup[] = [];
  for (const group of template.groups) {
    const selection = design.selections[group.id];
    if (selection === undefined) continue;
    const read = readSelection(group, selection);
    if (!read.ok) return read;
    chosen.push(read.value);
  }
  return ok(chosen);
}

function readSelection(group: OptionGroup, selection: Selection): Result<ChosenGroup, string> {
  switch (group.type) {
    case 'single':
    case 'color':
      return typeof selection === 'string'
        ? readOptions(group, [selection])
        : err(`group ${group.id} takes one option`);
    case 'multi':
      return Array.isArray(selection)
        ? readOptions(group, selection)
        : err(`group ${group.id} takes a list of options`);
    case 'amount':
      return typeof selection === 'number' && Number.isSafeInteger(selection) && selection >= 0
        ? ok({ group, options: [], units: selection })
        : err(`group ${group.id} takes a whole number`);
    case 'text':
      return typeof selection === 'string'
        ? ok({ group, options: [], units: graphemeLength(selection) })
        : err(`group ${group.id} takes a text`);
    default:
      return assertNever(group);
  }
}

function readOptions(group: ChoiceGroup, ids: readonly string[]): Result<ChosenGroup, string> {
  if (new Set(ids).size !== ids.length) return err(`group ${group.id} names an option twice`);
  const stranger = ids.find((id) => !group.options.some((option) => option.id === id));
  if (stranger !== undefined) return err(`group ${group.id} has no option ${stranger}`);
  // In the template's order, so that the order of taps changes nothing.
  const options = group.options.filter((option) => ids.includes(option.id));
  return ok({ group, options, units: options.length });
}
