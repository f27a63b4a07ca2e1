import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import { replaceWrapped, takeForeignKeys } from '../../storage/people.ts';
import { type MasterKeys, unwrapKey, wrapKey } from './master-keys.ts';

const keysPerTransaction = 500;

export interface Rewrapping {
  readonly rewrapped: number;
  /** Keys whose master key was not given, or that are not as they were wrapped. */
  readonly unreadable: number;
}

/**
 * Wraps every person's key with the current master key; older ones are not needed any more when none is
 * unreadable. May be interrupted and begun again. PPL-24.
 */
export async function rewrapKeys(
  { db, now }: Pick<Central, 'db' | 'now'>,
  masterKeys: MasterKeys,
  actor: string,
): Promise<Rewrapping> {
  let rewrapped = 0;
  let unreadable = 0;
  let last: string | null = null;
  do {
    last = await db.transaction().execute(async (transaction) => {
      const keys = await takeForeignKeys(transaction, {
        masterKey: masterKeys.currentId,
        after: last,
        limit: keysPerTransaction,
      });
      for (const key of keys) {
        const plain = unwrapKey(masterKeys, key.person, key);
        if (plain === null) {
          unreadable += 1;
          continue;
        }
        await replaceWrapped(transaction, key.person, wrapKey(masterKeys, key.person, plain));
        plain.fill(0);
        rewrapped += 1;
      }
      return keys.at(-1)?.person ?? null;
    });
  } while (last !== null);
  const details = { masterKey: masterKeys.currentId, rewrapped, unreadable };
  const entry = { actor, action: 'people.rewrapped', details };
  await db.transaction().execute((transaction) => audit(transaction, entry, new Date(now())));
  return { rewrapped, unreadable };
}
