import { at } from '../../lib/at.ts';
import {
  ABSENT,
  type Box,
  bound,
  dropOption,
  EITHER,
  fixNumber,
  GIVEN,
  give,
  takeOption,
  unboundedBox,
} from './box.ts';
import type { Chosen } from './choices.ts';
import { truthsOf } from './formula.ts';
import type { GroupModel } from './groups.ts';
import type { Judge } from './judge.ts';
import { likelyDesign } from './likely-design.ts';
import { type BoundRule, findBox } from './search.ts';
import { TRUE } from './truth.ts';

/** The picks, and designs that hold some of them and nothing else but fillings of the missing groups. */
export interface Room {
  readonly judge: Judge;
  readonly picks: readonly Chosen[];
  readonly missing: ReadonlySet<GroupModel>;
  /** By group. */
  readonly held: ReadonlyMap<GroupModel, readonly Chosen[]>;
  readonly options: ReadonlySet<number>;
}

/** The room that a design leaves which lacks a choice in the groups in `missing`. */
export function roomOf(
  judge: Judge,
  picks: readonly Chosen[],
  missing: readonly GroupModel[],
): Room {
  const held = new Map<GroupModel, Chosen[]>();
  const options = new Set<number>();
  for (const pick of picks) {
    const beside = held.get(pick.group);
    if (beside === undefined) held.set(pick.group, [pick]);
    else beside.push(pick);
    if (pick.kind === 'option') options.add(pick.option.index);
  }
  return { judge, picks, missing: new Set(missing), held, options };
}

/** The rules that the picks break whichever way the missing groups are filled, and with nothing else added. */
export function brokenRules(room: Room, rules: readonly BoundRule[]): readonly BoundRule[] {
  const { compiled, preference, budget } = room.judge;
  const start = boxIn(room, room.picks);
  if (start === null) return [];
  const likely = likelyDesign(start, compiled, preference, budget);
  return rules.filter((rule) => {
    // One look decides about a design of which nothing is open; it takes nothing from the budget.
    if (truthsOf(rule.kept, likely, compiled.groups) === TRUE) return false;
    const isOpen = (truthsOf(rule.kept, start, compiled.groups) & TRUE) !== 0;
    return !isOpen || findBox(start, [rule], compiled, preference, budget) === null;
  });
}

/**
 * The designs that hold `kept`, perhaps others of the picks, and nothing else but fillings of the
 * missing groups; `null` when those cannot be filled.
 */
export function boxIn(room: Room, kept: readonly Chosen[]): Box | null {
  const { compiled } = room.judge;
  const box = unboundedBox(compiled);
  const fillable = compiled.groups.every((group) => {
    if (room.missing.has(group)) {
      return group.kind === 'number'
        ? give(box, compiled, group, true)
        : bound(box, compiled, group, group.min, group.max);
    }
    if (group.kind === 'options') {
      for (let option = group.first; option < group.first + group.size; option += 1) {
        if (!room.options.has(option)) dropOption(box, compiled, at(compiled.options, option));
      }
      return true;
    }
    const [pick] = room.held.get(group) ?? [];
    if (pick === undefined || pick.kind !== 'number') box.given[group.index] = ABSENT;
    else fixNumber(box, group, pick.value, kept.includes(pick) ? GIVEN : EITHER);
    return true;
  });
  if (!fillable) return null;
  const takes = (pick: Chosen) => pick.kind !== 'option' || takeOption(box, compiled, pick.option);
  return kept.every(takes) ? box : null;
}
