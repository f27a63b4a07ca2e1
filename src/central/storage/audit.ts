import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson, type Json } from '#shared/lib/canonical-json.ts';
import type { Db } from './schema.ts';

/** What stands before the first entry. */
export const firstPreviousHash = '0'.repeat(64);
/** Entries are chained: one at a time. */
const lockKey = 4_610_002;

/** What an administrator did. */
export interface AuditEntry {
  /** `cli`, `key:<id>`, `device:<id>`, or `central` for what it does by itself. */
  readonly actor: string;
  /** e.g. `device.revoked`. */
  readonly action: string;
  readonly details: Json;
}

/** What an entry's hash is taken of; `details` is its stored JSON. */
export function auditHash(entry: {
  readonly seq: number;
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly details: string;
  readonly previousHash: string;
}): string {
  const { seq, atMs, actor, action, details, previousHash } = entry;
  return createHash('sha256')
    .update(canonicalJson([seq, atMs, actor, action, details, previousHash]))
    .digest('hex');
}

/** Adds the next link of the chain; call it in the transaction of what it tells. */
export async function audit(db: Db, entry: AuditEntry, at: Date): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${lockKey})`.execute(db);
  const last = await db
    .selectFrom('audit_log')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { actor, action } = entry;
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? firstPreviousHash;
  const details = canonicalJson(entry.details);
  const hash = auditHash({ seq, atMs: at.getTime(), actor, action, details, previousHash });
  await db
    .insertInto('audit_log')
    .values({ seq, at, actor, action, details, previous_hash: previousHash, hash })
    .execute();
}

/** An entry as it is stored. */
export interface StoredAuditEntry {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  /** The stored JSON, of which the hash was taken. */
  readonly details: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The newest entries that fit, the newest first; or, after a number, the next ones, the oldest first. */
export async function auditEntries(
  db: Db,
  query: {
    readonly limit: number;
    readonly afterSeq?: number;
    readonly actor?: string;
    readonly action?: string;
  },
): Promise<readonly StoredAuditEntry[]> {
  const { limit, afterSeq, actor, action } = query;
  let select = db
    .selectFrom('audit_log')
    .select(['seq', 'at', 'actor', 'action', sql<string>`details::text`.as('details')])
    .select(['previous_hash as previousHash', 'hash'])
    .orderBy('seq', afterSeq === undefined ? 'desc' : 'asc')
    .limit(limit);
  if (afterSeq !== undefined) select = select.where('seq', '>', afterSeq);
  if (actor !== undefined) select = select.where('actor', '=', actor);
  if (action !== undefined) select = select.where('action', '=', action);
  return select.execute();
}
