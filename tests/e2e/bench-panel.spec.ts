import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';

test('the bench stands beside the shop in landscape, one device at a time', async ({
  page,
}, info) => {
  const panelButton = page.locator('header button[aria-expanded]', { hasText: 'Device bench' });
  test.skip(!(await panelButton.isVisible()), 'in portrait the bench has a screen of its own');
  await panelButton.tap();
  const panel = page.getByRole('complementary', { name: 'Device bench' });
  for (const device of ['Terminal', 'Scanner', 'Printer']) {
    await panel.getByRole('tab', { name: device }).tap();
    await expect(panel.getByRole('tabpanel', { name: device })).toBeVisible();
    await lookAt(page, info, `panel-${device}`);
  }
});
