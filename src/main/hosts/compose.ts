import { setTimeout as pause } from 'node:timers/promises';
import { ok, type Result } from '#shared/lib/result.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { createKiosk, type Kiosk } from '../core/kiosk.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { SecretBox } from '../core/ports/secret-box.ts';
import { type KioskStoreOptions, type OpenFault, openKioskStore } from '../storage/kiosk-store.ts';
import { type Control, takeControl } from './control/control-host.ts';
import type { ControlFault } from './control/reach-control.ts';
import { attachDevices, type TerminalOptions } from './devices.ts';
import { fileSecretBox } from './file-secret-box.ts';
import { connectHeadOffice } from './head-office.ts';
import { signingKey } from './signing-key.ts';
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
  /** Whether the line to head office works by itself; `true` when absent. */
  readonly syncs?: boolean;
  /** Of the devices, by whoever has taken it already; taken when absent, and let go at the end. */
  readonly control?: Control;
  /** Of a bundled build, where they do not lie in the source tree. */
  readonly migrations?: KioskStoreOptions['migrations'];
  readonly terminal?: TerminalOptions;
  /** Of the operating system, where it has one; a file beside the store when absent. */
  readonly secretBox?: SecretBox;
}

export interface RunningKiosk {
  readonly kiosk: Kiosk;
  close(): Promise<void>;
}

/** Puts store, devices and core together and starts them: the same for every host. */
export async function runKiosk(
  options: ComposeOptions,
): Promise<Result<RunningKiosk, OpenFault | ControlFault>> {
  const { file, logger, migrations, validateOutput, prints = true, syncs = true } = options;
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

  const { allotments, catalog, sales, designs, handOffs, people, journeys } = store.value;
  const { surveys, outbox, printLedger, deviceSettings } = store.value;
  const secretBox = options.secretBox ?? fileSecretBox(`${file}.key`);
  const line = connectHeadOffice({
    file,
    store: store.value,
    secretBox,
    appVersion: manifest.version,
    logger,
    ...(migrations === undefined ? {} : { migrations }),
  });
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
      designs,
      handOffs,
      signingKey: signingKey({
        links: store.value.centralLinks,
        keys: store.value.signingKeys,
        secretBox,
      }),
      allotments,
      people,
      journeys,
      surveys,
      secretBox,
      outbox,
      line,
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
  if (syncs) line.start();
  control.serve(kiosk);

  return ok({
    kiosk,
    async close() {
      await control.hangUp();
      devices.hangUp();
      await line.stop();
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
