import type { PersonErasedV1 } from '#shared/contract/api/people.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import { insertEvents } from '../../storage/events.ts';
import { findPerson, insertErasure, lockPerson } from '../../storage/people.ts';
import type { Db } from '../../storage/schema.ts';
import { centralEvent } from '../feed/central-event.ts';

/**
 * Destroys a person's key here; devices destroy theirs when they next ask. Returns when they were erased,
 * which may have been before; `null` when nothing was ever heard of them. PPL-26.
 */
export async function erasePerson(
  { db, now, onEvents }: Pick<Central, 'db' | 'now' | 'onEvents'>,
  id: string,
  actor: string,
): Promise<Date | null> {
  const at = new Date(now());
  const erasedAt = await db.transaction().execute(async (transaction) => {
    await lockPerson(transaction, id);
    const known = await findPerson(transaction, id);
    if (known === null || known.erasedAt !== null) return known?.erasedAt ?? null;
    await eraseOnce(transaction, id, actor, at);
    const store = known.recorded?.store ?? known.key?.store;
    if (store !== undefined) {
      const told: PersonErasedV1 = { personId: id, store };
      await insertEvents(transaction, [centralEvent('person.erased', told)], at);
    }
    return at;
  });
  onEvents();
  return erasedAt;
}

/** In the transaction of whoever has a reason; nothing when it was done before. */
export async function eraseOnce(db: Db, id: string, actor: string, at: Date): Promise<void> {
  if (!(await insertErasure(db, id, at))) return;
  await audit(db, { actor, action: 'person.erased', details: { person: id } }, at);
}
