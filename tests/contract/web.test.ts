import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWebHost } from '#main/hosts/web/web-host.ts';
import { createWebClient } from '../../src/renderer/client/web-client.ts';
import { runDemoKiosk } from '../helpers/demo-kiosk.ts';
import { recordingLogger } from '../helpers/recording-logger.ts';
import { suiteFolder } from '../helpers/temp-folder.ts';
import { pageTransport, signIn } from '../helpers/web-browser.ts';
import { kioskContractSuite } from './kiosk-contract.ts';

const folder = suiteFolder();

kioskContractSuite('HTTP', async () => {
  const { kiosk, failures, close } = await runDemoKiosk(folder);
  const rendererDir = join(folder, 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Kiosk</title>');
  const host = await startWebHost({ kiosk, rendererDir, port: 0, logger: recordingLogger() });
  const cookie = await signIn(host.origin, host.startUrl);
  return {
    client: createWebClient(pageTransport(host.origin, cookie)),
    failures,
    async close() {
      await host.close();
      await close();
    },
  };
});
