import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { KioskClient } from '#shared/contract/ipc/contract.ts';
import { channels, eventNames } from '#shared/contract/ipc/names.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Route } from '../../core/router.ts';
import { isAppUrl } from './renderer-files.ts';

/** Answers the contract's requests on one channel; only our own top frame is heard. */
export function answerRequests(route: Route, logger: Logger): void {
  ipcMain.handle(channels.request, (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event) || typeof name !== 'string') {
      logger.warn('Refused an IPC message');
      return err(fault('request.unknown', 'This sender may not ask.'));
    }
    return route(name, input);
  });
}

function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  return isAppUrl(senderFrame.url);
}

/** Sends every event of the kiosk to the page, until the returned function is called. */
export function forwardEvents(
  kiosk: Pick<KioskClient, 'subscribe'>,
  contents: WebContents,
): () => void {
  const stops = eventNames.map((name) =>
    kiosk.subscribe(name, (payload) => {
      if (!contents.isDestroyed()) contents.send(channels.event, name, payload);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
