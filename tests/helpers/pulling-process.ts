// Pulls the catalog of head office into a store file, once, as a kiosk does: for tests that kill it.
// Arguments: the store file, the address of head office, the device's id; its key comes in the environment.
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { createReleaseApplier } from '#main/hosts/worker/release-worker.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { importDeviceKey } from '#main/sync/device-key.ts';
import { createCatalogPull } from '#main/sync/pull.ts';
import { recordingLogger } from './recording-logger.ts';

const [file = '', url = '', keyId = ''] = process.argv.slice(2);
const logger = recordingLogger();
const opened = openKioskStore({ file, clock: systemClock, ids: systemIds, logger });
if (!opened.ok) throw new Error(opened.error.message);
const { catalog } = opened.value;
const key = importDeviceKey(Buffer.from(process.env.DEVICE_KEY ?? '', 'base64'));
const applier = createReleaseApplier({ db: file });
const pull = createCatalogPull({
  catalogHash: () => catalog.contentHash(catalog.currentVersion()),
  applier: {
    begin: () => {
      // From here on there is something to be killed in.
      process.stdout.write('begun\n');
      return applier.begin();
    },
  },
  logger,
  random: Math.random,
  pause: (ms) => pause(ms),
});
await pull.run(createCentralClient(url, { key, keyId, serverNow: () => Date.now() }));
process.stdout.write(
  `${JSON.stringify({ version: catalog.currentVersion(), problem: pull.problem() })}\n`,
);
opened.value.close();
