import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const isCi = process.env.CI === 'true';
/** What the test command runs. */
const isShare = process.env.BLENDBAR_E2E === 'share';

/** Without a window of a browser's own around the page, as in a kiosk; else with one. */
const ofTheSystem = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The system's Chromium, else the Chrome that is installed, else Playwright's own download. */
function browser() {
  const executablePath = ofTheSystem.find((file) => existsSync(file));
  if (executablePath !== undefined) return { executablePath };
  const hasChrome = process.platform !== 'linux' || existsSync('/usr/bin/google-chrome');
  return hasChrome ? { channel: 'chrome' } : {};
}

const { executablePath, channel } = { executablePath: undefined, channel: undefined, ...browser() };

/** A kiosk screen, standing or lying; one CSS pixel is one pixel of the display. */
export function kioskScreen(width: number, height: number) {
  return {
    viewport: { width, height },
    deviceScaleFactor: 1,
    hasTouch: true,
    locale: 'en-GB',
    ...(channel === undefined ? {} : { channel }),
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  };
}

/**
 * `npm run test:e2e` runs every journey in both orientations. The test command takes a share, so that it stays
 * short: each journey in one of them, by turns.
 */
function sharedOut(orientation: 'portrait' | 'landscape'): string[] {
  if (!isShare) return [];
  const journeys = readdirSync(new URL('tests/e2e', import.meta.url))
    .filter((file) => file.endsWith('.spec.ts'))
    .sort();
  const left = orientation === 'portrait' ? 1 : 0;
  return journeys.filter((_, index) => index % 2 === left).map((file) => `**/${file}`);
}

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: fileURLToPath(new URL('tests/e2e/global-setup.ts', import.meta.url)),
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: isCi,
  // Each worker runs a kiosk and a browser, beside the other tests of `npm test`.
  workers: 1,
  use: {
    // Each step would be photographed, for the few that fail.
    trace: isShare ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    // Nothing to wait for between two steps; what moves is looked at in the appearances.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    {
      name: 'portrait',
      testIgnore: ['electron/**', 'gallery/**', ...sharedOut('portrait')],
      use: kioskScreen(1080, 1920),
    },
    {
      name: 'landscape',
      testIgnore: ['electron/**', 'gallery/**', ...sharedOut('landscape')],
      use: kioskScreen(1920, 1080),
    },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
});
