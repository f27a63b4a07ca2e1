import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { kioskScreen } from '../playwright.config.ts';
import { writeLargeShop } from './large-shop.ts';
import { median } from './median.ts';
import { Finger, readTaps, type Tap } from './taps/finger.ts';
import { watcher } from './taps/in-page.ts';
import { fillAndClear, goTheWholeWay } from './taps/journey.ts';

const productCount = 100_000;
/** So many times slower than this machine. */
const throttling = 4;
/** Of each orientation: the whole way, and a full session that is cleared. */
const rounds = 2;
const starts = 7;
/** More than any window's frame takes. */
const frameRoomPx = 300;
const screens = { portrait: [1080, 1920], landscape: [1920, 1080] } as const;

interface Host {
  readonly nextUrl: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

const main = join(import.meta.dirname, '../src/main/hosts/web/main.ts');

function startHost(file: string): Host {
  const child: ChildProcess = spawn(process.execPath, [main, '--db', file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  // Also when this process is interrupted.
  process.once('exit', () => child.kill());
  const links: string[] = [];
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      said += `${line}\n`;
      const url = /http:\S+\/start\?token=\S+/.exec(line)?.[0];
      if (url !== undefined) links.push(url);
    });
  }
  return {
    async nextUrl() {
      for (let tries = 0; tries < 600; tries += 1) {
        const link = links.shift();
        if (link !== undefined) return link;
        if (child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`The web host gave no link: ${said}`);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The system's Chromium, as the end-to-end tests start it. */
function launch(): Promise<Browser> {
  const { launchOptions } = kioskScreen(...screens.portrait);
  return chromium.launch(launchOptions);
}

async function openPage(
  browser: Browser,
  host: Host,
  size: readonly [number, number],
): Promise<Page> {
  const { viewport, deviceScaleFactor, hasTouch, locale } = kioskScreen(...size);
  const context = await browser.newContext({ viewport, deviceScaleFactor, hasTouch, locale });
  const page = await context.newPage();
  await showWhole(page, size);
  await page.addInitScript({ content: watcher });
  await page.goto(await host.nextUrl());
  await page.locator('.welcome-begin').waitFor();
  return page;
}

/**
 * A window is as large as its page, its frame included: of the page's lower edge nothing would be drawn, and what
 * changes there alone would count as painted with whatever is drawn next.
 */
async function showWhole(page: Page, [width, height]: readonly [number, number]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const bounds = { width: width + frameRoomPx, height: height + frameRoomPx };
  await session.send('Browser.setWindowBounds', { windowId, bounds });
  await session.detach();
}

/** From the navigation to a welcome screen that can be touched, at the machine's own speed. */
async function measureStart(browser: Browser, host: Host): Promise<number> {
  const page = await openPage(browser, host, screens.portrait);
  const takenMs: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    await page.reload();
    takenMs.push(await page.evaluate<number>('__taps.whenStarted'));
  }
  await page.context().close();
  console.error(`starts: ${takenMs.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  return median(takenMs);
}

async function measureTaps(browser: Browser, host: Host, size: readonly [number, number]) {
  const page = await openPage(browser, host, size);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  const finger = new Finger(page, session);
  for (let round = 0; round < rounds; round += 1) {
    await goTheWholeWay(page, finger);
    await fillAndClear(page, finger);
  }
  const read = await readTaps(page);
  await page.context().close();
  return read;
}

/** Each step by its slowest tap, so that slow ones are found. */
function tellSteps(orientation: string, taps: readonly Tap[]): void {
  const steps = Map.groupBy(taps, ({ label }) => label);
  const worst = [...steps].map(([label, of]) => {
    const sorted = of.toSorted((a, b) => b.durationMs - a.durationMs);
    return {
      label,
      count: of.length,
      slowest: sorted[0],
      middleMs: median(of.map((tap) => tap.durationMs)),
    };
  });
  worst.sort((a, b) => (b.slowest?.durationMs ?? 0) - (a.slowest?.durationMs ?? 0));
  for (const { label, count, slowest, middleMs } of worst) {
    const { durationMs = 0, waitMs = 0, workMs = 0 } = slowest ?? {};
    console.error(
      `${orientation.padEnd(10)} ${label.padEnd(28)} ${String(count).padStart(3)} taps, worst ${durationMs.toFixed(0).padStart(4)} ms (waited ${waitMs.toFixed(0)}, worked ${workMs.toFixed(0)}), middle ${middleMs.toFixed(0)} ms`,
    );
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

/**
 * How long a shopper's taps take until the next paint, over the whole journey in both orientations, on a
 * processor made four times slower; how soon the page can be touched, and how soon it is as new after a session.
 */
export async function benchTaps(): Promise<Readonly<Record<string, number>>> {
  if (!existsSync(join(import.meta.dirname, '../dist/renderer/index.html'))) {
    throw new Error('The renderer is not built: npm run build');
  }
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-taps-'));
  const file = join(folder, 'kiosk.db');
  writeLargeShop(file, productCount);
  const host = startHost(file);
  let browser: Browser | undefined;
  try {
    browser = await launch();
    const startMs = await measureStart(browser, host);
    const taps: Tap[] = [];
    const resets: number[] = [];
    for (const [orientation, size] of Object.entries(screens)) {
      const read = await measureTaps(browser, host, size);
      tellSteps(orientation, read.taps);
      taps.push(...read.taps);
      resets.push(...read.resets);
    }
    console.error(
      `${taps.length} taps; resets: ${resets.map((ms) => ms.toFixed(0)).join(', ')} ms`,
    );
    const takenMs = taps.map(({ durationMs }) => durationMs);
    return {
      tap_to_paint_p50_ms: percentile(takenMs, 0.5),
      tap_to_paint_p99_ms: percentile(takenMs, 0.99),
      renderer_start_ms: startMs,
      session_reset_ms: Math.max(...resets),
    };
  } finally {
    await browser?.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
