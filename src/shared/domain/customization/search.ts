import { at } from '../../lib/at.ts';
import {
  type Box,
  type BoxModel,
  bound,
  boxSteps,
  copyBox,
  dropOption,
  GIVEN,
  give,
  IN,
  middleOf,
  takeOption,
  unboundedBox,
} from './box.ts';
import { type Branch, branchOf, truthsOf } from './formula.ts';
import { likelyDesign, NOTHING_PREFERRED, type Preference } from './likely-design.ts';
import type { Formula } from './model.ts';
import { TRUE } from './truth.ts';
import { type Budget, budgetOf, giveBack, partOf, spend } from './work.ts';

/** A rule bound to a context: kept by a design when the formula is true of it, not merely unknown. */
export interface BoundRule {
  readonly id: string;
  readonly kept: Formula;
  /** The groups that decide on it, a bit for each (two may share one); all when none does. */
  readonly groups: number;
  /** Statements to be weighed, once to judge a box and once more to divide it. */
  readonly steps: number;
}

/** The bit of a group in `BoundRule.groups`. */
export function groupBit(group: number): number {
  return 1 << (group & 31);
}

/** The bits of all groups. */
export const EVERY_GROUP = -1;

/** Steps for a search that finds many designs at once, before one that is content with a single one. */
const WIDE_STEPS = 4_000;
/** Fewer looks at all rules are no such search. */
const WIDE_LOOKS = 8;

/**
 * Finds a box out of `start` whose every design keeps all `rules`, perhaps of one design only; `null`
 * when no design does, or when the budget ran out. `start` is not changed.
 */
export function findBox(
  start: Box,
  rules: readonly BoundRule[],
  model: BoxModel,
  preference: Preference,
  budget: Budget,
): Box | null {
  let look = boxSteps(model);
  for (const { steps } of rules) look += steps;
  // The more a search finds at once, the sooner it is given up; the last one has what is left.
  if (look * WIDE_LOOKS < WIDE_STEPS) {
    const most = Math.min(WIDE_STEPS, budget.perQuestion);
    const answer = ask(searchWide, start, rules, model, preference, budget, most);
    if (answer !== 'unsure') return answer;
  }
  const whole = partOf(budget, budget.perQuestion);
  let answer: Answer = 'unsure';
  if (preference.options.size + preference.numbers.size > 0) {
    answer = ask(searchNear, start, rules, model, preference, whole, whole.left / 2);
  }
  if (answer === 'unsure') {
    answer = ask(searchNear, start, rules, model, NOTHING_PREFERRED, whole, whole.left);
  }
  giveBack(budget, whole);
  if (answer !== 'unsure') return answer;
  budget.exhausted = true;
  return null;
}

/** As `findBox`, with as many designs as halving the start finds. */
export function findWideBox(
  start: Box,
  rules: readonly BoundRule[],
  model: BoxModel,
  preference: Preference,
  budget: Budget,
): Box | null {
  const answer = ask(searchWide, start, rules, model, preference, budget, budget.perQuestion);
  return answer === 'unsure' ? null : answer;
}

/** What is found is sure; that there is nothing only when the steps were enough. */
type Answer = Box | null | 'unsure';

function ask(
  search: typeof searchWide,
  start: Box,
  rules: readonly BoundRule[],
  model: BoxModel,
  preference: Preference,
  budget: Budget,
  most: number,
): Answer {
  const part = partOf(budget, most);
  const found = search(start, rules, EVERY_GROUP, { model, preference, budget: part });
  giveBack(budget, part);
  return found === null && part.exhausted ? 'unsure' : found;
}

interface Question {
  readonly model: BoxModel;
  readonly preference: Preference;
  readonly budget: Budget;
}

/**
 * Divides on the first open rule, so that what is found holds many designs. `changed`: the groups in
 * which the box is smaller than the one that left the rules open.
 */
function searchWide(
  box: Box,
  rules: readonly BoundRule[],
  changed: number,
  question: Question,
): Box | null {
  const { model, budget } = question;
  if (!spend(budget, boxSteps(model))) return null;
  const open = openRules(rules, box, model, changed, budget);
  if (open === null) return null;
  const [first] = open;
  if (first === undefined) return box;
  const branch = branchOf(first.kept, box, model.groups);
  if (branch === null) return null;
  const side = prefers(branch, box, question);
  return (
    searchPart(box, open, branch, side, searchWide, question) ??
    (budget.exhausted ? null : searchPart(box, open, branch, !side, searchWide, question))
  );
}

/** As `searchWide`, but content with one design: the most likely one, or what a rule that it breaks leads to. */
function searchNear(
  box: Box,
  rules: readonly BoundRule[],
  changed: number,
  question: Question,
): Box | null {
  const { model, preference, budget } = question;
  if (!spend(budget, boxSteps(model))) return null;
  const open = openRules(rules, box, model, changed, budget);
  if (open === null) return null;
  if (open.length === 0) return box;
  const design = likelyDesign(box, model, preference, budget);
  const broken = firstBroken(open, design, model, budget);
  if (broken === null) return design;
  const branch = budget.left <= 0 ? null : branchOf(broken.kept, box, model.groups, design);
  if (branch === null) return null;
  const side = !isOn(branch, design, box, model);
  return (
    searchPart(box, open, branch, side, searchNear, question) ??
    (budget.exhausted ? null : searchPart(box, open, branch, !side, searchNear, question))
  );
}

function searchPart(
  box: Box,
  open: readonly BoundRule[],
  branch: Branch,
  side: boolean,
  search: typeof searchWide,
  question: Question,
): Box | null {
  const { model } = question;
  const part = copyBox(box);
  if (!divide(part, branch, side, model)) return null;
  const group = branch.kind === 'option' ? at(model.options, branch.option).group : branch.group;
  return search(part, open, groupBit(group), question);
}

function firstBroken(
  rules: readonly BoundRule[],
  design: Box,
  { groups }: BoxModel,
  budget: Budget,
): BoundRule | null {
  let steps = 0;
  const broken = rules.find((rule) => {
    steps += rule.steps;
    return truthsOf(rule.kept, design, groups) !== TRUE;
  });
  steps += sumSteps(design);
  spend(budget, steps);
  return broken ?? null;
}

/** On which side of the branch a design of the box is. */
function isOn(branch: Branch, design: Box, box: Box, { groups }: BoxModel): boolean {
  if (branch.kind === 'option') return at(design.option, branch.option) === IN;
  if (branch.kind === 'given') return at(design.given, branch.group) === GIVEN;
  return at(design.low, branch.group) > middleOf(box, at(groups, branch.group));
}

/** What it took to add up the long sums of a box. */
export function sumSteps({ sums }: Box): number {
  let steps = 0;
  if (sums !== null) for (const source of sums.keys()) steps += 2 * source.steps;
  return steps;
}

/**
 * The rules that only some designs of the box keep; `null` when no design keeps them all. Only rules
 * about the groups in `changed` are looked at; the others are still open.
 */
export function openRules(
  rules: readonly BoundRule[],
  box: Box,
  { groups }: BoxModel,
  changed: number = EVERY_GROUP,
  budget: Budget = budgetOf(Number.MAX_SAFE_INTEGER),
): readonly BoundRule[] | null {
  const open: BoundRule[] = [];
  let steps = 0;
  let canBeKept = true;
  for (const rule of rules) {
    if ((rule.groups & changed) === 0) {
      open.push(rule);
      continue;
    }
    steps += rule.steps;
    const truths = truthsOf(rule.kept, box, groups);
    canBeKept = (truths & TRUE) !== 0;
    if (!canBeKept) break;
    if (truths !== TRUE) open.push(rule);
  }
  steps += sumSteps(box);
  spend(budget, steps);
  return canBeKept ? open : null;
}

/** What one look at all rules takes at most. */
export function lookSteps(rules: readonly BoundRule[], model: BoxModel): number {
  const box = unboundedBox(model);
  const steps = rules.reduce((sum, rule) => {
    truthsOf(rule.kept, box, model.groups);
    return sum + rule.steps;
  }, boxSteps(model));
  return steps + sumSteps(box);
}

/** Which side to look at first: where the preferred choices are, else the one with less chosen. */
function prefers(branch: Branch, box: Box, { model, preference }: Question): boolean {
  if (branch.kind === 'option') return preference.options.has(branch.option);
  const value = preference.numbers.get(branch.group);
  if (branch.kind === 'given') return value !== undefined;
  return value !== undefined && value > middleOf(box, at(model.groups, branch.group));
}

/**
 * Keeps one side of the branch: with the option, with a value, or the upper half. False when no
 * design is on that side.
 */
export function divide(box: Box, branch: Branch, side: boolean, model: BoxModel): boolean {
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
