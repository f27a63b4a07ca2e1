import { runDemoKiosk } from '../helpers/demo-kiosk.ts';
import { suiteFolder } from '../helpers/temp-folder.ts';
import { kioskContractSuite } from './kiosk-contract.ts';

const folder = suiteFolder();

kioskContractSuite('in process', async () => {
  const { kiosk, failures, close } = await runDemoKiosk(folder);
  return { client: kiosk, failures, close };
});
