import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { apiScopes } from '#central/http/scopes.ts';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { peopleProjection } from '#central/jobs/people-projection.ts';
import { repriceConsumer } from '#central/jobs/reprice-consumer.ts';
import { flagship } from '#db/seed/store.ts';
import { sealContact } from '#main/core/people/contact-cipher.ts';
import { errorCodes } from '#shared/lib/errors.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { settleFeed } from '../../helpers/central-events.ts';
import { codeBlocks } from '../../helpers/markdown.ts';
import { publishDemo } from '../../helpers/published-catalog.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import { needTool } from '../../helpers/system-tool.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';

const central = startTestCentral();
const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');
const blocks = codeBlocks(page, 'sh').filter((block) => /\bcurl\b/.test(block));
const folder = suiteFolder();

/** What a line `# → 200 items.0.sku code=x` behind a command promises. */
interface Promised {
  readonly status: number;
  readonly fields: readonly { readonly path: string; readonly value: string | null }[];
}

const promised: readonly Promised[] = blocks.flatMap((block) =>
  [...block.matchAll(/^# → (\d{3})(.*)$/gm)].map(([, status, rest = '']) => ({
    status: Number(status),
    fields: rest
      .split(' ')
      .filter((text) => text !== '')
      .map((text) => {
        const [path = '', value = null] = text.split('=');
        return { path, value };
      }),
  })),
);

beforeAll(async () => {
  await publishDemo(central);
  const device = await central.device(flagship);
  const order = completedOrder({ store: flagship });
  const personId = uuidv7();
  const key = randomBytes(32);
  const sealed = sealContact(personId, { name: 'Ada Lovelace' }, key, randomBytes(12));
  const person = { personId, orderId: order.orderId, store: flagship, sealed };
  const events = [pushedEvent(1, order), pushedEvent(2, person, undefined, 'person.recorded')];
  await device.client.POST('/v1/device/events', { body: { events, sentAtMs: Date.now() } });
  await device.client.PUT('/v1/device/people/{id}/key', {
    params: { path: { id: personId } },
    body: { key: key.toString('base64url') },
  });
  await settleFeed(central);
  while ((await consumeBatch(central, repriceConsumer(central))) > 0);
  while ((await consumeBatch(central, peopleProjection(central))) > 0);
});

/** Runs every example in one shell, as a reader would; each curl leaves its status and body. */
async function runExamples(): Promise<readonly Answer[]> {
  const script = join(folder, 'examples.sh');
  const recorder = `
set -eu -o pipefail
curl() {
  local n; n="$ANSWERS/$(printf %03d "$(find "$ANSWERS" -name '*.status' | wc -l)")"
  : > "$n.body"
  command curl "$@" -o "$n.body" -w '%{http_code}' > "$n.status"
  cat "$n.body"
}
`;
  writeFileSync(script, recorder + blocks.join('\n'));
  const { key } = await issueApiKey(central, { name: 'docs', scopes: apiScopes, actor: 'test' });
  const child = spawn('bash', [script], {
    env: { ...process.env, CENTRAL: central.url, KEY: key, STORE: flagship, ANSWERS: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const [status] = await once(child, 'close');
  expect(status, said).toBe(0);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.status'))
    .sort()
    .map((name) => ({
      status: Number(readFileSync(join(folder, name), 'utf8')),
      body: readFileSync(join(folder, name.replace('.status', '.body')), 'utf8'),
    }));
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What stands at `items.0.sku` of a JSON text; `undefined` when nothing does. */
function fieldOf(body: string, path: string): unknown {
  const root: unknown = body === '' ? undefined : JSON.parse(body);
  return path.split('.').reduce<unknown>((value, name) => {
    if (value === null || typeof value !== 'object') return undefined;
    return (value as Readonly<Record<string, unknown>>)[name];
  }, root);
}

test('every example of the guide answers what it says', { timeout: 120_000 }, async (context) => {
  needTool(context, 'curl', 'curl');
  needTool(context, 'bash', 'bash');
  const answers = await runExamples();
  expect(answers.length).toBeGreaterThan(35);
  expect(answers.map(({ status }) => status)).toEqual(promised.map(({ status }) => status));
  for (const [index, { fields }] of promised.entries()) {
    const body = answers[index]?.body ?? '';
    for (const { path, value } of fields) {
      const found = fieldOf(body, path);
      const what = `example ${index + 1}: ${path} in ${body.slice(0, 500)}`;
      if (value === null) expect(found, what).toBeDefined();
      else expect(String(found), what).toBe(value);
    }
  }
});

const tableRows = [...page.matchAll(/^\| `([A-Z]+)` \| `(\/[^`]+)` \| (.+) \|$/gm)].map(
  ([, method = '', path = '', rest = '']) => ({
    method,
    path,
    scope: /^`([a-z:]+)`$/.exec(rest)?.[1] ?? null,
  }),
);

test('the guide names every route of the document but those of devices, and no other', async () => {
  const document = (await (await fetch(`${central.url}/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, object>>;
  };
  const real = Object.entries(document.paths)
    .filter(([path]) => !/^\/v1\/(device|enrolments)/.test(path))
    .flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
  const hidden = ['GET /metrics', 'GET /openapi.json', 'GET /docs'];
  const named = tableRows.map(({ method, path }) => `${method} ${path}`);
  expect([...named].sort()).toEqual([...real, ...hidden].sort());
  for (const path of ['/metrics', '/openapi.json', '/docs']) {
    const answer = await fetch(`${central.url}${path}`);
    expect(answer.status, path).toBe(200);
    expect(await answer.text()).not.toBe('');
  }
});

test('the scope of each route is the one that it asks for; every scope is explained', async () => {
  const { key } = await issueApiKey(central, { name: 'none', scopes: [], actor: 'test' });
  for (const { method, path, scope } of tableRows) {
    const answer = await fetch(`${central.url}${path.replaceAll(/\{\w+\}/g, '1')}`, {
      method,
      headers: { authorization: `Bearer ${key}` },
    });
    const text = await answer.text();
    if (scope === null) {
      expect(answer.status, path).toBe(200);
      continue;
    }
    expect(JSON.parse(text), path).toMatchObject({
      code: 'key.scope_missing',
      details: { scope },
    });
  }
  const explained = [...page.matchAll(/^\| `([a-z]+:[a-z]+)` \|/gm)].map(([, name]) => name);
  expect([...explained].sort()).toEqual([...apiScopes].sort());
});

test('every code that the guide names is in the registry', () => {
  const named = [...page.matchAll(/code=([a-z]+\.[a-z_]+)|`([a-z]+\.[a-z_]+)`: /g)].map(
    ([, inExample, inText]) => inExample ?? inText ?? '',
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((code) => !(code in errorCodes))).toEqual([]);
});
