import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type FileHold, holdFile } from '../../storage/hold-file.ts';
import { controlLockFile } from './control-address.ts';
import { type ControlClient, connectControl } from './control-client.ts';

/** Longer than a command of the command line is at the devices: a print waits 30 s for paper. */
const mostWaitMs = 40_000;
const lookEveryMs = 50;
/** A kiosk that is just starting or ending is no news. */
const quietMs = 1_000;

/** Why the control of a store cannot be had. */
export type ControlFault = Fault<'kiosk.running' | 'store.unavailable'>;

/** Either the kiosk that has the control of a store, to be spoken to, or the control itself. */
export type Reached =
  | { readonly kind: 'client'; readonly client: ControlClient }
  | { readonly kind: 'hold'; readonly hold: FileHold };

/**
 * Connects to the kiosk that runs on this store or, when none does, takes its place. Waits for a
 * command that is at the devices, and for a kiosk that starts or ends; `onWait` hears once of a wait
 * that may be long. HST-60, HST-63.
 */
export async function reachControl(
  storeFile: string,
  onWait: () => void,
): Promise<Result<Reached, ControlFault>> {
  const startedMs = performance.now();
  let told = false;
  for (;;) {
    // Asked first: a kiosk that answers counts, whatever became of its lock.
    const client = await connectControl(storeFile);
    if (client !== null) return ok({ kind: 'client', client });
    const held = holdFile(controlLockFile(storeFile));
    if (held.ok) return ok({ kind: 'hold', hold: held.value });
    const { code, message } = held.error;
    if (code !== 'store.busy') return err(fault(code, message));

    const waitedMs = performance.now() - startedMs;
    if (waitedMs > mostWaitMs) {
      const inUse = `The devices of ${storeFile} are in use by another command; try again later.`;
      return err(fault('kiosk.running', inUse));
    }
    if (waitedMs > quietMs && !told) {
      told = true;
      onWait();
    }
    await pause(lookEveryMs);
  }
}
