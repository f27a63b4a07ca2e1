import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { get as getPlain } from 'node:http';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#central/config.ts';
import { type RunningCentral, serveCentral } from '#central/serve.ts';
import { startTestPostgres } from '../../helpers/central.ts';
import { kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { program } from '../../helpers/programs.ts';
import { completedOrder } from '../../helpers/pushed-events.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const postgres = startTestPostgres();
const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/tls/${name}`, import.meta.url));
const certFile = fixture('self-signed.crt');
const keyFile = fixture('self-signed.key');
const main = program('central');

function settings(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const database = { DATABASE_URL: postgres(), CENTRAL_PORT: '0', CENTRAL_LOG_LEVEL: 'silent' };
  return { ...database, CENTRAL_TLS_CERT_FILE: certFile, CENTRAL_TLS_KEY_FILE: keyFile, ...more };
}

let running: RunningCentral;
beforeAll(async () => {
  running = await serveCentral(readConfig(settings({})));
});
afterAll(() => running?.close());

/** From now on to the end of the test the certificate is one of an authority that is known here. */
function trustCertificate(): void {
  const usual = getCACertificates('default');
  onTestFinished(() => setDefaultCACertificates(usual));
  const { tls } = readConfig(settings({}));
  setDefaultCACertificates([...usual, String(tls?.cert)]);
}

/** The status that the server answers a request without TLS with, or why there is none. */
function askPlainly(url: string): Promise<number | string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    getPlain({ hostname, port, path: '/healthz', agent: false }, ({ statusCode = 0 }) =>
      resolve(statusCode),
    ).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

// The first of the tests: a connection that was made in trust is kept, and used again.
test('a kiosk tells nothing to a head office whose certificate it does not know', async () => {
  const kiosk = kioskWithLine({ ...running.central, url: running.url }, 'berlin');
  await expect(kiosk.enrol()).rejects.toThrow('self-signed certificate');
  expect(kiosk.opened.centralLinks.link()).toBeNull();
});

test('a backend with a certificate answers over https, and over nothing else', async () => {
  expect(running.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(await askPlainly(running.url)).toEqual(expect.any(String));
  trustCertificate();
  const answer = await fetch(`${running.url}/readyz`);
  expect(answer.status).toBe(200);
});

test('a kiosk enrols and sells over https', async () => {
  trustCertificate();
  const kiosk = kioskWithLine({ ...running.central, url: running.url }, 'berlin');
  const line = await kiosk.enrol();
  const order = completedOrder({ store: 'berlin' });
  kiosk.tell(order);
  await line.now();
  expect(line.status()).toMatchObject({ state: 'online', waiting: 0, setAside: 0 });
  const stored = await running.central.db.selectFrom('orders').select('id').execute();
  expect(stored).toEqual([{ id: order.orderId }]);
});

test('a process whose certificate is broken ends with the setting and the reason', () => {
  const broken = join(tempFolder(), 'broken.crt');
  writeFileSync(broken, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'serve'], {
    env: { ...process.env, ...settings({ CENTRAL_TLS_CERT_FILE: broken }) },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(stderr).toMatch(/^CENTRAL_TLS_CERT_FILE holds no certificate chain in PEM: [^\n]+\n$/);
  expect([status, stdout]).toEqual([1, '']);
});
