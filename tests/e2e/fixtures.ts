import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { test as base, expect, type Page } from '@playwright/test';
import { program } from '../helpers/programs.ts';

/** A kiosk with the demo store on a database of its own, served to browsers by the web host. */
export interface KioskHost {
  /** The store, for tests that look at what was written. */
  readonly file: string;
  /** A link that lets one browser in; each is new. */
  startUrl(): Promise<string>;
  /** Everything that the host has printed and logged. */
  said(): string;
  /** Everything that the host's process still holds, as V8's heap snapshot tells it. */
  heap(): Promise<string>;
  stop(): Promise<void>;
}

interface WorkerFixtures {
  readonly host: KioskHost;
}

interface TestFixtures {
  /** What the page complained about; a test that expects a complaint empties it. */
  readonly complaints: string[];
  /** Whether `page` has left the welcome behind, in English. */
  readonly isInside: boolean;
}

const main = program('web-host');
/** Has Node write what is in its memory. */
const heapSignal = 'SIGUSR2';

/**
 * `page` is signed in and shows the home screen, or the welcome (`isInside`). Every test fails when its page threw an error or
 * met the content security policy.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'blendbar-e2e-'));
      const kiosk = startKiosk(join(folder, 'kiosk.db'));
      try {
        await use(kiosk);
      } finally {
        await kiosk.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  complaints: async ({}, use) => use([]),

  isInside: [true, { option: true }],

  page: async ({ page, host, complaints, isInside }, use) => {
    hearComplaints(page, complaints);
    await waitForPresses(page);
    await page.goto(await host.startUrl());
    if (isInside) await enterShop(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/** What was pressed begins a frame later: only then is the next control looked for, as a shopper would. UIX-120 */
export async function waitForPresses(page: Page): Promise<void> {
  await page.addLocatorHandler(page.locator('[data-felt]').first(), async () => undefined);
}

/** From the welcome to the home screen, in English. */
export async function enterShop(page: Page): Promise<void> {
  await drawn(page);
  await page.getByRole('button', { name: 'English', exact: true }).tap();
  await expect(page.getByRole('heading', { name: /Made for you/ })).toBeFocused();
}

/** What is touched before it was drawn for the first time may be touched nowhere. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator('.welcome-begin')).toBeVisible();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Starts a kiosk on the store in `file`, which becomes a demo store when there is none. */
export function startKiosk(file: string): KioskHost {
  const node = [`--heapsnapshot-signal=${heapSignal}`, `--diagnostic-dir=${dirname(file)}`];
  const args = ['--db', file, '--demo', '--validate-output'];
  const child = spawn(process.execPath, [...node, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    file,
    ...listen(child),
    heap: () => takeHeap(child, dirname(file)),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function takeHeap(child: ChildProcess, folder: string): Promise<string> {
  child.kill(heapSignal);
  for (;;) {
    await pause(200);
    const name = (await readdir(folder)).find((each) => each.endsWith('.heapsnapshot'));
    if (name === undefined) continue;
    const text = await readFile(join(folder, name), 'utf8');
    // It is whole when its last bracket is there.
    if (!text.trimEnd().endsWith('}')) continue;
    await rm(join(folder, name));
    return text;
  }
}

/** Writes down each error that the page throws, and where it meets the content security policy. */
export function hearComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
}

/** What the host prints, and the links in it: the first one at its start, the next when one was used. */
function listen(child: ChildProcess): Pick<KioskHost, 'startUrl' | 'said'> {
  const links: string[] = [];
  const waiting: { resolve: (url: string) => void; reject: (error: Error) => void }[] = [];
  let said = '';

  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      said += `${line}\n`;
      const url = /http:\S+\/start\?token=\S+/.exec(line)?.[0];
      if (url === undefined) return;
      const next = waiting.shift();
      if (next === undefined) links.push(url);
      else next.resolve(url);
    });
  }
  child.once('exit', (code) => {
    for (const { reject } of waiting) reject(new Error(`The web host ended (${code}): ${said}`));
  });

  return {
    said: () => said,
    startUrl() {
      const link = links.shift();
      if (link !== undefined) return Promise.resolve(link);
      if (child.exitCode !== null) return Promise.reject(new Error(`The web host ended: ${said}`));
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
