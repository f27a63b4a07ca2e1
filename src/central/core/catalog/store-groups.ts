import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import { deleteStoreGroup, type StoreGroup, saveStoreGroup } from '../../storage/store-groups.ts';

/** Makes a group, or makes it another. What was published to its stores stays. CCT-15. */
export function saveGroup(
  { database, now }: Pick<Central, 'database' | 'now'>,
  group: StoreGroup,
  actor: string,
): Promise<void> {
  return database.db.transaction().execute(async (db) => {
    await saveStoreGroup(db, group);
    const details = { ...group, stores: [...group.stores] };
    await audit(db, { actor, action: 'store_group.saved', details }, new Date(now()));
  });
}

/** False when there is no such group. */
export function deleteGroup(
  { database, now }: Pick<Central, 'database' | 'now'>,
  id: string,
  actor: string,
): Promise<boolean> {
  return database.db.transaction().execute(async (db) => {
    if (!(await deleteStoreGroup(db, id))) return false;
    await audit(db, { actor, action: 'store_group.deleted', details: { id } }, new Date(now()));
    return true;
  });
}
