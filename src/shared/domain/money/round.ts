import { assert } from '../../lib/assert.ts';

const BPS_PER_WHOLE = 10_000;

/**
 * `a × b ÷ divisor`, exact and rounded half away from zero. All three are integers and `divisor`
 * is positive. Throws when the outcome cannot be held exactly.
 */
export function mulDiv(a: number, b: number, divisor: number): number {
  const { quotient, remainder } = mulDivParts(Math.abs(a), Math.abs(b), divisor);
  // `remainder >= divisor - remainder` is `2 × remainder >= divisor` without leaving 2^53.
  const rounded = remainder >= divisor - remainder ? quotient + 1 : quotient;
  return rounded === 0 || a < 0 === b < 0 ? rounded : -rounded;
}

/** `amountMinor` times a rate in basis points (1 % is 100), rounded half away from zero. */
export function mulBps(amountMinor: number, bps: number): number {
  return mulDiv(amountMinor, bps, BPS_PER_WHOLE);
}

/** Quotient and remainder of `a × b ÷ divisor` for integers `a, b >= 0` and `divisor > 0`, exact. */
export function mulDivParts(
  a: number,
  b: number,
  divisor: number,
): { readonly quotient: number; readonly remainder: number } {
  const product = a * b;
  if (Number.isSafeInteger(product) && Number.isSafeInteger(divisor) && divisor > 0) {
    const remainder = product % divisor;
    return { quotient: (product - remainder) / divisor, remainder };
  }
  assert(
    Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(divisor),
    `${a} × ${b} ÷ ${divisor} is not integer arithmetic`,
  );
  assert(divisor > 0, `divisor ${divisor} is positive`);
  const exact = BigInt(a) * BigInt(b);
  const quotient = Number(exact / BigInt(divisor));
  assert(Number.isSafeInteger(quotient), `${a} × ${b} ÷ ${divisor} fits a safe integer`);
  return { quotient, remainder: Number(exact % BigInt(divisor)) };
}
