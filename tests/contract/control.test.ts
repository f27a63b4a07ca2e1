import { join } from 'node:path';
import { connectControl } from '#main/hosts/control/control-client.ts';
import { required } from '#shared/lib/assert.ts';
import { runDemoKiosk } from '../helpers/demo-kiosk.ts';
import { suiteFolder } from '../helpers/temp-folder.ts';
import { kioskContractSuite } from './kiosk-contract.ts';

const folder = suiteFolder();

kioskContractSuite('the control socket', async () => {
  const { failures, close } = await runDemoKiosk(folder);
  const client = required(await connectControl(join(folder, 'kiosk.db')), 'the running kiosk');
  return {
    client,
    failures,
    async close() {
      client.close();
      await close();
    },
  };
});
