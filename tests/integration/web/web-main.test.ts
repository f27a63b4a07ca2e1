import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, onTestFinished } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { ask, signIn } from '../../helpers/web-browser.ts';

const main = join(import.meta.dirname, '../../../src/main/hosts/web/main.ts');

interface Running {
  readonly child: ChildProcess;
  said(): string;
  complained(): string;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[]): Running {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => stdout, complained: () => stderr, ended };
}

const test = base.extend<{ folder: string; renderer: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures from the pattern.
  folder: async ({}, use) => use(tempFolder()),
  renderer: async ({ folder }, use) => {
    const renderer = join(folder, 'renderer');
    mkdirSync(renderer);
    writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Kiosk</title>');
    await use(renderer);
  },
});

async function startUrl(running: Running): Promise<URL> {
  await expect.poll(running.said, { timeout: 20_000 }).toMatch(/\n$/);
  return new URL(/http:\S+/.exec(running.said())?.[0] ?? '');
}

/** Windows cannot ask a process to end: `kill` ends it at once. */
const withSignals = process.platform === 'win32' ? test.skip : test;

withSignals(
  'HST-29 it prints one line with the link, serves, and ends cleanly on SIGINT',
  async ({ folder, renderer }) => {
    const file = join(folder, 'kiosk.db');
    const running = start(['--db', file, '--demo', '--renderer', renderer]);
    const url = await startUrl(running);
    expect(running.said().trim().split('\n')).toHaveLength(1);

    const cookie = await signIn(url.origin, url.href);
    expect((await ask(url.origin, { path: '/', headers: { cookie } })).status).toBe(200);
    await expect
      .poll(running.complained)
      .toMatch(/^For another window: http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+\n$/);
    const events = await fetch(`${url.origin}/events`, { headers: { cookie } });

    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    await expect(events.text()).rejects.toThrow();
    // The store was closed: SQLite leaves no log beside the file.
    expect(existsSync(`${file}-wal`)).toBe(false);
    await expect(ask(url.origin, { path: '/' })).rejects.toThrow(/ECONNREFUSED/);
  },
);

test('HST-29 a second start finds its catalog and its device again', async ({
  folder,
  renderer,
}) => {
  const args = ['--db', join(folder, 'kiosk.db'), '--demo', '--renderer', renderer];
  const seen: unknown[] = [];
  for (let run = 0; run < 2; run += 1) {
    const running = start(args);
    const url = await startUrl(running);
    const cookie = await signIn(url.origin, url.href);
    const answer = await ask(url.origin, {
      method: 'POST',
      path: '/rpc/kiosk.info',
      headers: { cookie, origin: url.origin, 'content-type': 'application/json' },
      body: '{}',
    });
    seen.push(JSON.parse(answer.body));
    running.child.kill('SIGTERM');
    await running.ended;
  }
  expect(seen[0]).toMatchObject({ ok: true, value: { catalogVersion: 1 } });
  expect(seen[1]).toEqual(seen[0]);
});

test('HST-50 a damaged store is told in one line and stays as it is', async ({
  folder,
  renderer,
}) => {
  const file = join(folder, 'kiosk.db');
  writeFileSync(file, 'no database, and no reason to delete it'.repeat(200));
  const running = start(['--db', file, '--renderer', renderer]);
  expect(await running.ended).toBe(1);
  expect(running.complained()).toContain(file);
  expect(running.complained()).not.toContain('    at ');
  expect(existsSync(file)).toBe(true);
});

base.each([
  [['--port', '0'], /^--db FILE is missing\nusage: /],
  [['--db', 'x.db', '--port', 'many'], /^--port many is no port number\nusage: /],
  [['--db', 'x.db', '--auto-card', 'maybe'], /^--auto-card maybe is none of approve, decline/],
  [['--db', 'x.db', '--unknown'], /^Unknown option '--unknown'/],
] as const)('bad arguments end with one line and code 2: %j', async (args, message) => {
  const running = start(args);
  expect(await running.ended).toBe(2);
  expect(running.complained()).toMatch(message);
});
