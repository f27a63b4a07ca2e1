import { at } from '../../lib/at.ts';
import {
  type Box,
  type BoxModel,
  bound,
  copyBox,
  dropOption,
  give,
  middleOf,
  takeOption,
} from './box.ts';
import { type Branch, branchOf, truthsOf } from './formula.ts';
import type { Formula } from './model.ts';
import { TRUE } from './truth.ts';

/** How many boxes may still be looked at. What is not proven possible within it counts as impossible. */
export interface Budget {
  left: number;
  exhausted: boolean;
}

export function budgetOf(boxes: number): Budget {
  return { left: boxes, exhausted: false };
}

/** A rule bound to a context: kept by a design when the formula is true of it, not merely unknown. */
export interface BoundRule {
  readonly id: string;
  readonly kept: Formula;
}

/** Choices to stay near to when there is a choice; they decide which witness is found, never whether. */
export interface Preference {
  readonly options: ReadonlySet<number>;
  /** By number group. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** Boxes that one question may look at. */
const QUESTION_LIMIT = 4_000;

/**
 * Finds a box out of `start` whose every design keeps all `rules`; `null` when no design does, or
 * when the budget ran out. `start` is not changed.
 */
export function findBox(
  start: Box,
  rules: readonly BoundRule[],
  model: BoxModel,
  preference: Preference,
  budget: Budget,
): Box | null {
  const question = budgetOf(Math.min(QUESTION_LIMIT, budget.left));
  const found = search(start, rules, { model, preference, budget: question });
  budget.left -= Math.min(QUESTION_LIMIT, budget.left) - question.left;
  budget.exhausted ||= question.exhausted;
  return found;
}

interface Question {
  readonly model: BoxModel;
  readonly preference: Preference;
  readonly budget: Budget;
}

function search(box: Box, rules: readonly BoundRule[], question: Question): Box | null {
  if (question.budget.left === 0) {
    question.budget.exhausted = true;
    return null;
  }
  question.budget.left -= 1;
  const { groups } = question.model;
  const open: BoundRule[] = [];
  for (const rule of rules) {
    const truths = truthsOf(rule.kept, box, groups);
    if ((truths & TRUE) === 0) return null;
    if (truths !== TRUE) open.push(rule);
  }
  const [first] = open;
  if (first === undefined) return box;
  const branch = branchOf(first.kept, box, groups);
  if (branch === null) return null;
  const preferred = prefers(branch, box, question);
  for (const side of [preferred, !preferred]) {
    const part = copyBox(box);
    if (!divide(part, branch, side, question.model)) continue;
    const found = search(part, open, question);
    if (found !== null || question.budget.exhausted) return found;
  }
  return null;
}

/** Which side to look at first: where the preferred choices are, else the one with less chosen. */
function prefers(branch: Branch, box: Box, { model, preference }: Question): boolean {
  if (branch.kind === 'option') return preference.options.has(branch.option);
  const value = preference.numbers.get(branch.group);
  if (branch.kind === 'given') return value !== undefined;
  return value !== undefined && value > middleOf(box, at(model.groups, branch.group));
}

/** Keeps one side of the branch: with the option, with a value, or the upper half. */
function divide(box: Box, branch: Branch, side: boolean, model: BoxModel): boolean {
  if (branch.kind === 'option') {
    const option = at(model.options, branch.option);
    return side ? takeOption(box, model, option) : dropOption(box, model, option);
  }
  const group = at(model.groups, branch.group);
  if (branch.kind === 'given') return group.kind === 'number' && give(box, model, group, side);
  const middle = middleOf(box, group);
  const step = group.kind === 'number' ? group.step : 1;
  return side
    ? bound(box, model, group, middle + step, Number.MAX_SAFE_INTEGER)
    : bound(box, model, group, 0, middle);
}
