import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const isCi = process.env.CI === 'true';

/** The system's Chromium, else the Chrome that is installed, else Playwright's own download. */
function browser() {
  if (existsSync('/usr/bin/chromium')) return { executablePath: '/usr/bin/chromium' };
  const hasChrome = process.platform !== 'linux' || existsSync('/usr/bin/google-chrome');
  return hasChrome ? { channel: 'chrome' } : {};
}

const { executablePath, channel } = { executablePath: undefined, channel: undefined, ...browser() };

/** A kiosk screen, standing or lying; one CSS pixel is one pixel of the display. */
function kioskScreen(width: number, height: number) {
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

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: isCi,
  // Each worker runs a kiosk and a browser, beside the other tests of `npm test`.
  workers: 1,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'portrait', testIgnore: 'electron/**', use: kioskScreen(1080, 1920) },
    { name: 'landscape', testIgnore: 'electron/**', use: kioskScreen(1920, 1080) },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
});
