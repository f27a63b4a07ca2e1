import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import { findDevice } from '../../storage/devices.ts';
import { giveAllBack, remainingOf } from '../../storage/stock-allotments.ts';
import { holdLevels } from '../../storage/stock-levels.ts';

/**
 * Takes back what a device has that was revoked: it is lost, stolen or broken, and its units stand on the
 * shelf. Returns of how many SKUs it had something. STK-64
 */
export async function freeDevice(
  { db, now }: Pick<Central, 'db' | 'now'>,
  deviceId: string,
  actor: string,
): Promise<Result<number, Fault<'device.not_found' | 'device.not_revoked'>>> {
  const at = new Date(now());
  const known = await findDevice(db, deviceId);
  if (known === null) return err(fault('device.not_found', `There is no device ${deviceId}`));
  // A device that may still sell would sell what others are given.
  if (!known.revoked) {
    return err(fault('device.not_revoked', `Device ${deviceId} still sells; revoke it first`));
  }
  return db.transaction().execute(async (transaction) => {
    const keys = await remainingOf(transaction, deviceId);
    await holdLevels(transaction, keys, at);
    await giveAllBack(transaction, deviceId);
    const details = { device: deviceId, allotments: keys.length };
    await audit(transaction, { actor, action: 'stock.device_freed', details }, at);
    return ok(keys.length);
  });
}
