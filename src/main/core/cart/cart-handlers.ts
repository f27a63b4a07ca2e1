import { normalizeCouponCode } from '#shared/domain/pricing/promotions/coupon-code.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { nothingDeclared, productNotFound } from '#shared/domain/sale/check-goods.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import { stockProblem } from '../stock/cart-stock.ts';
import type { CartDesk } from './cart-desk.ts';
import {
  type CartContents,
  type CartState,
  findLine,
  replaceLine,
  withCoupon,
  withLine,
  withoutCoupon,
  withoutLine,
  withQuantity,
} from './cart-state.ts';
import { checkLine } from './check-line.ts';
import { type PricingFault, quoteCart } from './quote-cart.ts';

type CartRequest =
  | 'cart.get'
  | 'cart.addLine'
  | 'cart.setQuantity'
  | 'cart.replaceDesign'
  | 'cart.removeLine'
  | 'cart.addCoupon'
  | 'cart.removeCoupon'
  | 'cart.discard';
export type CartHandlers = Handlers<CartRequest>;

/** The commands of the contract, each an edit of the cart that is priced before it counts. */
export function cartHandlers({ ports, view, change, discard }: CartDesk): CartHandlers {
  const { catalog, clock } = ports;

  function inStock(cart: CartState, next: CartState): Result<CartState, Fault<'stock.sold_out'>> {
    const [before, after] = [cart, next].map(({ lines }) => lines.map(({ line }) => line));
    const problem = stockProblem(ports, cart.catalogVersion, before ?? [], after ?? []);
    return problem === null ? ok(next) : err(problem);
  }

  function price(cart: CartState, contents: CartContents): Result<CartState, PricingFault> {
    const quote = quoteCart(catalog, cart, contents, clock.now());
    return quote.ok ? ok({ ...cart, ...contents, quote: quote.value }) : quote;
  }

  /** For edits that bring in nothing new: what had a price has one still (see `quoteCart`). */
  function reprice(cart: CartState, contents: CartContents): { ok: true; value: CartState } {
    const priced = price(cart, contents);
    if (priced.ok) return priced;
    throw new Error(`Invariant broken: an open cart lost its price: ${priced.error.message}`);
  }

  return {
    'cart.get': ({ cartId }) => view(cartId),

    'cart.addLine': (input) =>
      change('cart.addLine', input, (cart) => {
        const { lineId, sku, quantity, design, declaration = nothingDeclared } = input;
        const product = catalog.product(cart.catalogVersion, sku);
        if (product === null) return err(productNotFound(sku));
        const wanted = { declaration, ...(design === undefined ? {} : { design }) };
        const checked = checkLine(catalog, cart.catalogVersion, clock.now(), product, wanted);
        if (!checked.ok) return checked;
        const line = { lineId, sku, quantity, ...(design === undefined ? {} : { design }) };
        const contents = withLine(cart, { ...checked.value, line, declaration });
        if (!contents.ok) return contents;
        const priced = price(cart, contents.value);
        return priced.ok ? inStock(cart, priced.value) : priced;
      }),

    'cart.setQuantity': (input) =>
      change('cart.setQuantity', input, (cart) => {
        const found = findLine(cart, input.lineId);
        if (!found.ok) return found;
        if (found.value.line.quantity === input.quantity) return ok(cart);
        return inStock(cart, reprice(cart, withQuantity(cart, input.lineId, input.quantity)).value);
      }),

    'cart.replaceDesign': (input) =>
      change('cart.replaceDesign', input, (cart) => {
        const found = findLine(cart, input.lineId);
        if (!found.ok) return found;
        const { line, product, declaration: declaredBefore } = found.value;
        const declaration = input.declaration ?? declaredBefore;
        const wanted = { design: input.design, declaration };
        const checked = checkLine(catalog, cart.catalogVersion, clock.now(), product, wanted);
        if (!checked.ok) return err(designFault(checked.error));
        const contents = replaceLine(cart, line.lineId, (held) => ({
          ...checked.value,
          line: { ...held.line, design: input.design },
          declaration,
        }));
        return inStock(cart, reprice(cart, contents).value);
      }),

    'cart.removeLine': (input) =>
      change('cart.removeLine', input, (cart) => {
        const found = findLine(cart, input.lineId);
        return found.ok ? reprice(cart, withoutLine(cart, input.lineId)) : found;
      }),

    'cart.addCoupon': (input) =>
      change('cart.addCoupon', input, (cart) => {
        const code = normalizeCouponCode(input.code);
        if (cart.coupons.includes(code)) return ok(cart);
        const contents = withCoupon(cart, code);
        if (!contents.ok) return contents;
        const priced = reprice(cart, contents.value);
        if (isUnknown(priced.value.quote, code)) {
          return err(fault('pricing.coupon_unknown', `There is no coupon ${code}.`));
        }
        return priced;
      }),

    'cart.removeCoupon': (input) =>
      change('cart.removeCoupon', input, (cart) => {
        const code = normalizeCouponCode(input.code);
        return cart.coupons.includes(code) ? reprice(cart, withoutCoupon(cart, code)) : ok(cart);
      }),

    'cart.discard': discard,
  };
}

/** Pricing knows which codes exist; the cart does not judge them a second time. */
function isUnknown({ unusedCoupons }: Quote, code: string): boolean {
  return unusedCoupons.some((unused) => unused.reason === 'unknown' && unused.code === code);
}

/** The line is in the cart, so its product and template exist: only the new design can be at fault. */
function designFault(error: Fault): Fault<'design.malformed' | 'design.not_valid'> {
  const { code, message, details } = error;
  if (code === 'design.malformed' || code === 'design.not_valid') {
    return fault(code, message, details);
  }
  throw new Error(`Invariant broken: a product in an open cart became ${code}`);
}
