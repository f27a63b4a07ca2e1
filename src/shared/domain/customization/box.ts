import { at } from '../../lib/at.ts';
import type { GroupModel, NumberModel, OptionModel, OptionsModel } from './groups.ts';

/** Of an option in a box: some of its designs have it. */
export const OPEN = 0;
/** Every design of the box has the option. */
export const IN = 1;
/** No design of the box has the option. */
export const OUT = 2;

/** For amounts and texts: not chosen, chosen, or either. */
export const ABSENT = 0;
/** Chosen in every design of the box. */
export const GIVEN = 1;
/** Chosen in some designs of the box. */
export const EITHER = 2;

/**
 * A set of designs: by option whether it is in all, in none or open; by options group the bounds
 * of their number; by number group whether it is given and between which values.
 */
export interface Box {
  readonly option: number[];
  readonly low: number[];
  readonly high: number[];
  /** Number groups only; `GIVEN` for options groups. */
  readonly given: number[];
  /** By options group: options in every design, and open ones. */
  readonly inCount: number[];
  readonly openCount: number[];
  /** What long sums come to over the box, by their source; found when first asked for. */
  sums: Map<{ readonly steps: number }, SumRange> | null;
}

/** The least and the most that a sum can be over the designs of a box. */
export interface SumRange {
  low: number;
  high: number;
  maybeUnknown: boolean;
  surelyUnknown: boolean;
}

/** What of the template a box needs to know. */
export interface BoxModel {
  readonly groups: readonly GroupModel[];
  readonly options: readonly OptionModel[];
}

/** Every design, complete or not, without any bound but that of kinds. */
export function unboundedBox(model: BoxModel): Box {
  return {
    option: model.options.map(() => OPEN),
    low: model.groups.map((group) => (group.kind === 'number' ? group.min : 0)),
    high: model.groups.map((group) => (group.kind === 'number' ? group.max : group.size)),
    given: model.groups.map((group) => (group.kind === 'number' ? EITHER : GIVEN)),
    inCount: model.groups.map(() => 0),
    openCount: model.groups.map((group) => (group.kind === 'number' ? 0 : group.size)),
    sums: null,
  };
}

/** A box that can be narrowed without changing this one. */
export function copyBox(box: Box): Box {
  return {
    option: box.option.slice(),
    low: box.low.slice(),
    high: box.high.slice(),
    given: box.given.slice(),
    inCount: box.inCount.slice(),
    openCount: box.openCount.slice(),
    sums: null,
  };
}

/** What it takes to copy a box and to draw what follows from a choice in it. */
export function boxSteps({ groups, options }: BoxModel): number {
  return 16 + groups.length + (options.length >> 3);
}

/** Lets a group be as it is in another box. */
export function copyGroup(box: Box, other: Box, group: GroupModel): void {
  const { index } = group;
  box.sums = null;
  box.low[index] = at(other.low, index);
  box.high[index] = at(other.high, index);
  box.given[index] = at(other.given, index);
  box.inCount[index] = at(other.inCount, index);
  box.openCount[index] = at(other.openCount, index);
  if (group.kind === 'number') return;
  for (let option = group.first; option < group.first + group.size; option += 1) {
    box.option[option] = at(other.option, option);
  }
}

/** Keeps the designs that have the option; false when there is none. */
export function takeOption(box: Box, model: BoxModel, option: OptionModel): boolean {
  return put(box, option, IN) && settle(box, model, option.group);
}

/** Keeps the designs that do not have the option; false when there is none. */
export function dropOption(box: Box, model: BoxModel, option: OptionModel): boolean {
  return put(box, option, OUT) && settle(box, model, option.group);
}

/** Keeps the designs whose group is within the bounds; false when there is none. */
export function bound(
  box: Box,
  model: BoxModel,
  group: GroupModel,
  low: number,
  high: number,
): boolean {
  box.low[group.index] = Math.max(at(box.low, group.index), low);
  box.high[group.index] = Math.min(at(box.high, group.index), high);
  return settle(box, model, group.index);
}

/** Keeps the designs that have, or do not have, a value in a number group; false when there is none. */
export function give(box: Box, model: BoxModel, group: NumberModel, given: boolean): boolean {
  const wanted = given ? GIVEN : ABSENT;
  const present = at(box.given, group.index);
  if (present !== EITHER && present !== wanted) return false;
  box.given[group.index] = wanted;
  return settle(box, model, group.index);
}

/** Keeps the designs with exactly this value, even one out of the group's own bounds. */
export function fixNumber(box: Box, group: NumberModel, value: number, given: number): void {
  box.sums = null;
  box.given[group.index] = given;
  box.low[group.index] = value;
  box.high[group.index] = value;
}

/** The largest value on the group's steps at or below the middle of its interval. */
export function middleOf(box: Box, group: GroupModel): number {
  const low = at(box.low, group.index);
  const step = group.kind === 'number' ? group.step : 1;
  return low + Math.floor((at(box.high, group.index) - low) / step / 2) * step;
}

/** The options of a group, in template order. */
export function optionsOf(model: BoxModel, group: OptionsModel): readonly OptionModel[] {
  return model.options.slice(group.first, group.first + group.size);
}

function put(box: Box, option: OptionModel, state: number): boolean {
  const present = at(box.option, option.index);
  if (present === state) return true;
  if (present !== OPEN) return false;
  box.sums = null;
  box.option[option.index] = state;
  box.openCount[option.group] = at(box.openCount, option.group) - 1;
  if (state === IN) box.inCount[option.group] = at(box.inCount, option.group) + 1;
  return true;
}

/** Draws what follows within one group from its bounds; false when no design is left. */
function settle(box: Box, model: BoxModel, index: number): boolean {
  box.sums = null;
  const group = at(model.groups, index);
  if (group.kind === 'number') {
    if (at(box.low, index) <= at(box.high, index)) return true;
    if (at(box.given, index) === GIVEN) return false;
    box.given[index] = ABSENT;
    return true;
  }
  const inside = at(box.inCount, index);
  const open = at(box.openCount, index);
  const low = Math.max(at(box.low, index), inside);
  const high = Math.min(at(box.high, index), inside + open);
  box.low[index] = low;
  box.high[index] = high;
  if (low > high) return false;
  if (open > 0 && inside === high) {
    closeOpen(box, group, OUT);
  } else if (open > 0 && inside + open === low) {
    closeOpen(box, group, IN);
    box.inCount[index] = low;
  }
  return true;
}

function closeOpen(box: Box, group: OptionsModel, state: number): void {
  for (let option = group.first; option < group.first + group.size; option += 1) {
    if (box.option[option] === OPEN) box.option[option] = state;
  }
  box.openCount[group.index] = 0;
}
