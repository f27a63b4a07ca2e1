import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import createClient from 'openapi-fetch';
import { expect, onTestFinished, test } from 'vitest';
import type { paths } from '#shared/contract/api/paths.ts';
import { runCentral } from '../helpers/central-process.ts';
import { endOf, runCli, startCli } from '../helpers/cli.ts';
import { demoSku } from '../helpers/demo-database.ts';
import { writeJson } from '../helpers/demo-feed.ts';
import { freePort } from '../helpers/free-port.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `npm start` without npm, with its data in a folder of the test's. */
function start(data: string, centralPort: number) {
  const args = ['scripts/start.mjs', '--no-open', '--data', data];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, BLENDBAR_HOST: 'web', CENTRAL_PORT: String(centralPort) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => said.push(line));
  }
  onTestFinished(() => void child.kill('SIGTERM'));
  return {
    said: () => said.join('\n'),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}

test('npm start brings up a kiosk and the head office that it tells of its sales', {
  timeout: 180_000,
}, async () => {
  const data = tempFolder();
  // As root the embedded PostgreSQL runs as another user.
  chmodSync(data, 0o711);
  const db = join(data, 'demo/kiosk.db');
  const ports = [await freePort(), await freePort()] as const;
  const first = start(data, ports[0]);
  await expect.poll(first.said, { timeout: 80_000 }).toContain('The kiosk is enrolled in');
  const kiosk = /http:\S+/.exec(first.said().replaceAll(/^Head office.*$/gm, ''))?.[0] ?? '';
  // The link signs the browser in, and goes on to the screens.
  expect(await fetch(kiosk, { redirect: 'manual' })).toMatchObject({ status: 303 });

  const url = `http://127.0.0.1:${ports[0]}`;
  const key = runCentral('', ['key', '--name', 'test', '--scopes', 'orders:read'], {
    CENTRAL_DATA: join(data, 'central'),
  });
  const office = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` } });
  const orders = async () => (await office.GET('/v1/orders')).data?.items.length;
  expect(await orders()).toBe(0);
  const basket = writeJson(data, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
  const sold = await endOf(startCli(['sell', basket, '--tender', 'cash:1000000', '--db', db]));
  expect(sold).toMatchObject({ status: 0 });
  await expect.poll(orders).toBe(1);
  expect(await first.stop()).toBe(0);

  // Another port, as when somebody else has the usual one: the same kiosk, moved there.
  const again = start(data, ports[1]);
  await expect
    .poll(() => statusOf(db), { timeout: 80_000 })
    .toMatchObject({
      central: { url: `http://127.0.0.1:${ports[1]}` },
      state: 'online',
      waiting: 0,
    });
  expect(again.said()).not.toContain('Head office is not there');
  expect(await again.stop()).toBe(0);
});

function statusOf(db: string): unknown {
  return JSON.parse(runCli(['sync', 'status', '--json', '--db', db]).stdout);
}
