import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import {
  type CartCommand,
  type CartPorts,
  cartLocked,
  createCartDesk,
  forgetCart,
  tellChange,
} from './cart-desk.ts';
import { type CartHandlers, cartHandlers } from './cart-handlers.ts';
import { createCartShelf } from './cart-shelf.ts';
import { type CartContents, type CartState, cartBasket } from './cart-state.ts';
import { checkLine } from './check-line.ts';

/** What a payment is for: exactly what the shopper saw. */
export interface PayableCart {
  readonly basket: Basket;
  readonly quote: Quote;
  /** The hand-off that it was filled with. */
  readonly handOff: string | null;
}

type PayFault = Fault<'cart.empty' | 'cart.locked' | 'cart.changed' | 'design.not_valid'>;

/** The open carts of this kiosk: in memory only, gone with the process. */
export interface Carts {
  readonly handlers: CartHandlers;
  /** What is in the cart; `null` when there is none. */
  contents(cartId: string): CartContents | null;
  tieToHandOff(cartId: string, handOff: string): void;
  /** The hand-off that the cart was filled with, or that was made of it; `null` when there is none. */
  handOffOf(cartId: string): string | null;
  /** Does a command for the cart once; what it answered is forgotten with the cart. */
  once<R extends Result<unknown, Fault>>(name: string, command: CartCommand, act: () => R): R;
  /** Locks the cart for a payment of the price at `revision`. */
  beginPayment(cartId: string, revision: number, paymentId: string): Result<PayableCart, PayFault>;
  /** Nothing was charged: the shopper may go on. Without such a cart (a restart) nothing happens. */
  cancelPayment(paymentId: string): void;
  /** The sale is stored: the cart and all that was told for it is forgotten. Answers what it was filled with. */
  finishPayment(paymentId: string): string | null;
  /** What is in a cart, as far as it says whom to ask about it; `null` when it is empty. */
  worth(cartId: string): { readonly totalMinor: number; readonly hasDesign: boolean } | null;
}

export function createCarts(ports: CartPorts): Carts {
  const shelf = createCartShelf();

  return {
    handlers: cartHandlers(createCartDesk(ports, shelf)),

    contents: (cartId) => shelf.find(cartId)?.state ?? null,

    tieToHandOff(cartId, handOff) {
      shelf.take(cartId).handOff = handOff;
    },

    handOffOf: (cartId) => shelf.find(cartId)?.handOff ?? null,

    once<R extends Result<unknown, Fault>>(
      name: string,
      { commandId, cartId }: CartCommand,
      act: () => R,
    ): R {
      const { memory } = shelf.take(cartId);
      const before = memory.recall(name, commandId);
      // Remembered under the name of the command, whose answers all have this type.
      if (before !== null && before !== 'forgotten') return before as R;
      const answer = act();
      memory.remember(name, commandId, answer);
      return answer;
    },

    beginPayment(cartId, revision, paymentId) {
      const place = shelf.find(cartId);
      const state = place?.state ?? null;
      if (place === null || state === null || state.lines.length === 0) {
        return err(fault('cart.empty', 'There is nothing in the cart to pay for.'));
      }
      if (place.lockedBy !== null) return err(cartLocked());
      if (state.revision !== revision) {
        const message = `The cart changed: it is at revision ${state.revision}, not ${revision}.`;
        return err(fault('cart.changed', message, { revision: state.revision }));
      }
      const checked = checkDesigns(ports, state);
      if (!checked.ok) return checked;
      place.lockedBy = paymentId;
      tellChange(ports.events, place);
      const { handOff } = place;
      return ok({ basket: cartBasket(state, state.quote.at), quote: state.quote, handOff });
    },

    cancelPayment(paymentId) {
      const place = shelf.lockedBy(paymentId);
      if (place === null) return;
      place.lockedBy = null;
      tellChange(ports.events, place);
    },

    finishPayment(paymentId) {
      const place = shelf.lockedBy(paymentId);
      const handOff = place?.handOff ?? null;
      if (place !== null) forgetCart(ports.events, place);
      return handOff;
    },

    worth(cartId) {
      const state = shelf.find(cartId)?.state ?? null;
      if (state === null || state.lines.length === 0) return null;
      const hasDesign = state.lines.some(({ line }) => line.design !== undefined);
      return { totalMinor: state.quote.totalMinor, hasDesign };
    },
  };
}

/** SAL-21: thresholds and rules follow the date, so what was allowed yesterday is asked again. */
function checkDesigns(
  { catalog, clock }: CartPorts,
  cart: CartState,
): Result<null, Fault<'design.not_valid'>> {
  for (const { line, product, declaration } of cart.lines) {
    if (line.design === undefined) continue;
    const wanted = { design: line.design, declaration };
    const checked = checkLine(catalog, cart.catalogVersion, clock.now(), product, wanted);
    if (checked.ok) continue;
    const { code, message, details } = checked.error;
    if (code === 'design.not_valid') return err(fault(code, message, details));
    throw new Error(`Invariant broken: a line of an open cart became ${code}`);
  }
  return ok(null);
}
