import type { Comparison } from '../catalog/rule.ts';

/**
 * The set of truth values that a statement can take over many designs at once, as bits. `UNKNOWN`
 * is a value of its own: what nobody knows about a finished design (age not asked, concentration
 * not given), as in Kleene's strong three-valued logic.
 */
export type Truths = number;

/** Holds, as a set of one value. */
export const TRUE: Truths = 1;
/** Does not hold. */
export const FALSE: Truths = 2;
/** Nobody knows. CUS-06 */
export const UNKNOWN: Truths = 4;

/** One truth value alone: the statement is the same in all these designs. */
export function isDecided(truths: Truths): boolean {
  return truths === TRUE || truths === FALSE || truths === UNKNOWN;
}

/** Every `not a` with `a` out of the set. */
export function negated(truths: Truths): Truths {
  return (truths & UNKNOWN) | ((truths & TRUE) << 1) | ((truths & FALSE) >> 1);
}

/** Every `a and b` with `a` and `b` out of the two sets. */
export function conjoined(left: Truths, right: Truths): Truths {
  return lookUp(conjunctions, left, right);
}

/** Every `a or b` with `a` and `b` out of the two sets. */
export function disjoined(left: Truths, right: Truths): Truths {
  return lookUp(disjunctions, left, right);
}

/** The truth of `x op value` for `x` anywhere from `low` to `high`. */
export function compared(op: Comparison, low: number, high: number, value: number): Truths {
  switch (op) {
    case 'lt':
      return (low < value ? TRUE : 0) | (high >= value ? FALSE : 0);
    case 'le':
      return (low <= value ? TRUE : 0) | (high > value ? FALSE : 0);
    case 'ge':
      return (high >= value ? TRUE : 0) | (low < value ? FALSE : 0);
    case 'gt':
      return (high > value ? TRUE : 0) | (low <= value ? FALSE : 0);
    case 'eq':
      return equal(low, high, value);
    case 'ne':
      return negated(equal(low, high, value));
  }
}

/** As `compared`, when an unknown amount of zero or more comes on top of `x`. */
export function comparedFrom(op: Comparison, low: number, high: number, value: number): Truths {
  switch (op) {
    case 'lt':
    case 'le':
      return opened(compared(op, low, high, value), FALSE);
    case 'ge':
    case 'gt':
      return opened(compared(op, low, high, value), TRUE);
    case 'eq':
      return (low <= value ? UNKNOWN : 0) | (high > value ? FALSE : 0);
    case 'ne':
      return negated(comparedFrom('eq', low, high, value));
  }
}

/** Whatever is not `certain` already is unknown. */
function opened(truths: Truths, certain: Truths): Truths {
  return (truths & certain) | ((truths & ~certain) === 0 ? 0 : UNKNOWN);
}

function equal(low: number, high: number, value: number): Truths {
  const possible = low <= value && value <= high;
  return (possible ? TRUE : 0) | (low === value && high === value ? 0 : FALSE);
}

function lookUp(table: readonly Truths[], left: Truths, right: Truths): Truths {
  return table[left * 8 + right] ?? 0;
}

function tableOf(combine: (left: Truths, right: Truths) => Truths): readonly Truths[] {
  const bits = [TRUE, FALSE, UNKNOWN];
  return Array.from({ length: 64 }, (_, index) => {
    const lefts = bits.filter((bit) => (index >> 3) & bit);
    const rights = bits.filter((bit) => index & bit);
    return lefts.reduce(
      (all, left) => rights.reduce((some, right) => some | combine(left, right), all),
      0,
    );
  });
}

const conjunctions = tableOf((left, right) => {
  if (left === FALSE || right === FALSE) return FALSE;
  return left === TRUE && right === TRUE ? TRUE : UNKNOWN;
});

const disjunctions = tableOf((left, right) => {
  if (left === TRUE || right === TRUE) return TRUE;
  return left === FALSE && right === FALSE ? FALSE : UNKNOWN;
});
