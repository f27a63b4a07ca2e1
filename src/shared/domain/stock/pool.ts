import { type Allotment, remaining } from './allotment.ts';

/** One SKU in one store, as head office knows it; in the item's stock unit. */
export interface StockPool {
  /** The last count and every movement after it. */
  readonly onHand: number;
  /** Held by reservations that are open. */
  readonly reserved: number;
  /** What remains of every device's allotment, together. */
  readonly allotted: number;
}

/** What a device tells when it asks for units. */
export interface AllotmentAsk {
  /** All that it was ever granted, as it knows; 0 when it does not say. */
  readonly granted: number;
  /** Its own totals. */
  readonly sold: number;
  readonly returned: number;
  /** How many it would like to hold; 0: it gives up all that it has. */
  readonly target: number;
  /** How many a shopper at the device needs now, which it has not; 0 for nobody. */
  readonly wanted: number;
}

/** Around a device that asks. */
export interface AllotmentPeers {
  /** Devices that sell from this store, itself included. */
  readonly devices: number;
  /** What shoppers at other devices need now, beyond what those have. */
  readonly wantedElsewhere: number;
}

/** What comes of an ask. */
export interface AllotmentAnswer {
  readonly allotment: Allotment;
  /** What the device should hold; it asks again when less than half of that is left. */
  readonly level: number;
  /** It should give units back until its `returned` is this; `null`: it may keep what it has. */
  readonly returnTo: number | null;
  /** Units of the store that are not this device's. */
  readonly elsewhere: number;
}

/** A device that holds more than so many times its level gives the surplus back. */
const surplusFactor = 2;

/** Neither sold, reserved nor allotted. Below zero when a count found less than was promised. STK-10. */
export function available({ onHand, reserved, allotted }: StockPool): number {
  return onHand - reserved - allotted;
}

/**
 * Answers a device: takes over its totals, grants what it may have, and asks for what others need
 * more. `known` is its allotment, whose remainder is part of `pool.allotted`; `known.sold` is what its
 * sales here say, which may be behind what it tells. STK-11 to STK-16.
 */
export function answerAsk(
  pool: StockPool,
  known: Allotment,
  ask: AllotmentAsk,
  peers: AllotmentPeers,
): AllotmentAnswer {
  const returned = Math.max(known.returned, ask.returned);
  const sold = Math.max(known.sold, ask.sold);
  // What was sold before there was an allotment is granted now: those units are gone. And what was granted
  // is, though it was forgotten here: the device may have sold it by now.
  const granted = Math.max(known.granted, ask.granted, sold + returned);
  const covered = { sold: known.sold, returned, granted };
  const others = pool.allotted - remaining(known);
  const unpromised = available({ ...pool, allotted: others + remaining(covered) });

  const free = granted - sold - returned;
  const share = ask.target === 0 ? 0 : fairShare(pool, peers.devices);
  const level = Math.max(share, ask.target);
  const more = grantOf({ unpromised, free, share, level }, ask, peers);
  const allotment = { ...covered, granted: granted + more };

  const kept = free + more;
  // What a count did not find is nobody's to sell, whoever stands there.
  const missing = Math.min(-unpromised, kept);
  const forOthers = Math.min(peers.wantedElsewhere - unpromised, kept - ask.wanted);
  const surplus = kept > level * surplusFactor ? kept - level : 0;
  const back = Math.max(missing, forOthers, surplus, 0);
  return {
    allotment,
    level,
    returnTo: back === 0 ? null : returned + back,
    elsewhere: Math.max(0, pool.onHand - pool.reserved - remaining(allotment)),
  };
}

/** One part for each device and one for the other channels; 0 when there are fewer units than parts. STK-12. */
function fairShare({ onHand, reserved }: StockPool, devices: number): number {
  return Math.floor(Math.max(0, onHand - reserved) / (devices + 1));
}

interface Means {
  readonly unpromised: number;
  readonly free: number;
  readonly share: number;
  readonly level: number;
}

/** STK-13: whoever stands at the device first, then the share, then half of what others need not have. */
function grantOf(
  { unpromised, free, share, level }: Means,
  ask: AllotmentAsk,
  peers: AllotmentPeers,
) {
  const forShopper = clamp(ask.wanted - free, unpromised);
  const forShelf = Math.min(
    level - free,
    Math.max(share - free, Math.ceil((unpromised - share) / 2)),
  );
  return Math.max(forShopper, clamp(forShelf, unpromised - peers.wantedElsewhere));
}

function clamp(quantity: number, most: number): number {
  return Math.max(0, Math.min(quantity, most));
}
