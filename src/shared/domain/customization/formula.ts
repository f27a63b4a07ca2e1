import { at } from '../../lib/at.ts';
import { ABSENT, type Box, EITHER, GIVEN, IN, OPEN, type SumRange } from './box.ts';
import type { GroupModel } from './groups.ts';
import type { Formula, SumPart, SumSource } from './model.ts';
import {
  compared,
  comparedFrom,
  conjoined,
  disjoined,
  FALSE,
  isDecided,
  negated,
  TRUE,
  type Truths,
  UNKNOWN,
} from './truth.ts';

/** Where to divide a box so that a statement comes closer to being decided. */
export type Branch =
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'given'; readonly group: number }
  | { readonly kind: 'bounds'; readonly group: number };

/** Larger sums mean nothing (two million ppm) and are cut here, so that all sums stay exact integers. */
const SUM_CAP = 2_000_000_000_000;

/** Remembering a sum takes about as long as adding up so many parts. */
const LONG_SUM = 64;

/** `perUnit` times `units`, exact up to the cap. */
export function capped(perUnit: number, units: number): number {
  return Math.min(perUnit * units, SUM_CAP);
}

/** Every truth value that the statement has over the designs of the box (perhaps some more). */
export function truthsOf(formula: Formula, box: Box, groups: readonly GroupModel[]): Truths {
  switch (formula.kind) {
    case 'const':
      return formula.truth;
    case 'chosen': {
      const state = at(box.option, formula.option);
      if (state === OPEN) return TRUE | FALSE;
      return state === IN ? TRUE : FALSE;
    }
    case 'quantity':
    case 'count':
      return numberTruths(formula, box, groups);
    case 'sum':
      return sumTruths(formula, box);
    case 'all': {
      let truths = TRUE;
      for (const part of formula.of) {
        truths = conjoined(truths, truthsOf(part, box, groups));
        if (truths === FALSE) return truths;
      }
      return truths;
    }
    case 'any': {
      let truths = FALSE;
      for (const part of formula.of) {
        truths = disjoined(truths, truthsOf(part, box, groups));
        if (truths === TRUE) return truths;
      }
      return truths;
    }
    case 'not':
      return negated(truthsOf(formula.of, box, groups));
    case 'maybe':
      return maybe(truthsOf(formula.of, box, groups));
  }
}

/** The set of truths when what is unknown counts as true. */
export function maybe(truths: Truths): Truths {
  return truths & UNKNOWN ? (truths | TRUE) & ~UNKNOWN : truths;
}

function numberTruths(
  formula: Extract<Formula, { kind: 'quantity' | 'count' }>,
  box: Box,
  groups: readonly GroupModel[],
): Truths {
  const { group, op, value } = formula;
  const low = at(box.low, group);
  const high = at(box.high, group);
  if (at(groups, group).kind === 'options') return compared(op, low, high, value);
  const given = at(box.given, group);
  const absent = given === GIVEN ? 0 : compared(op, 0, 0, value);
  if (given === ABSENT) return absent;
  const present =
    formula.kind === 'count' ? compared(op, 1, 1, value) : compared(op, low, high, value);
  return absent | present;
}

function sumTruths(formula: Extract<Formula, { kind: 'sum' }>, box: Box): Truths {
  const { op, value } = formula;
  const range = rangeOf(formula.source, box);
  const known = range.surelyUnknown ? 0 : compared(op, range.low, range.high, value);
  const open = range.maybeUnknown ? comparedFrom(op, range.low, range.high, value) : 0;
  return known | open;
}

/** The least and the most that the sum can be over the designs of the box; many rules ask for one sum. */
export function rangeOf(source: SumSource, box: Box): SumRange {
  const known = box.sums?.get(source);
  if (known !== undefined) return known;
  const range: SumRange = {
    low: source.base,
    high: source.base,
    maybeUnknown: source.baseUnknown,
    surelyUnknown: source.baseUnknown,
  };
  for (const part of source.parts) {
    if (part.kind === 'number') addNumber(range, part, box);
    else addOptions(range, part, box);
  }
  if (isLong(source)) {
    box.sums ??= new Map();
    box.sums.set(source, range);
  }
  return range;
}

/** Whether a sum is added up once for a box, and not for each rule that asks for it. */
export function isLong({ steps }: SumSource): boolean {
  return steps > LONG_SUM;
}

function addNumber(range: SumRange, part: Extract<SumPart, { kind: 'number' }>, box: Box): void {
  const given = at(box.given, part.group);
  if (given === ABSENT) return;
  const low = given === GIVEN ? at(box.low, part.group) : 0;
  const high = at(box.high, part.group);
  range.low += capped(part.perUnit, low);
  range.high += capped(part.perUnit, high);
  if (part.unknown && high > 0) range.maybeUnknown = true;
  if (part.unknown && low > 0) range.surelyUnknown = true;
}

function addOptions(range: SumRange, part: Extract<SumPart, { kind: 'options' }>, box: Box): void {
  const inside = at(box.inCount, part.group);
  let slots = at(box.high, part.group) - inside;
  // Options that carry nothing can fill the group's minimum first.
  let forced = at(box.low, part.group) - inside - at(box.openCount, part.group);
  for (const { option, amount, unknown } of part.options) {
    const state = at(box.option, option);
    if (state === IN) {
      range.low += amount;
      range.high += amount;
      if (unknown) {
        range.maybeUnknown = true;
        range.surelyUnknown = true;
      }
    } else if (state === OPEN) {
      forced += 1;
      if (unknown) range.maybeUnknown = true;
      // Largest first, so that these are the most that fit.
      if (slots > 0) range.high += amount;
      slots -= 1;
    }
  }
  for (let index = part.options.length - 1; forced > 0 && index >= 0; index -= 1) {
    const { option, amount } = at(part.options, index);
    if (at(box.option, option) !== OPEN) continue;
    range.low += amount;
    forced -= 1;
  }
}

/**
 * Where to divide the box on the first statement that it leaves undecided; `null` when there is none.
 * Of the options in a sum those come first that `design` has.
 */
export function branchOf(
  formula: Formula,
  box: Box,
  groups: readonly GroupModel[],
  design: Box | null = null,
): Branch | null {
  switch (formula.kind) {
    case 'const':
      return null;
    case 'chosen':
      return at(box.option, formula.option) === OPEN
        ? { kind: 'option', option: formula.option }
        : null;
    case 'quantity':
    case 'count':
      if (isDecided(numberTruths(formula, box, groups))) return null;
      return at(box.given, formula.group) === EITHER
        ? { kind: 'given', group: formula.group }
        : { kind: 'bounds', group: formula.group };
    case 'sum':
      return isDecided(sumTruths(formula, box)) ? null : sumBranch(formula.source, box, design);
    case 'all':
    case 'any':
      for (const part of formula.of) {
        if (isDecided(truthsOf(part, box, groups))) continue;
        const branch = branchOf(part, box, groups, design);
        if (branch !== null) return branch;
      }
      return null;
    case 'not':
    case 'maybe':
      return branchOf(formula.of, box, groups, design);
  }
}

function sumBranch(source: SumSource, box: Box, design: Box | null): Branch | null {
  for (const part of design === null ? [] : source.parts) {
    if (part.kind !== 'options') continue;
    const held = part.options.find(
      ({ option }) => at(box.option, option) === OPEN && design?.option[option] === IN,
    );
    if (held !== undefined) return { kind: 'option', option: held.option };
  }
  for (const part of source.parts) {
    if (part.kind === 'options') {
      const open = part.options.find(({ option }) => at(box.option, option) === OPEN);
      if (open !== undefined) return { kind: 'option', option: open.option };
    } else {
      const given = at(box.given, part.group);
      if (given === EITHER) return { kind: 'given', group: part.group };
      if (given === GIVEN && at(box.low, part.group) < at(box.high, part.group)) {
        return { kind: 'bounds', group: part.group };
      }
    }
  }
  return null;
}
