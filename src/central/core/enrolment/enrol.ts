import type { EnrolmentRequest } from '#shared/contract/api/device.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import type { EnrolledDevice } from '../../storage/devices.ts';
import {
  insertEnrolCode,
  markEnrolCodeUsed,
  saveDevice,
  takeEnrolCode,
} from '../../storage/enrolment.ts';
import { enrolCodeHash, makeEnrolCode } from './enrol-code.ts';

/** How long a code lets a device in. */
export const enrolCodeMinutes = 15;

/** Makes a code with which one device may enrol in `store`; it is told once and kept as a hash. */
export async function issueEnrolCode(
  { db, now }: Pick<Central, 'db' | 'now'>,
  { store, name, actor }: { readonly store: string; readonly name: string; readonly actor: string },
): Promise<{ readonly code: string; readonly expiresAt: Date }> {
  const code = makeEnrolCode();
  const at = new Date(now());
  const expiresAt = new Date(now() + enrolCodeMinutes * 60_000);
  await db.transaction().execute(async (transaction) => {
    await insertEnrolCode(transaction, {
      codeHash: enrolCodeHash(code),
      store,
      name,
      at,
      expiresAt,
    });
    await audit(
      transaction,
      { actor, action: 'enrolment.code_issued', details: { store, name } },
      at,
    );
  });
  return { code, expiresAt };
}

/**
 * Lets a device in, once per code; the same device with the same key gets the same answer again while the
 * code is young, because its first answer may have been lost. ENR-1 to ENR-6.
 */
export async function enrol(
  { db, now }: Pick<Central, 'db' | 'now'>,
  request: EnrolmentRequest,
  newId: string,
): Promise<Result<EnrolledDevice, Fault<'enrolment.code_invalid' | 'device.revoked'>>> {
  const at = new Date(now());
  const publicKey = Buffer.from(request.publicKey, 'base64url');
  return db.transaction().execute(async (transaction) => {
    const codeHash = enrolCodeHash(request.code);
    const code = await takeEnrolCode(transaction, codeHash);
    const repeats = code?.usedBy?.publicKey.equals(publicKey) === true;
    if (code === null || code.expiresAt <= at || (code.usedBy !== null && !repeats)) {
      return err(fault('enrolment.code_invalid', 'This code is not known, used or too old'));
    }
    if (code.usedBy?.revoked === true) return err(revoked());
    if (code.usedBy !== null) return ok(code.usedBy.device);
    const device = await saveDevice(transaction, {
      id: newId,
      code: request.deviceCode,
      store: code.store,
      name: code.name,
      publicKey,
      appVersion: request.appVersion,
      at,
    });
    if (device === null) return err(revoked());
    await markEnrolCodeUsed(transaction, codeHash, device.id);
    const details = { device: device.id, store: device.store, code: device.code };
    await audit(
      transaction,
      { actor: `device:${device.id}`, action: 'device.enrolled', details },
      at,
    );
    return ok(device);
  });
}

function revoked(): Fault<'device.revoked'> {
  return fault('device.revoked', 'The device with this key was revoked');
}
