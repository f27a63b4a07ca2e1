import type { WebContents } from 'electron';
import { vi } from 'vitest';
import { answerRequests, forwardEvents } from '#main/hosts/electron/ipc-adapter.ts';
import { type Bridge, createBridgeClient } from '../../src/renderer/client/bridge-client.ts';
import { runDemoKiosk } from '../helpers/demo-kiosk.ts';
import { recordingLogger } from '../helpers/recording-logger.ts';
import { suiteFolder } from '../helpers/temp-folder.ts';
import * as electron from '../unit/electron/fake-electron.ts';
import { kioskContractSuite } from './kiosk-contract.ts';

vi.mock('electron', () => import('../unit/electron/fake-electron.ts'));

const folder = suiteFolder();

// The real adapter, preload script and client; only the wire between the processes is a stand-in,
// which copies what goes over it as Electron does.
kioskContractSuite('Electron IPC', async () => {
  const { kiosk, failures, close } = await runDemoKiosk(folder);
  answerRequests(kiosk.route, recordingLogger());
  const contents = new electron.WebContentsDouble();
  contents.send = (channel, ...args) => {
    electron.ipcRenderer.emit(String(channel), {}, ...structuredClone(args));
  };
  const stopEvents = forwardEvents(kiosk, contents as unknown as WebContents);
  electron.ipcRenderer.invoke.mockImplementation(async (channel, ...args) => {
    const handler = electron.ipcMain.handlers.get(String(channel));
    const event = { sender: contents, senderFrame: contents.mainFrame };
    return structuredClone(await handler?.(event, ...structuredClone(args)));
  });
  await import('../../src/preload/preload.ts');
  return {
    client: createBridgeClient(electron.exposed.get('blendbar') as Bridge),
    failures,
    async close() {
      stopEvents();
      await close();
    },
  };
});
