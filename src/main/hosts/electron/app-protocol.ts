import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { securityHeaders } from '../security-headers.ts';
import { appScheme, rendererFile } from './renderer-files.ts';

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer, and nothing else, to this session. */
export function serveApp(session: Session, rendererDir: string): void {
  session.protocol.handle(appScheme, async ({ method, url }) => {
    const file = method === 'GET' ? rendererFile(rendererDir, url) : null;
    if (file === null) return nothingHere();
    try {
      const body = await readFile(file.path);
      return new Response(new Uint8Array(body), {
        headers: { ...securityHeaders, 'content-type': file.contentType },
      });
    } catch {
      return nothingHere();
    }
  });
}

function nothingHere(): Response {
  return new Response('There is nothing here.\n', { status: 404, headers: securityHeaders });
}
