import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { declareAppScheme, serveApp } from '#main/hosts/electron/app-protocol.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const folder = suiteFolder();
const rendererDir = join(folder, 'renderer');
mkdirSync(join(rendererDir, 'assets'), { recursive: true });
writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Kiosk</title>');
writeFileSync(join(rendererDir, 'assets/app.js'), 'export {};');
writeFileSync(join(rendererDir, 'noextension'), 'secret');
writeFileSync(join(folder, 'secret.txt'), 'secret');
mkdirSync(join(folder, 'renderer-other'));
writeFileSync(join(folder, 'renderer-other/secret.txt'), 'secret');

beforeEach(() => electron.resetElectron());

async function get(url: string, method = 'GET') {
  const session = electron.session.fromPartition('kiosk');
  serveApp(session as unknown as Session, rendererDir);
  const handler = session.schemes.get('app');
  if (handler === undefined) throw new Error('no handler for app:');
  // A Request cannot be made for every odd URL, and only these two members are read.
  return handler({ url, method } as Request);
}

test('HST-41 the scheme is declared standard and secure', () => {
  declareAppScheme();
  expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

test.each([
  ['app://blendbar/', 'text/html; charset=utf-8', '<!doctype html><title>Kiosk</title>'],
  [
    'app://blendbar/index.html?x=1#y',
    'text/html; charset=utf-8',
    '<!doctype html><title>Kiosk</title>',
  ],
  ['app://blendbar/assets/app.js', 'text/javascript; charset=utf-8', 'export {};'],
])('HST-41 %s is a file of the renderer', async (url, type, body) => {
  const response = await get(url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toBe(body);
});

test.each([
  'app://blendbar/../secret.txt',
  'app://blendbar/%2e%2e/secret.txt',
  'app://blendbar/..%2fsecret.txt',
  'app://blendbar/assets/..%2f..%2fsecret.txt',
  'app://blendbar/..%2frenderer-other/secret.txt',
  'app://blendbar/..%5csecret.txt',
  'app://blendbar/assets%00.js',
  'app://blendbar/%',
  'app://blendbar/noextension',
  'app://blendbar/missing.js',
  'app://blendbar/assets',
  'app://other/index.html',
  'app://blendbar:80/index.html',
  'app:///index.html',
  'file:///etc/passwd',
  'nonsense',
])('HST-41 %s is refused', async (url) => {
  const response = await get(url);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('There is nothing here.\n');
});

test('HST-41 only GET is answered', async () => {
  expect((await get('app://blendbar/', 'POST')).status).toBe(404);
});
