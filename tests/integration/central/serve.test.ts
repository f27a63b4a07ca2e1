import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startTestCentral } from '../../helpers/central.ts';
import { program } from '../../helpers/programs.ts';

const central = startTestCentral();
const main = program('central');

test('a process that cannot listen ends, with the reason', () => {
  const { status, stderr } = spawnSync(process.execPath, [main, 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: central.databaseUrl,
      CENTRAL_PORT: new URL(central.url).port,
    },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(stderr).toContain('EADDRINUSE');
  expect(status).toBe(1);
}, 40_000);
