import { defineConfig } from '@playwright/test';
import usual, { kioskScreen } from '../../../playwright.config.ts';
import { themes } from './looks.ts';

const screens = { portrait: kioskScreen(1080, 1920), landscape: kioskScreen(1920, 1080) };

/** `npm run -s gallery`: pictures of every screen in every appearance, for people to look at. */
export default defineConfig({
  ...usual,
  testDir: '.',
  outputDir: '../../../test-results/gallery',
  timeout: 240_000,
  use: { trace: 'off', actionTimeout: 10_000, screenshot: 'only-on-failure' },
  // Each with a store of its own, whose stock lasts for its walks.
  projects: Object.entries(screens).flatMap(([orientation, use]) =>
    Object.keys(themes).map((theme) => ({
      name: `${orientation}-${theme}`,
      metadata: { orientation },
      grep: new RegExp(` ${theme}-`),
      use,
    })),
  ),
});
