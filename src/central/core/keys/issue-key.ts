import { createHash, randomBytes } from 'node:crypto';
import type { Central } from '../../central.ts';
import { insertApiKey } from '../../storage/api-keys.ts';
import { audit } from '../../storage/audit.ts';

/** Makes an API key; it is told once and kept as a hash. `bbk_<id>_<secret>`. */
export async function issueApiKey(
  { db, now }: Pick<Central, 'db' | 'now'>,
  key: { readonly name: string; readonly scopes: readonly string[]; readonly actor: string },
): Promise<{ readonly id: string; readonly key: string }> {
  const { name, scopes, actor } = key;
  const id = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const secretHash = createHash('sha256').update(secret).digest();
  const at = new Date(now());
  await db.transaction().execute(async (transaction) => {
    await insertApiKey(transaction, { id, name, secretHash, scopes, at });
    const details = { id, name, scopes: [...scopes] };
    await audit(transaction, { actor, action: 'key.issued', details }, at);
  });
  return { id, key: `bbk_${id}_${secret}` };
}
