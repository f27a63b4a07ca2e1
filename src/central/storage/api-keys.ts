import type { Db } from './schema.ts';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly scopes: readonly string[];
  readonly revoked: boolean;
}

export async function findApiKey(db: Db, id: string): Promise<ApiKey | null> {
  const row = await db
    .selectFrom('api_keys')
    .select(['id', 'name', 'secret_hash', 'scopes', 'revoked_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { secret_hash: secretHash, revoked_at: revokedAt, name, scopes } = row;
  return { id, name, secretHash, scopes, revoked: revokedAt !== null };
}

export async function insertApiKey(
  db: Db,
  key: Pick<ApiKey, 'id' | 'name' | 'secretHash' | 'scopes'> & { readonly at: Date },
): Promise<void> {
  const { id, name, secretHash, scopes, at } = key;
  await db
    .insertInto('api_keys')
    .values({
      id,
      name,
      secret_hash: secretHash,
      scopes: [...scopes],
      created_at: at,
      revoked_at: null,
    })
    .execute();
}

/** A key without what could prove it. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/** Every key that was ever issued, oldest first. */
export async function listApiKeys(db: Db): Promise<readonly ListedKey[]> {
  const rows = await db
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'created_at', 'revoked_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, scopes, created_at: createdAt, revoked_at: revokedAt }) => ({
    id,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}

/** False when there is no such key. */
export async function revokeApiKey(db: Db, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
