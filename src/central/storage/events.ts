import { sql } from 'kysely';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { Db } from './schema.ts';

/** An event as it is stored; `hash` is hex. */
export interface StoredEvent {
  readonly id: string;
  readonly store: string;
  readonly device: string | null;
  readonly deviceSeq: number | null;
  readonly type: string;
  readonly schemaVersion: number;
  /** Canonical JSON: the text that the hash was taken of. */
  readonly payload: string;
  /** What `payload` says, checked against the schema of the type. */
  readonly content: unknown;
  readonly hash: string;
}

/** What became of each event of a batch. */
export interface StoredBatch {
  readonly stored: ReadonlySet<string>;
  /** Those that were there before, as they are there, by id. */
  readonly known: ReadonlyMap<string, Pick<StoredEvent, 'hash' | 'device'>>;
  /** Events of which the order is stored already, under another event. */
  readonly doubled: ReadonlySet<string>;
}

/**
 * Stores events that are not stored yet, in the given order, and the orders that they tell of; in a
 * transaction of the caller's. Each id is stored once, for ever.
 */
export async function insertEvents(
  db: Db,
  events: readonly StoredEvent[],
  at: Date,
): Promise<StoredBatch> {
  const inserted = await sql<{ id: string }>`
    INSERT INTO events
      (store, id, device, device_seq, type, schema_version, payload, hash, received_at, epoch)
    SELECT store, id, device, seq, type, version, payload::json, decode(hash, 'hex'), ${at},
      -- Asked once, not for every row as the column's default would.
      (SELECT feed_epoch())
    FROM ROWS FROM (
      json_to_recordset(${rowsOf(events)}::json) AS (
        store text, id uuid, device uuid, seq bigint, type text, version integer, hash text
      ),
      string_to_table(${payloadLines(events)}::text, E'\n')
    ) AS pushed (store, id, device, seq, type, version, hash, payload)
    ON CONFLICT (store, id) DO NOTHING
    RETURNING id
  `.execute(db);
  const stored = new Set(inserted.rows.map(({ id }) => id));
  const others = events.filter(({ id }) => !stored.has(id));
  const known = others.length === 0 ? new Map() : await knownOf(db, others);
  const doubled = await insertOrders(
    db,
    events.filter(({ id, type }) => type === 'order.completed' && stored.has(id)),
    at,
  );
  return { stored, known, doubled };
}

/** One text for all rows: PostgreSQL takes it apart faster than a thousand parameters. */
function rowsOf(events: readonly StoredEvent[]): string {
  return JSON.stringify(
    events.map(({ store, id, device, deviceSeq, type, schemaVersion, hash }) => {
      return { store, id, device, seq: deviceSeq, type, version: schemaVersion, hash };
    }),
  );
}

/** Apart from their rows, so that PostgreSQL reads each once; JSON text has no line breaks of its own. */
function payloadLines(events: readonly StoredEvent[]): string {
  return events.map(({ payload }) => payload).join('\n');
}

async function knownOf(db: Db, events: readonly StoredEvent[]): Promise<StoredBatch['known']> {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'device', sql<string>`encode(hash, 'hex')`.as('hash')])
    .where('store', 'in', [...new Set(events.map(({ store }) => store))])
    .where(
      'id',
      'in',
      events.map(({ id }) => id),
    )
    .execute();
  return new Map(rows.map(({ id, hash, device }) => [id, { hash, device }]));
}

/** Returns the events whose order is there already; they are taken out again. */
async function insertOrders(
  db: Db,
  events: readonly StoredEvent[],
  at: Date,
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const rows = events.map(({ id, store, device, content }) => {
    // It was checked against the schema of its type before.
    const order = content as OrderCompletedV1;
    return {
      store,
      id: order.orderId,
      event: id,
      device,
      number: order.number,
      sold_at: new Date(order.soldAt),
      currency: order.currency,
      catalog_hash: order.catalogHash ?? null,
      subtotal_minor: order.subtotalMinor,
      discount_minor: order.discountMinor,
      tax_minor: order.taxMinor,
      cash_rounding_minor: order.cashRoundingMinor,
      total_minor: order.totalMinor,
    };
  });
  const inserted = await sql<{ event: string }>`
    INSERT INTO orders
      (store, id, event, device, number, sold_at, received_at, currency, catalog_hash,
       subtotal_minor, discount_minor, tax_minor, cash_rounding_minor, total_minor)
    SELECT store, id, event, device, number, sold_at, ${at}, currency, catalog_hash,
       subtotal_minor, discount_minor, tax_minor, cash_rounding_minor, total_minor
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS sold (
      store text, id uuid, event uuid, device uuid, number text, sold_at timestamptz,
      currency text, catalog_hash text, subtotal_minor bigint, discount_minor bigint,
      tax_minor bigint, cash_rounding_minor bigint, total_minor bigint
    )
    ON CONFLICT (store, id) DO NOTHING
    RETURNING event
  `.execute(db);
  const told = new Set(inserted.rows.map(({ event }) => event));
  const doubled = events.filter(({ id }) => !told.has(id));
  for (const { store, id } of doubled) {
    await db.deleteFrom('events').where('store', '=', store).where('id', '=', id).execute();
  }
  return new Set(doubled.map(({ id }) => id));
}
