import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { JourneyReport } from '#shared/domain/journey/report.ts';
import { runCli } from '../helpers/cli.ts';
import { enterShop, type KioskHost, startKiosk } from './fixtures.ts';
import { button, designLipstick } from './on-screen.ts';

/** A kiosk that nobody has visited yet. */
const test = base.extend<{ readonly host: KioskHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  host: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'blendbar-e2e-'));
    const kiosk = startKiosk(join(folder, 'kiosk.db'));
    await use(kiosk);
    await kiosk.stop();
    await rm(folder, { recursive: true, force: true });
  },
});

test('JRN-10 JRN-11 JRN-12 what a shopper does is counted, from the welcome to the welcome', async ({
  page,
  host,
}) => {
  await page.goto(await host.startUrl());
  await enterShop(page);
  await page.getByRole('searchbox', { name: 'Search products' }).fill('lipstick');
  await button(page, 'Search').tap();
  await button(page, 'Blendbar, to the start').tap();
  await button(page, /Lipstick, poured for you/).tap();
  await designLipstick(page);
  await button(page, 'Add to bag').tap();
  await expect(page.getByRole('heading', { name: 'Your bag' })).toBeVisible();
  await button(page, 'Start over').tap();
  await button(page, 'Yes, clear everything').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Before you go/);
  await button(page, 'No, thank you').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Yours alone/);

  const report = (): JourneyReport =>
    JSON.parse(runCli(['journeys', '--db', host.file, '--json']).stdout);
  await expect
    .poll(() => report().endedWithoutSale)
    .toEqual([{ screen: 'survey', journeys: 1, left: 1, timedOut: 0 }]);
  expect(report()).toMatchObject({
    journeys: 1,
    unfinished: 0,
    unread: 0,
    funnel: [
      { step: 'began', journeys: 1 },
      { step: 'lookedAtProduct', journeys: 1 },
      { step: 'designed', journeys: 1 },
      { step: 'inBag', journeys: 1 },
      { step: 'payment', journeys: 0 },
      { step: 'sold', journeys: 0 },
    ],
    screens: [
      { screen: 'home', shown: 2 },
      { screen: 'search', shown: 1 },
      { screen: 'customize', shown: 1 },
      { screen: 'cart', shown: 1 },
      { screen: 'survey', shown: 1 },
    ],
    languages: [{ language: 'en', journeys: 1, sold: 0 }],
    templates: [{ begun: 1, finished: 1, abandonedAt: [] }],
  });
});
