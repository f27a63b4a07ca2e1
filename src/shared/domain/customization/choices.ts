import { at } from '../../lib/at.ts';
import { type Fault, fault } from '../../lib/errors.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { type Box, bound, copyBox, give, takeOption } from './box.ts';
import type { Design, Selection } from './design.ts';
import type { Choice } from './evaluation.ts';
import type { GroupModel, NumberModel, OptionModel, OptionsModel } from './groups.ts';
import type { CompiledTemplate } from './model.ts';
import { graphemeLength, type TextFault, textFaults } from './text-rules.ts';

/** The smallest thing that a design holds: an option of a group, an amount or a text. */
export type Chosen =
  | { readonly kind: 'option'; readonly group: OptionsModel; readonly option: OptionModel }
  | {
      readonly kind: 'number';
      readonly group: NumberModel;
      /** The amount, or the number of characters. */
      readonly value: number;
      readonly text?: string;
      /** Why no design can hold it, whatever else it holds. */
      readonly faults: readonly NumberFault[];
    };

/** Why an amount or text can be in no design. CUS-13 to CUS-16, CUS-21 */
export type NumberFault = TextFault | { readonly limit: 'range' | 'step' | 'unfillable' };

/** What a design holds, in template order and, within a group, in option order. */
export function readDesign(
  compiled: CompiledTemplate,
  design: Design,
): Result<readonly Chosen[], Fault<'design.malformed'>> {
  const { template } = compiled.source;
  if (design.template !== template.id) {
    return malformed(`design is of template ${design.template}, not of ${template.id}`);
  }
  const stranger = Object.keys(design.selections)
    .sort()
    .find((id) => !compiled.groupsById.has(id));
  if (stranger !== undefined) return malformed(`template ${template.id} has no group ${stranger}`);
  const picks: Chosen[] = [];
  for (const group of compiled.groups) {
    const selection = design.selections[group.id];
    if (selection === undefined) continue;
    const read =
      group.kind === 'options'
        ? readOptions(compiled, group, selection)
        : readNumber(group, selection);
    if (!read.ok) return read;
    picks.push(...read.value);
  }
  return ok(picks);
}

/** The complete designs that hold all the picks; `null` when the groups' own bounds leave none. */
export function boxWith(compiled: CompiledTemplate, picks: readonly Chosen[]): Box | null {
  if (compiled.everything === null) return null;
  const box = copyBox(compiled.everything);
  return picks.every((pick) => addPick(box, compiled, pick)) ? box : null;
}

/** Keeps the designs that hold the pick; false when there is none. */
function addPick(box: Box, compiled: CompiledTemplate, pick: Chosen): boolean {
  if (pick.kind === 'option') return takeOption(box, compiled, pick.option);
  if (pick.faults.length > 0) return false;
  return (
    give(box, compiled, pick.group, true) &&
    bound(box, compiled, pick.group, pick.value, pick.value)
  );
}

/** The pick in the words of an evaluation. */
export function choiceOf(pick: Chosen): Choice {
  if (pick.kind === 'option') return { group: pick.group.id, option: pick.option.id };
  return { group: pick.group.id, value: pick.text ?? pick.value };
}

/** The groups that still need a choice, in template order. */
export function missingGroups(
  compiled: CompiledTemplate,
  picks: readonly Chosen[],
): readonly GroupModel[] {
  return compiled.groups.filter((group) => {
    const held = picks.filter((pick) => pick.group === group).length;
    return group.kind === 'options' ? held < group.min : group.required && held === 0;
  });
}

function readOptions(
  compiled: CompiledTemplate,
  group: OptionsModel,
  selection: Selection,
): Result<readonly Chosen[], Fault<'design.malformed'>> {
  const ids = group.single ? [selection] : selection;
  if (!Array.isArray(ids)) return malformed(`group ${group.id} takes a list of options`);
  const byId = at(compiled.optionsById, group.index);
  const chosen = new Set<OptionModel>();
  for (const id of ids) {
    if (typeof id !== 'string') return malformed(`group ${group.id} takes one option`);
    const option = byId.get(id);
    if (option === undefined) return malformed(`group ${group.id} has no option ${id}`);
    if (chosen.has(option)) return malformed(`group ${group.id} names option ${id} twice`);
    chosen.add(option);
  }
  const inOrder = [...chosen].sort((left, right) => left.index - right.index);
  return ok(inOrder.map((option) => ({ kind: 'option', group, option })));
}

function readNumber(
  group: NumberModel,
  selection: Selection,
): Result<readonly Chosen[], Fault<'design.malformed'>> {
  if (group.of === 'amount') {
    if (typeof selection !== 'number' || !Number.isSafeInteger(selection) || selection < 0) {
      return malformed(`group ${group.id} takes a whole number`);
    }
    return ok([
      { kind: 'number', group, value: selection, faults: amountFaults(group, selection) },
    ]);
  }
  if (typeof selection !== 'string') return malformed(`group ${group.id} takes a text`);
  if (selection === '') return ok([]);
  const { textRules } = group;
  const faults: readonly NumberFault[] =
    textRules === undefined ? [{ limit: 'unfillable' }] : textFaults(textRules, selection);
  const value = graphemeLength(selection);
  return ok([{ kind: 'number', group, value, text: selection, faults }]);
}

function amountFaults(group: NumberModel, value: number): readonly NumberFault[] {
  if (value < group.min || value > group.max) return [{ limit: 'range' }];
  return (value - group.min) % group.step === 0 ? [] : [{ limit: 'step' }];
}

function malformed(message: string): Result<never, Fault<'design.malformed'>> {
  return err(fault('design.malformed', message));
}
