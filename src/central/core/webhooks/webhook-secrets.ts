import { v7 as uuidv7 } from 'uuid';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import type { Db } from '../../storage/schema.ts';
import {
  expireSecrets,
  insertSecret,
  replaceWrappedSecret,
  takeForeignSecrets,
  type WrappedSecret,
} from '../../storage/webhook-secrets.ts';
import { type MasterKeys, unwrapKey, wrapKey } from '../people/master-keys.ts';
import { newSecret } from './sign-webhook.ts';

/** What a wrapped secret is bound to. A person's key is bound to a UUID alone: neither passes as the other. */
function boundTo(webhook: string): string {
  return `webhook:${webhook}`;
}

/** Makes a webhook's next secret; the one before it goes on signing until `previousExpiresAt`. EVO-42 */
export async function renewSecret(
  db: Db,
  masterKeys: MasterKeys,
  renewal: { readonly webhook: string; readonly previousExpiresAt: Date; readonly at: Date },
): Promise<Buffer> {
  const { webhook, previousExpiresAt, at } = renewal;
  await expireSecrets(db, webhook, previousExpiresAt, at);
  const secret = newSecret();
  const wrapped = wrapKey(masterKeys, boundTo(webhook), secret);
  await insertSecret(db, { id: uuidv7(), webhook, ...wrapped }, at);
  return secret;
}

/** The secret itself; `null` when its master key is not here. */
export function openSecret(masterKeys: MasterKeys | null, kept: WrappedSecret): Buffer | null {
  return masterKeys === null ? null : unwrapKey(masterKeys, boundTo(kept.webhook), kept);
}

/**
 * Wraps every secret with the current master key, as `rewrapKeys` does with persons' keys. EVO-43
 * @returns how many were, and how many nobody can read.
 */
export async function rewrapSecrets(
  { db, now }: Pick<Central, 'db' | 'now'>,
  masterKeys: MasterKeys,
  actor: string,
): Promise<{ readonly rewrapped: number; readonly unreadable: number }> {
  return db.transaction().execute(async (transaction) => {
    let rewrapped = 0;
    let unreadable = 0;
    for (const kept of await takeForeignSecrets(transaction, masterKeys.currentId)) {
      const secret = openSecret(masterKeys, kept);
      if (secret === null) {
        unreadable += 1;
        continue;
      }
      const wrapped = wrapKey(masterKeys, boundTo(kept.webhook), secret);
      await replaceWrappedSecret(transaction, kept.id, wrapped);
      rewrapped += 1;
    }
    const details = { masterKey: masterKeys.currentId, rewrapped, unreadable };
    await audit(transaction, { actor, action: 'webhook.rewrapped', details }, new Date(now()));
    return { rewrapped, unreadable };
  });
}
