import { sql } from 'kysely';
import type { Db } from './schema.ts';
import { failuresUntilQuiet } from './webhooks.ts';

export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** A CloudEvent that a webhook is to get. */
export interface NewDelivery {
  readonly webhook: string;
  /** Id of the CloudEvent. */
  readonly event: string;
  readonly type: string;
  readonly store: string;
  readonly storedEvent: string;
}

/** What became of a delivery so far. */
export interface Delivery extends NewDelivery {
  readonly state: DeliveryState;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly endedAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

/** A delivery that is being attempted by whoever holds this. */
export interface ClaimedDelivery extends NewDelivery {
  readonly url: string;
  /** Of its endpoint, in a row, before this one. */
  readonly failures: number;
  /** With this one. */
  readonly attempts: number;
  readonly readyAt: Date;
}

const columns = [
  'webhook',
  'event',
  'type',
  'store',
  'stored_event as storedEvent',
  'state',
  'created_at as createdAt',
  'attempts',
  'next_attempt_at as nextAttemptAt',
  'ended_at as endedAt',
  'last_status as lastStatus',
  'last_error as lastError',
] as const;

/** Adds deliveries, to be attempted now. Known ones stay as they are, or begin anew when `again`. */
export async function insertDeliveries(
  db: Db,
  deliveries: readonly NewDelivery[],
  at: Date,
  again: boolean,
): Promise<void> {
  if (deliveries.length === 0) return;
  const onConflict = again
    ? sql`DO UPDATE SET state = 'waiting', ready_at = excluded.ready_at, attempts = 0,
        next_attempt_at = excluded.next_attempt_at, ended_at = NULL
        WHERE webhook_deliveries.state <> 'waiting'`
    : sql`DO NOTHING`;
  await sql`
    INSERT INTO webhook_deliveries
      (webhook, event, type, store, stored_event, created_at, ready_at, next_attempt_at)
    SELECT webhook, event, type, store, "storedEvent", ${at}, ${at}, ${at}
    FROM json_to_recordset(${JSON.stringify(deliveries)}::json) AS wanted (
      webhook uuid, event uuid, type text, store text, "storedEvent" uuid
    )
    ON CONFLICT (webhook, event) ${onConflict}
  `.execute(db);
}

/**
 * Takes what is due, for each webhook as much as it has lanes free. What is not ended until `lostAt`
 * counts as lost with its process and is due again then.
 */
export async function claimDeliveries(
  db: Db,
  query: {
    /** How many of a webhook's deliveries are being attempted by this process. */
    readonly busy: ReadonlyMap<string, number>;
    readonly lanes: number;
    readonly at: Date;
    readonly lostAt: Date;
  },
): Promise<readonly ClaimedDelivery[]> {
  const { busy, lanes, at, lostAt } = query;
  const { rows } = await sql<ClaimedDelivery>`
    WITH due AS MATERIALIZED (
      SELECT next.webhook, next.event, w.url, w.failures
      FROM webhooks w
      LEFT JOIN unnest(${[...busy.keys()]}::uuid[], ${[...busy.values()]}::integer[])
        AS busy (webhook, count) ON busy.webhook = w.id
      CROSS JOIN LATERAL (
        SELECT d.webhook, d.event FROM webhook_deliveries d
        WHERE d.webhook = w.id AND d.state = 'waiting' AND d.next_attempt_at <= ${at}
        ORDER BY d.next_attempt_at
        LIMIT greatest(
          CASE WHEN w.failures >= ${failuresUntilQuiet} THEN 1 ELSE ${lanes}::integer END
            - coalesce(busy.count, 0),
          0
        )
        FOR UPDATE SKIP LOCKED
      ) next
      WHERE w.disabled_at IS NULL AND (w.quiet_until IS NULL OR w.quiet_until <= ${at})
    )
    UPDATE webhook_deliveries d
    SET attempts = d.attempts + 1, next_attempt_at = ${lostAt}
    FROM due
    WHERE d.webhook = due.webhook AND d.event = due.event
    RETURNING d.webhook, d.event, d.type, d.store, d.stored_event AS "storedEvent", due.url,
      due.failures, d.attempts, d.ready_at AS "readyAt"
  `.execute(db);
  return rows;
}

/** How an attempt ended. */
export interface AttemptEnd {
  readonly state: DeliveryState;
  /** When it is tried again; only while `waiting`. */
  readonly nextAttemptAt: Date | null;
  readonly status: number | null;
  readonly error: string | null;
}

type Attempt = Pick<ClaimedDelivery, 'webhook' | 'event' | 'attempts'>;

/** Writes down how an attempt ended, unless it counted as lost and another one began. */
export async function endAttempt(
  db: Db,
  { webhook, event, attempts }: Attempt,
  { state, nextAttemptAt, status, error }: AttemptEnd,
  at: Date,
): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({
      state,
      next_attempt_at: nextAttemptAt,
      ended_at: state === 'waiting' ? null : at,
      last_status: status,
      last_error: error,
    })
    .where('webhook', '=', webhook)
    .where('event', '=', event)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .execute();
}

/** Gives back what was claimed and not attempted to its end: it is due at once and counts no attempt. */
export async function unclaim(
  db: Db,
  { webhook, event, attempts }: Attempt,
  at: Date,
): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ attempts: attempts - 1, next_attempt_at: at })
    .where('webhook', '=', webhook)
    .where('event', '=', event)
    .where('attempts', '=', attempts)
    .where('state', '=', 'waiting')
    .execute();
}

/** Where a page of deliveries begins: after this one, newest first. */
export interface DeliveryPlace {
  readonly createdAtMs: number;
  readonly event: string;
}

/** A webhook's deliveries, the newest first. */
export async function deliveriesPage(
  db: Db,
  query: {
    readonly webhook: string;
    readonly state?: DeliveryState;
    readonly after?: DeliveryPlace;
    readonly limit: number;
  },
): Promise<readonly Delivery[]> {
  const { webhook, state, after, limit } = query;
  let rows = db.selectFrom('webhook_deliveries').select(columns).where('webhook', '=', webhook);
  if (state !== undefined) rows = rows.where('state', '=', state);
  if (after !== undefined) {
    const createdAt = new Date(after.createdAtMs);
    rows = rows.where(sql<boolean>`(created_at, event) < (${createdAt}, ${after.event}::uuid)`);
  }
  return rows.orderBy('created_at', 'desc').orderBy('event', 'desc').limit(limit).execute();
}

/** Makes one delivery begin anew, whatever became of it; `null` when there is none. */
export async function replayDelivery(
  db: Db,
  webhook: string,
  event: string,
  at: Date,
): Promise<Delivery | null> {
  const row = await db
    .updateTable('webhook_deliveries')
    .set({ state: 'waiting', ready_at: at, attempts: 0, next_attempt_at: at, ended_at: null })
    .where('webhook', '=', webhook)
    .where('event', '=', event)
    .returning(columns)
    .executeTakeFirst();
  return row ?? null;
}

/** Ends what has waited since before `since`; returns how many there were. */
export async function expireDeliveries(db: Db, since: Date, at: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('webhook_deliveries')
    .set({ state: 'dead', next_attempt_at: null, ended_at: at })
    .where('state', '=', 'waiting')
    .where('ready_at', '<', since)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Forgets deliveries that ended in this state before `before`, some at a time. */
export async function forgetDeliveries(
  db: Db,
  state: 'delivered' | 'dead',
  before: Date,
): Promise<void> {
  const atOnce = 10_000;
  for (let deleted = atOnce; deleted === atOnce; ) {
    const { numAffectedRows = 0n } = await sql`
      DELETE FROM webhook_deliveries WHERE (webhook, event) IN (
        SELECT webhook, event FROM webhook_deliveries
        WHERE state = ${state} AND state <> 'waiting' AND ended_at < ${before}
        LIMIT ${atOnce}
      )
    `.execute(db);
    deleted = Number(numAffectedRows);
  }
}

/** How long the delivery that has been ready longest of each webhook has waited, and how many are dead. */
export async function deliveryHealth(
  db: Db,
): Promise<
  readonly { readonly webhook: string; readonly readyAt: Date | null; readonly dead: number }[]
> {
  const { rows } = await sql<{ webhook: string; readyAt: Date | null; dead: number }>`
    SELECT w.id AS webhook,
      (SELECT min(ready_at) FROM webhook_deliveries d
        WHERE d.webhook = w.id AND d.state = 'waiting') AS "readyAt",
      (SELECT count(*) FROM webhook_deliveries d
        WHERE d.webhook = w.id AND d.state = 'dead') AS dead
    FROM webhooks w WHERE w.disabled_at IS NULL
  `.execute(db);
  return rows;
}
