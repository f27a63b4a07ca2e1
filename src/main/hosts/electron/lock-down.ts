import type { App, Session, WebContents } from 'electron';
import { appScheme } from './renderer-files.ts';

/** No page of any web contents may go elsewhere, open windows or embed foreign content. */
export function lockNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

function lockContents(contents: WebContents): void {
  const prevent = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The renderer gets no permission, no device, no download and no network. */
export function lockSession(session: Session, options: { readonly devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());

  const allowed = [`${appScheme}:`, ...(options.devTools ? ['devtools:'] : [])];
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const protocol = URL.parse(url)?.protocol;
    answer({ cancel: protocol === undefined || !allowed.includes(protocol) });
  });
}
