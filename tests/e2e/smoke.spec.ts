import { expect } from '@playwright/test';
import { test } from './fixtures.ts';

test('HST-22 HST-25 the page reaches its kiosk from its own origin, under the policy', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const answer = await page.evaluate(async () => {
    const response = await fetch('/rpc/kiosk.info', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return response.json();
  });
  expect(answer).toMatchObject({ ok: true, value: { bench: true } });
});

test('HST-25 the policy stops what did not come from the kiosk', async ({ page, complaints }) => {
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    const leak = await fetch('https://blendbar.example/').then(
      () => 'sent',
      () => 'refused',
    );
    return { injected: 'injected' in window, leak };
  });
  expect(ran).toEqual({ injected: false, leak: 'refused' });
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test('HST-23 a link works once, and its cookie is out of reach for scripts', async ({
  page,
  host,
  browser,
}) => {
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const stranger = await browser.newContext();
  const url = await host.startUrl();
  const first = await stranger.newPage();
  await first.goto(url);
  await expect(first).toHaveURL(/\/$|\/#/);
  const second = await (await browser.newContext()).newPage();
  const answer = await second.goto(url);
  expect(answer?.status()).toBe(403);
});
