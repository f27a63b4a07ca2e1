import { expect, type Locator, type Page } from '@playwright/test';
import { ask } from './bench-tools.ts';
import { hearComplaints, test } from './fixtures.ts';
import { button } from './on-screen.ts';

/** As long as the ring stays at normal speed, and a moment more. */
const stepMs = 2_050;
const mostSteps = 120;

/** Waits for the ring as a person does, and presses the switch when it is on what is wanted or around it. */
async function pressOn(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < mostSteps; step += 1) {
    const on = await ringOn(page, wanted);
    if (on !== 'elsewhere') {
      await page.keyboard.press('Space');
      // What a press changes is on the screen then, and the ring with it.
      await page.clock.runFor(400);
      if (on === 'target') return;
    } else {
      await page.clock.runFor(stepMs);
    }
  }
  throw new Error(`The ring did not come to ${wanted}`);
}

async function ringOn(page: Page, wanted: Locator): Promise<'target' | 'group' | 'elsewhere'> {
  const ring = page.locator('[data-scan-ring]');
  const box = await wanted.boundingBox();
  const around = await ring.boundingBox();
  if (box === null || around === null) return 'elsewhere';
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const kind = await ring.getAttribute('data-scan-ring');
  const isIn =
    x > around.x && x < around.x + around.width && y > around.y && y < around.y + around.height;
  if (!isIn) return 'elsewhere';
  return kind === 'group' ? 'group' : 'target';
}

test('UIX-80 to UIX-87 one switch leads from the welcome to a paid design', async ({
  page,
  complaints,
}) => {
  test.slow();
  hearComplaints(page, complaints);
  await page.clock.install();
  await page.goto(new URL('/', page.url()).href);
  await expect(button(page, 'Touch to begin')).toBeVisible();
  // From here on time passes only where the test lets it: the ring does not move between a look and a press.
  await page.clock.pauseAt(new Date(Date.now() + 10_000));
  const option = (name: string) =>
    page.getByRole('main').locator('label', { hasText: name }).first();

  await test.step('UIX-85 holding it on the welcome screen begins', async () => {
    await page.keyboard.down('Space');
    await page.clock.runFor(3_100);
    await page.keyboard.up('Space');
    await expect(page.locator('[data-scan-ring]')).toBeVisible();
    await pressOn(page, button(page, 'Touch to begin'));
  });

  await test.step('a design', async () => {
    await pressOn(page, button(page, /Lipstick, poured for you/));
    await pressOn(page, option('Signal Red'));
    await pressOn(page, button(page, /^Next: Finish/));
    await pressOn(page, option('Satin'));
    await pressOn(page, button(page, /^Next: Wax/));
    await pressOn(page, option('Beeswax'));
    await pressOn(page, button(page, /^Next: Comfort/));
    await pressOn(page, button(page, /^Next: Scent/));
    await pressOn(page, option('Unscented'));
    await pressOn(page, button(page, /^Next: Plumping/));
    await pressOn(page, button(page, /^Next: Case/));
    await pressOn(page, option('Solid brass'));
  });

  await test.step('UIX-82 the keyboard by its rows', async () => {
    await pressOn(page, button(page, 'Engraving'));
    await pressOn(page, page.getByRole('textbox', { name: 'Your text' }));
    const keyboard = page.getByRole('region', { name: 'Keyboard' });
    await pressOn(page, keyboard.getByRole('button', { name: 'A', exact: true }));
    await expect(page.getByRole('textbox', { name: 'Your text' })).toHaveValue('A');
    await pressOn(page, keyboard.getByRole('button', { name: 'Done' }));
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
    await pressOn(page, button(page, 'Add to bag'));
    await pressOn(page, button(page, /^Pay/));
    await pressOn(page, button(page, /By card or phone/));
    await page.clock.runFor(400);
    await expect(page.getByRole('heading', { name: /Hold your card/ })).toBeVisible();
    await ask(page, 'bench.answerCard', { answer: 'approve' });
    await page.clock.runFor(400);
    await expect(page.getByRole('heading', { name: 'Thank you.' })).toBeVisible();
  });

  await test.step('UIX-87 it ends with the session', async () => {
    await pressOn(page, button(page, 'Start over'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Yours alone/);
    await expect(page.locator('[data-scan-ring]')).toHaveCount(0);
  });
});
