import { sql, type Transaction } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** Makes the number of webhooks certain while one is added. */
const addLockKey = 4_610_003;
/** From so many failed attempts in a row on, an endpoint gets one request at a time, with pauses. */
export const failuresUntilQuiet = 5;
const longestQuietMs = 5 * 60_000;

/** An endpoint that hears of events. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  /** Empty: all. */
  readonly types: readonly string[];
  /** Empty: all. */
  readonly stores: readonly string[];
  readonly createdAt: Date;
  readonly disabledReason: 'asked' | 'gone' | null;
  readonly failures: number;
  readonly quietUntil: Date | null;
}

/** What of a webhook can be changed. */
export type WebhookChange = Partial<
  Pick<Webhook, 'url' | 'description' | 'types' | 'stores' | 'disabledReason'>
>;

function webhookOf(row: {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly types: readonly string[];
  readonly stores: readonly string[];
  readonly created_at: Date;
  readonly disabled_reason: 'asked' | 'gone' | null;
  readonly failures: number;
  readonly quiet_until: Date | null;
}): Webhook {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    types: row.types,
    stores: row.stores,
    createdAt: row.created_at,
    disabledReason: row.disabled_reason,
    failures: row.failures,
    quietUntil: row.quiet_until,
  };
}

/** Every webhook, the oldest first. */
export async function listWebhooks(db: Db): Promise<readonly Webhook[]> {
  const rows = await db.selectFrom('webhooks').selectAll().orderBy('id').execute();
  return rows.map(webhookOf);
}

export async function findWebhook(db: Db, id: string): Promise<Webhook | null> {
  const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : webhookOf(row);
}

/** False when there are `most` already. */
export async function insertWebhook(
  db: Transaction<Tables>,
  webhook: Pick<Webhook, 'id' | 'url' | 'description' | 'types' | 'stores' | 'createdAt'>,
  most: number,
): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(${addLockKey})`.execute(db);
  const { count } = await db
    .selectFrom('webhooks')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= most) return false;
  const { id, url, description, types, stores, createdAt } = webhook;
  await db
    .insertInto('webhooks')
    .values({
      id,
      url,
      description,
      types: [...types],
      stores: [...stores],
      created_at: createdAt,
      disabled_at: null,
      disabled_reason: null,
    })
    .execute();
  return true;
}

/** The webhook as it is then; another endpoint, and one that is let in again, begins without failures. */
export async function changeWebhook(
  db: Db,
  id: string,
  change: WebhookChange,
  at: Date,
): Promise<Webhook | null> {
  const { url, description, types, stores, disabledReason } = change;
  const anew = url !== undefined || disabledReason === null;
  const row = await db
    .updateTable('webhooks')
    .set({
      id,
      ...(url === undefined ? {} : { url }),
      ...(description === undefined ? {} : { description }),
      ...(types === undefined ? {} : { types: [...types] }),
      ...(stores === undefined ? {} : { stores: [...stores] }),
      ...(disabledReason === undefined
        ? {}
        : {
            disabled_reason: disabledReason,
            disabled_at: disabledReason === null ? null : at,
          }),
      ...(anew ? { failures: 0, quiet_until: null } : {}),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : webhookOf(row);
}

/** With its secrets and deliveries. False when there is none. */
export async function deleteWebhook(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('webhooks')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** An attempt got through: the endpoint is well. */
export async function noteEndpointWell(db: Db, id: string): Promise<void> {
  await db
    .updateTable('webhooks')
    .set({ failures: 0, quiet_until: null })
    .where('id', '=', id)
    .where('failures', '>', 0)
    .execute();
}

/** An attempt failed. After several the endpoint is left alone for a while, longer each time. */
export async function noteEndpointFailed(
  db: Db,
  id: string,
  at: Date,
  retryAfterMs: number,
): Promise<void> {
  await sql`
    UPDATE webhooks SET
      failures = failures + 1,
      quiet_until = greatest(
        quiet_until,
        ${at}::timestamptz + ${retryAfterMs} * interval '1 ms',
        CASE WHEN failures + 1 >= ${failuresUntilQuiet} THEN
          ${at}::timestamptz + interval '1 ms' * least(
            ${longestQuietMs}, 1000 * power(2, least(failures + 1 - ${failuresUntilQuiet}, 20))
          )
        END
      )
    WHERE id = ${id}
  `.execute(db);
}

/** Whoever asks for a delivery again expects it to be tried now. */
export async function endQuiet(db: Db, id: string): Promise<void> {
  await db.updateTable('webhooks').set({ quiet_until: null }).where('id', '=', id).execute();
}
