import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiDocument } from '../../../scripts/lib/api-document.ts';
import { pathTypes } from '../../../scripts/lib/path-types.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const root = join(import.meta.dirname, '../../..');
const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
const file = join(root, 'docs/schemas/openapi.json');
const timeout = 120_000;

/** Lints an OpenAPI document with this repository's rules; nothing goes over the network. */
function lint(document: string) {
  const args = [redocly, 'lint', document, '--config', join(root, 'redocly.yaml')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  return { status, said: stdout + stderr };
}

test('the OpenAPI document lints clean', { timeout }, () => {
  const { status, said } = lint(file);
  expect(said).toContain('Your API description is valid');
  expect(said).not.toContain('warning');
  expect(status).toBe(0);
});

test('an operation without an id, or an answer to bad input, does not', { timeout }, () => {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  const operation = document.paths['/v1/orders'].get;
  delete operation.operationId;
  delete operation.responses[400];
  for (const status of [401, 403, 429]) delete operation.responses[status];
  const broken = join(tempFolder(), 'openapi.json');
  writeFileSync(broken, JSON.stringify(document));
  const { status, said } = lint(broken);
  expect(said).toContain('operation-operationId');
  expect(said).toContain('operation-4xx-response');
  expect(status).toBe(1);
});

test('the OpenAPI document and the client’s types are those of the routes', {
  timeout,
}, async () => {
  const document = await apiDocument();
  const hint = 'run: node scripts/write-api.ts';
  expect(readFileSync(file, 'utf8') === `${JSON.stringify(document, null, 2)}\n`, hint).toBe(true);
  const types = readFileSync(join(root, 'src/shared/contract/api/paths.ts'), 'utf8');
  expect(types === (await pathTypes(document)), hint).toBe(true);
});
