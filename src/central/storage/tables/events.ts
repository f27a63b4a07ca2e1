import type { ColumnType, Generated } from 'kysely';

interface EventRow {
  readonly store: string;
  readonly id: string;
  readonly device: string | null;
  readonly device_seq: number | null;
  readonly type: string;
  readonly schema_version: number;
  readonly payload: ColumnType<unknown, string, never>;
  readonly hash: Buffer;
  readonly received_at: Date;
  readonly epoch: Generated<number>;
  readonly xid: Generated<string>;
  readonly seq: Generated<number>;
}

interface OrderRow {
  readonly store: string;
  readonly id: string;
  readonly event: string;
  readonly device: string | null;
  readonly number: string;
  readonly sold_at: Date;
  readonly received_at: Date;
  readonly currency: string;
  readonly catalog_hash: string | null;
  readonly subtotal_minor: number;
  readonly discount_minor: number;
  readonly tax_minor: number;
  readonly cash_rounding_minor: number;
  readonly total_minor: number;
}

export interface EventTables {
  readonly events: EventRow;
  readonly orders: OrderRow;
}
