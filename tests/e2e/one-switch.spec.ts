import { expect } from '@playwright/test';
import { ask } from './bench-tools.ts';
import { hearComplaints, test } from './fixtures.ts';
import { button } from './on-screen.ts';
import { holdSwitch, oneSwitch } from './pages/hand.ts';

test('UIX-80 to UIX-87 one switch leads from the welcome to a paid design', async ({
  page,
  complaints,
}) => {
  test.slow();
  hearComplaints(page, complaints);
  await page.clock.install();
  await page.goto(new URL('/', page.url()).href);
  await expect(button(page, 'Touch to begin')).toBeVisible();
  const { press } = oneSwitch(page);
  const option = (name: string) =>
    page.getByRole('main').locator('label', { hasText: name }).first();

  await test.step('UIX-85 holding it on the welcome screen begins', async () => {
    await holdSwitch(page);
    await press(button(page, 'Touch to begin'));
  });

  await test.step('a design', async () => {
    await press(button(page, /Lipstick, poured for you/));
    await press(option('Signal Red'));
    await press(button(page, /^Next: Finish/));
    await press(option('Satin'));
    await press(button(page, /^Next: Wax/));
    await press(option('Beeswax'));
    await press(button(page, /^Next: Comfort/));
    await press(button(page, /^Next: Scent/));
    await press(option('Unscented'));
    await press(button(page, /^Next: Plumping/));
    await press(button(page, /^Next: Case/));
    await press(option('Solid brass'));
  });

  await test.step('UIX-82 the keyboard by its rows', async () => {
    await press(button(page, 'Engraving'));
    await press(page.getByRole('textbox', { name: 'Your text' }));
    const keyboard = page.getByRole('region', { name: 'Keyboard' });
    await press(keyboard.getByRole('button', { name: 'A', exact: true }));
    await expect(page.getByRole('textbox', { name: 'Your text' })).toHaveValue('A');
    await press(keyboard.getByRole('button', { name: 'Done' }));
    await expect(keyboard).toHaveCount(0);
  });

  await test.step('UIX-84 a press keeps the session', async () => {
    await page.clock.runFor(92_000);
    const warning = page.getByRole('alertdialog');
    await expect(warning).toBeVisible();
    await page.keyboard.press('Space');
    await page.clock.runFor(400);
    await expect(warning).toBeHidden();
  });

  await test.step('the bag, the payment', async () => {
    await press(button(page, 'Add to bag'));
    await press(button(page, /^Pay/));
    await press(button(page, /By card or phone/));
    await page.clock.runFor(400);
    await expect(page.getByRole('heading', { name: /Hold your card/ })).toBeVisible();
    await ask(page, 'bench.answerCard', { answer: 'approve' });
    await page.clock.runFor(400);
    await expect(page.getByRole('heading', { name: 'Thank you.' })).toBeVisible();
  });

  await test.step('UIX-87 it ends with the session', async () => {
    await press(button(page, 'Start over'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Yours alone/);
    await expect(page.locator('[data-scan-ring]')).toHaveCount(0);
  });
});
