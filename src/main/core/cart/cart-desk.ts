import type { Cart } from '#shared/contract/ipc/cart.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { pricingRecords } from '../catalog/pricing-records.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventSink } from '../ports/events.ts';
import type { StockPorts } from '../stock/cart-stock.ts';
import type { CartPlace, CartShelf } from './cart-shelf.ts';
import { type CartState, cartBasket, cartView } from './cart-state.ts';

export interface CartPorts extends StockPorts {
  readonly clock: Clock;
  readonly events: EventSink;
}

export interface CartCommand {
  readonly commandId: string;
  readonly cartId: string;
}

type ErrorOf<R> = R extends { readonly ok: false; readonly error: infer E } ? E : never;
type Answer<R> = Result<Cart, ErrorOf<R> | Fault<'catalog.unavailable' | 'cart.locked'>>;

/** Looks at carts and changes them: each command once, none while a payment is under way. */
export interface CartDesk {
  readonly ports: CartPorts;
  view(cartId: string): Result<Cart, Fault<'catalog.unavailable'>>;
  /** An `edit` that returns the state it was given changes nothing. */
  change<R extends Result<CartState, Fault>>(
    name: string,
    command: CartCommand,
    edit: (cart: CartState) => R,
  ): Answer<R>;
  discard(command: CartCommand): Result<Record<never, never>, Fault<'cart.locked'>>;
}

export function createCartDesk(ports: CartPorts, shelf: CartShelf): CartDesk {
  function view(cartId: string): Result<Cart, Fault<'catalog.unavailable'>> {
    const place = shelf.find(cartId);
    const state = currentState(ports, cartId, place);
    const locked = place !== null && place.lockedBy !== null;
    return state.ok ? ok(cartView(state.value, locked)) : state;
  }

  return {
    ports,
    view,

    change<R extends Result<CartState, Fault>>(
      name: string,
      { commandId, cartId }: CartCommand,
      edit: (cart: CartState) => R,
    ): Answer<R> {
      const place = shelf.take(cartId);
      const before = place.memory.recall(name, commandId);
      if (before === 'forgotten') return view(cartId);
      // Remembered under the name of the command, whose answers all have this type.
      if (before !== null) return before as Answer<R>;
      if (place.lockedBy !== null) return err(cartLocked());

      const state = currentState(ports, cartId, place);
      if (!state.ok) return state;
      const edited = edit(state.value);
      if (edited.ok && edited.value !== state.value) {
        place.state = { ...edited.value, revision: state.value.revision + 1 };
        tellChange(ports.events, place);
      }
      // The error of an `R` that is not ok: TypeScript does not narrow a type parameter.
      const answer = edited.ok ? view(cartId) : err(edited.error as ErrorOf<R>);
      place.memory.remember(name, commandId, answer);
      return answer;
    },

    discard({ commandId, cartId }) {
      const place = shelf.take(cartId);
      if (place.memory.recall('cart.discard', commandId) !== null) return ok({});
      if (place.lockedBy !== null) return err(cartLocked());
      forgetCart(ports.events, place);
      place.memory.remember('cart.discard', commandId, ok({}));
      return ok({});
    },
  };
}

/** Drops the cart and every answer that told of it. */
export function forgetCart(events: EventSink, place: CartPlace): void {
  if (place.state !== null) place.firstRevision = place.state.revision + 1;
  place.state = null;
  place.lockedBy = null;
  place.handOff = null;
  place.memory.forgetAnswers();
  tellChange(events, place);
}

export function tellChange(events: EventSink, place: CartPlace): void {
  const { cartId, state, firstRevision } = place;
  events.emit('cart.changed', { cartId, revision: state?.revision ?? firstRevision });
}

export function cartLocked(): Fault<'cart.locked'> {
  return fault('cart.locked', 'A payment for this cart is under way.');
}

function currentState(
  ports: CartPorts,
  cartId: string,
  place: CartPlace | null,
): Result<CartState, Fault<'catalog.unavailable'>> {
  const state = place?.state ?? null;
  return state === null ? emptyCart(ports, cartId, place?.firstRevision ?? 0) : ok(state);
}

function emptyCart(
  { catalog, clock }: CartPorts,
  cartId: string,
  revision: number,
): Result<CartState, Fault<'catalog.unavailable'>> {
  const catalogVersion = catalog.currentVersion();
  const records = pricingRecords(catalog, catalogVersion, []);
  const contents = { lines: [], coupons: [] };
  const quote = records === null ? null : priceBasket(cartBasket(contents, clock.now()), records);
  if (quote === null || !quote.ok) {
    return err(fault('catalog.unavailable', 'No catalog with this store was imported yet.'));
  }
  return ok({ cartId, catalogVersion, revision, ...contents, quote: quote.value });
}
