import type { Cart, CartLine } from '#shared/contract/ipc/cart.ts';
import { type Basket, basketLimits } from '#shared/domain/pricing/basket.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import type { Declaration } from '#shared/domain/sale/check-goods.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** A line with what the shopper declared for it; the declaration never leaves memory. */
export interface HeldLine extends CartLine {
  readonly declaration: Declaration;
}

/** What a shopper put into a cart. */
export interface CartContents {
  readonly lines: readonly HeldLine[];
  readonly coupons: readonly string[];
}

/** An open cart, immutable: every change makes a new one. */
export interface CartState extends CartContents {
  readonly cartId: string;
  /** Fixed when the cart began. */
  readonly catalogVersion: number;
  readonly revision: number;
  /** The price of exactly these contents, as the shopper sees it. */
  readonly quote: Quote;
}

/** The cart as the contract shows it, without what was declared. */
export function cartView(state: CartState, locked: boolean): Cart {
  return {
    cartId: state.cartId,
    revision: state.revision,
    locked,
    lines: state.lines.map(({ line, product, choices }) => ({ line, product, choices })),
    coupons: [...state.coupons],
    quote: state.quote,
  };
}

/** The question that `quote` answers. */
export function cartBasket({ lines, coupons }: CartContents, at: number): Basket {
  return { lines: lines.map(({ line }) => line), coupons: [...coupons], at };
}

/** SAL-3: a ready product that is in the cart already gets more pieces; anything else a line of its own. */
export function withLine(
  contents: CartContents,
  added: HeldLine,
): Result<CartContents, Fault<'cart.full' | 'input.invalid'>> {
  const { line } = added;
  if (line.design === undefined) {
    const same = contents.lines.find(({ line: { sku } }) => sku === line.sku);
    if (same !== undefined) {
      const quantity = same.line.quantity + line.quantity;
      if (quantity > basketLimits.quantity)
        return err(full(`${basketLimits.quantity} pieces of ${line.sku}`));
      return ok(withQuantity(contents, same.line.lineId, quantity));
    }
  }
  if (contents.lines.some(({ line: { lineId } }) => lineId === line.lineId)) {
    return err(fault('input.invalid', `The cart has another line ${line.lineId} already.`));
  }
  if (contents.lines.length >= basketLimits.lines) return err(full(`${basketLimits.lines} lines`));
  return ok({ ...contents, lines: [...contents.lines, added] });
}

export function withQuantity(
  contents: CartContents,
  lineId: string,
  quantity: number,
): CartContents {
  return replaceLine(contents, lineId, (held) => ({ ...held, line: { ...held.line, quantity } }));
}

export function replaceLine(
  contents: CartContents,
  lineId: string,
  change: (held: HeldLine) => HeldLine,
): CartContents {
  const lines = contents.lines.map((held) => (held.line.lineId === lineId ? change(held) : held));
  return { ...contents, lines };
}

export function withoutLine(contents: CartContents, lineId: string): CartContents {
  return { ...contents, lines: contents.lines.filter(({ line }) => line.lineId !== lineId) };
}

export function findLine(
  { lines }: CartContents,
  lineId: string,
): Result<HeldLine, Fault<'cart.line_not_found'>> {
  const found = lines.find(({ line }) => line.lineId === lineId);
  if (found !== undefined) return ok(found);
  return err(fault('cart.line_not_found', `The cart has no line ${lineId}.`));
}

export function withCoupon(
  contents: CartContents,
  code: string,
): Result<CartContents, Fault<'cart.full'>> {
  if (contents.coupons.length >= basketLimits.coupons)
    return err(full(`${basketLimits.coupons} coupons`));
  return ok({ ...contents, coupons: [...contents.coupons, code] });
}

export function withoutCoupon(contents: CartContents, code: string): CartContents {
  return { ...contents, coupons: contents.coupons.filter((coupon) => coupon !== code) };
}

function full(limit: string) {
  return fault('cart.full', `A cart holds at most ${limit}.`);
}
