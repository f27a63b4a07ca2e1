import type { Generated } from 'kysely';

interface StockLevelRow {
  readonly store: string;
  readonly sku: string;
  readonly counted: number | null;
  readonly counted_at: Date | null;
  readonly moved: Generated<number>;
  readonly recall_until: Date | null;
}

interface StockMovementRow {
  readonly store: string;
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly kind: 'sale' | 'reservation' | 'receipt' | 'adjustment';
  readonly at: Date;
  readonly recorded_at: Date;
  readonly device: string | null;
  readonly order_id: string | null;
  readonly reason: string | null;
}

interface StockAllotmentRow {
  readonly store: string;
  readonly sku: string;
  readonly device: string;
  readonly granted: number;
  readonly sold: Generated<number>;
  readonly returned: Generated<number>;
  readonly wanted: Generated<number>;
  readonly wanted_at: Date | null;
  readonly told_sold: Generated<number>;
  readonly told_at: Date | null;
  readonly settled_at: Date | null;
}

interface StockReservationRow {
  readonly id: string;
  readonly store: string;
  readonly state: 'open' | 'committed' | 'released' | 'expired';
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
  readonly order_id: string | null;
}

interface StockReservationLineRow {
  readonly reservation: string;
  readonly store: string;
  readonly sku: string;
  readonly quantity: number;
  readonly holds: boolean;
}

export interface StockTables {
  readonly stock_levels: StockLevelRow;
  readonly stock_movements: StockMovementRow;
  readonly stock_allotments: StockAllotmentRow;
  readonly stock_reservations: StockReservationRow;
  readonly stock_reservation_lines: StockReservationLineRow;
}
