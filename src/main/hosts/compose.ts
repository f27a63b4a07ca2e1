import { setTimeout as pause } from 'node:timers/promises';
import { ok, type Result } from '#shared/lib/result.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { createKiosk, type Kiosk } from '../core/kiosk.ts';
import type { Logger } from '../core/ports/logger.ts';
import { type KioskStoreOptions, type OpenFault, openKioskStore } from '../storage/kiosk-store.ts';
import { type Control, takeControl } from './control/control-host.ts';
import type { ControlFault } from './control/reach-control.ts';
import { attachDevices, type TerminalOptions } from './devices.ts';
import { systemClock, systemIds } from './system.ts';

/** How long a receipt that is being printed may go on when the kiosk stops. */
const printOutMs = 3_000;

export interface ComposeOptions {
  /** The kiosk's store; what belongs to its virtual devices lies beside it. */
  readonly file: string;
  readonly logger: Logger;
  readonly validateOutput: boolean;
  /** Whether waiting receipts come out; `true` when absent. */
  readonly prints?: boolean;
  /** Of the devices, by whoever has taken it already; taken when absent, and let go at the end. */
  readonly control?: Control;
  /** Of a bundled build, where they do not lie in the source tree. */
  readonly migrations?: KioskStoreOptions['migrations'];
  readonly terminal?: TerminalOptions;
}

export interface RunningKiosk {
  readonly kiosk: Kiosk;
  close(): Promise<void>;
}

/** Puts store, devices and core together and starts them: the same for every host. */
export async function runKiosk(
  options: ComposeOptions,
): Promise<Result<RunningKiosk, OpenFault | ControlFault>> {
  const { file, logger, migrations, validateOutput, prints = true } = options;
  const onWait = () =>
    logger.warn('Another command is at the devices; waiting for its end', { file });
  const store = openKioskStore({
    file,
    clock: systemClock,
    ids: systemIds,
    logger,
    ...(migrations === undefined ? {} : { migrations }),
  });
  if (!store.ok) {
    options.control?.release();
    return store;
  }
  const taken =
    options.control === undefined ? await takeControl(file, onWait) : ok(options.control);
  if (!taken.ok) {
    store.value.close();
    return taken;
  }
  const control = taken.value;

  const { catalog, sales, printLedger, deviceSettings } = store.value;
  const devices = attachDevices({
    file,
    settings: deviceSettings,
    clock: systemClock,
    logger,
    ...(options.terminal === undefined ? {} : { terminal: options.terminal }),
  });
  const kiosk = createKiosk(
    {
      catalog,
      sales,
      ledger: printLedger,
      deviceSettings,
      ...devices,
      clock: systemClock,
      ids: systemIds,
      logger,
    },
    { appVersion: manifest.version, validateOutput, prints },
  );
  await kiosk.start();
  control.serve(kiosk);

  return ok({
    kiosk,
    async close() {
      await control.hangUp();
      devices.hangUp();
      const stopped = kiosk.stop();
      // A job that waits for paper would wait for ever.
      await Promise.race([stopped, pause(printOutMs, undefined, { ref: false })]);
      await devices.close();
      await stopped;
      store.value.close();
      control.release();
    },
  });
}
