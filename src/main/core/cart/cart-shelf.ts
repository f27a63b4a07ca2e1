import type { CartState } from './cart-state.ts';
import { type CommandMemory, createCommandMemory } from './command-memory.ts';

/** A place for one cart id: the cart, when there is one, and what was asked of it. */
export interface CartPlace {
  readonly cartId: string;
  /** `null` before the first change, and again after the sale or a discard. */
  state: CartState | null;
  /** Where the next cart of this id begins: a price that was seen before is never taken for a later one. */
  firstRevision: number;
  /** The payment that is under way. */
  lockedBy: string | null;
  /** The hand-off that it was filled with: it is not sold a second time. */
  handOff: string | null;
  readonly memory: CommandMemory;
}

export interface CartShelf {
  find(cartId: string): CartPlace | null;
  /** The place of this cart, made when it is new; counts as use of it. */
  take(cartId: string): CartPlace;
  lockedBy(paymentId: string): CartPlace | null;
}

/** More shoppers than a kiosk has in a day; the place that was not used for longest is given up. */
const maxCarts = 200;
const rememberedCommands = 256;

export function createCartShelf(): CartShelf {
  const places = new Map<string, CartPlace>();

  function makeRoom() {
    if (places.size <= maxCarts) return;
    for (const { cartId, lockedBy } of places.values()) {
      if (lockedBy !== null) continue;
      places.delete(cartId);
      return;
    }
  }

  return {
    find: (cartId) => places.get(cartId) ?? null,
    take(cartId) {
      const place = places.get(cartId) ?? {
        cartId,
        state: null,
        firstRevision: 0,
        lockedBy: null,
        handOff: null,
        memory: createCommandMemory(rememberedCommands),
      };
      places.delete(cartId);
      places.set(cartId, place);
      makeRoom();
      return place;
    },
    lockedBy(paymentId) {
      for (const place of places.values()) if (place.lockedBy === paymentId) return place;
      return null;
    },
  };
}
