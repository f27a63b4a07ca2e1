import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { channels, eventNames, requestNames } from '#shared/contract/ipc/names.ts';

// A page can reach nothing but this: two functions that know the contract's names by heart.
const requests: ReadonlySet<unknown> = new Set(requestNames);
const events: ReadonlySet<unknown> = new Set(eventNames);

contextBridge.exposeInMainWorld('blendbar', {
  invoke(name: unknown, input: unknown): Promise<unknown> {
    if (!requests.has(name)) return Promise.reject(new Error('No such request.'));
    return ipcRenderer.invoke(channels.request, name, input);
  },

  subscribe(name: unknown, listener: (payload: unknown) => void): () => void {
    if (!events.has(name)) throw new Error('No such event.');
    const onEvent = (_event: IpcRendererEvent, eventName: unknown, payload: unknown) => {
      if (eventName === name) listener(payload);
    };
    ipcRenderer.on(channels.event, onEvent);
    return () => {
      ipcRenderer.removeListener(channels.event, onEvent);
    };
  },
});
