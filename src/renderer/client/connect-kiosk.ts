import type { KioskClient } from '#shared/contract/ipc/contract.ts';
import { type Bridge, createBridgeClient } from './bridge-client.ts';
import { createWebClient } from './web-client.ts';

declare global {
  interface Window {
    /** Set by the preload script; absent in a browser. */
    readonly blendbar?: Bridge;
  }
}

/** The kiosk core behind this page: over Electron's bridge, else over HTTP to where the page came from. */
export function connectKiosk(): KioskClient {
  if (window.blendbar !== undefined) return createBridgeClient(window.blendbar);
  return createWebClient({
    fetch: (path, init) => fetch(path, init),
    openEvents: () => new EventSource('/events'),
  });
}
