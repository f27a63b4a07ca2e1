/** Sales of one SKU by one device, in the item's stock unit. */
export interface RecentSales {
  /** Days that `quantity` was sold in, at least one. */
  readonly days: number;
  readonly quantity: number;
  /** The most that one order took. */
  readonly largest: number;
}

/** So long should a device be able to go on by itself, at its recent pace. */
const coverDays = 3;

/** How many a device asks to hold: its pace for three days, one order's worth at least, never nothing. STK-20. */
export function targetLevel({ days, quantity, largest }: RecentSales): number {
  return Math.max(1, largest, Math.ceil((quantity / Math.max(1, days)) * coverDays));
}

/** The low-water mark: less than half of the level is left. STK-21. */
export function isLow(free: number, level: number): boolean {
  return free * 2 < level;
}
