import { at } from '../../lib/at.ts';
import {
  ABSENT,
  type Box,
  type BoxModel,
  bound,
  boxSteps,
  copyBox,
  fixNumber,
  GIVEN,
  OPEN,
  takeOption,
} from './box.ts';
import type { NumberModel, OptionsModel } from './groups.ts';
import { type Budget, spend } from './work.ts';

/** Choices to stay near to when there is a choice; they decide which witness is found, never whether. */
export interface Preference {
  readonly options: ReadonlySet<number>;
  /** By number group. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** For who is content with any design. */
export const NOTHING_PREFERRED: Preference = { options: new Set(), numbers: new Map() };

/** One design of the box, as a box: with what is preferred, and otherwise as little as may be. */
export function likelyDesign(
  box: Box,
  model: BoxModel,
  preference: Preference,
  budget: Budget,
): Box {
  const design = copyBox(box);
  let steps = boxSteps(model);
  for (const group of model.groups) {
    if (group.kind === 'number') {
      fixLikely(design, group, preference);
    } else if (at(design.openCount, group.index) > 0) {
      steps += group.size;
      fillLikely(design, model, group, preference);
    }
  }
  spend(budget, steps);
  return design;
}

function fillLikely(
  design: Box,
  model: BoxModel,
  group: OptionsModel,
  { options }: Preference,
): void {
  const take = (count: number, isWanted: (option: number) => boolean): void => {
    for (let option = group.first; option < group.first + group.size; option += 1) {
      if (at(design.inCount, group.index) >= count) return;
      if (at(design.option, option) !== OPEN || !isWanted(option)) continue;
      takeOption(design, model, at(model.options, option));
    }
  };
  if (options.size > 0) take(at(design.high, group.index), (option) => options.has(option));
  take(at(design.low, group.index), () => true);
  bound(design, model, group, 0, at(design.inCount, group.index));
}

function fixLikely(design: Box, group: NumberModel, { numbers }: Preference): void {
  const { index, min, step } = group;
  const low = at(design.low, index);
  const given = at(design.given, index);
  const value = numbers.get(index);
  const fits =
    value !== undefined &&
    given !== ABSENT &&
    value >= low &&
    value <= at(design.high, index) &&
    (value - min) % step === 0;
  if (fits) fixNumber(design, group, value, GIVEN);
  else fixNumber(design, group, low, given === GIVEN ? GIVEN : ABSENT);
}
