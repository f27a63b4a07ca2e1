import { timingSafeEqual } from 'node:crypto';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { type EnrolledDevice, storesOf } from '../../storage/devices.ts';
import { findPerson, insertPersonKey, type KnownPerson, lockPerson } from '../../storage/people.ts';
import { type MasterKeys, unwrapKey, wrapKey } from './master-keys.ts';
import { openContact } from './open-contact.ts';

type KeyFault = Fault<
  'person.erased' | 'person.not_found' | 'person.key_conflict' | 'person.no_master_key'
>;

/**
 * Takes a person's key from a device of their store, once: the same key again is no fault, another one is
 * refused, and one of somebody who was erased is too. PPL-20 to PPL-22.
 */
export async function takeKey(
  { db, now, masterKeys }: Pick<Central, 'db' | 'now' | 'masterKeys'>,
  device: EnrolledDevice,
  personId: string,
  key: Buffer,
): Promise<Result<null, KeyFault>> {
  if (masterKeys === null) {
    return err(
      fault('person.no_master_key', 'There is no master key yet; keep the key until then'),
    );
  }
  return db.transaction().execute(async (transaction) => {
    await lockPerson(transaction, personId);
    const known = await findPerson(transaction, personId);
    const refusal = known === null ? null : await refusalOf(known);
    if (refusal !== null) return err(refusal);
    if (known?.key !== null && known?.key !== undefined) return ok(null);
    const wrapped = wrapKey(masterKeys, personId, key);
    const { store } = known?.recorded ?? device;
    const at = new Date(now());
    await insertPersonKey(transaction, { person: personId, store, ...wrapped, at });
    return ok(null);

    async function refusalOf({ erasedAt, recorded, key: held }: KnownPerson) {
      const store = recorded?.store ?? held?.store;
      if (store !== undefined && !(await storesOf(transaction, device.id)).has(store)) {
        return fault('person.not_found', 'This device recorded no such person');
      }
      if (erasedAt !== null) return fault('person.erased', 'The person was erased');
      const isRight =
        held === null
          ? recorded === null || openContact(personId, recorded.sealed, key) !== null
          : isSame(masterKeys, personId, held, key);
      return isRight ? null : fault('person.key_conflict', 'This is not the key of that person');
    }
  });
}

/** A key that cannot be unwrapped now cannot be compared; it stays as it is. */
function isSame(
  masterKeys: MasterKeys | null,
  personId: string,
  held: NonNullable<KnownPerson['key']>,
  key: Buffer,
): boolean {
  const known = masterKeys === null ? null : unwrapKey(masterKeys, personId, held);
  return known === null || timingSafeEqual(known, key);
}
