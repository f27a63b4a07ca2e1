import type { Db } from './schema.ts';

/** A signing secret as it is kept. */
export interface WrappedSecret {
  readonly id: string;
  readonly webhook: string;
  readonly masterKey: string;
  readonly wrapped: Buffer;
}

/** The newest one of a webhook; the one before it is to expire first. */
export async function insertSecret(db: Db, secret: WrappedSecret, at: Date): Promise<void> {
  const { id, webhook, masterKey, wrapped } = secret;
  await db
    .insertInto('webhook_secrets')
    .values({ id, webhook, master_key: masterKey, wrapped, created_at: at, expires_at: null })
    .execute();
}

/** Lets the present secret sign beside the next one until `expiresAt`, and takes away what has expired. */
export async function expireSecrets(
  db: Db,
  webhook: string,
  expiresAt: Date,
  at: Date,
): Promise<void> {
  await db
    .deleteFrom('webhook_secrets')
    .where('webhook', '=', webhook)
    .where('expires_at', '<=', at)
    .execute();
  await db
    .updateTable('webhook_secrets')
    .set({ expires_at: expiresAt })
    .where('webhook', '=', webhook)
    .where('expires_at', 'is', null)
    .execute();
}

/** What bodies for these webhooks are signed with now, the newest first. */
export async function secretsOf(
  db: Db,
  webhooks: readonly string[],
  at: Date,
): Promise<readonly WrappedSecret[]> {
  if (webhooks.length === 0) return [];
  const rows = await db
    .selectFrom('webhook_secrets')
    .select(['id', 'webhook', 'master_key as masterKey', 'wrapped'])
    .where('webhook', 'in', [...webhooks])
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', at)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows;
}

/** Those that another master key wrapped. */
export async function takeForeignSecrets(
  db: Db,
  masterKey: string,
): Promise<readonly WrappedSecret[]> {
  return db
    .selectFrom('webhook_secrets')
    .select(['id', 'webhook', 'master_key as masterKey', 'wrapped'])
    .where('master_key', '<>', masterKey)
    .forUpdate()
    .execute();
}

export async function replaceWrappedSecret(
  db: Db,
  id: string,
  { masterKey, wrapped }: Pick<WrappedSecret, 'masterKey' | 'wrapped'>,
): Promise<void> {
  await db
    .updateTable('webhook_secrets')
    .set({ master_key: masterKey, wrapped })
    .where('id', '=', id)
    .execute();
}
