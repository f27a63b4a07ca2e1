import { expect, type Page } from '@playwright/test';
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

/** Wished for in the comfort sheet, with what else is wished for there; the page's clock is the test's. */
async function scanWith(page: Page, ...wishes: readonly string[]): Promise<void> {
  await page.clock.install();
  await page.reload();
  await expect(button(page, 'Comfort')).toBeVisible();
  await button(page, 'Comfort').tap();
  const sheet = page.getByRole('dialog', { name: 'As it suits you' });
  for (const wish of [...wishes, 'One switch']) {
    await sheet.locator('label').filter({ hasText: wish }).first().tap();
  }
  await oneSwitch(page).press(sheet.locator('header button'));
  await expect(sheet).toBeHidden();
}

/** How the ring is drawn: its line, the light lines beside it, and the second line of a part. */
function ringLines(page: Page) {
  return page.locator('[data-scan-ring]').evaluate((ring) => {
    const brightness = (color: string) =>
      Math.max(...(color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow, ...style } =
      getComputedStyle(ring);
    const lights = [...boxShadow.matchAll(/(rgb[^)]*\)) 0px 0px 0px (\d+)px/g)];
    return {
      line: `${outlineStyle} ${outlineWidth}`,
      isDark: brightness(outlineColor) < 64,
      // From the part: light, the dark line, light.
      offsetPx: Number.parseFloat(outlineOffset),
      lightToPx: lights.map(([, color, px]) => (brightness(color ?? '') > 200 ? Number(px) : null)),
      secondLine: Number.parseFloat(style.borderTopWidth) > 0,
    };
  });
}

test('UIX-83 the ring is wide, double around a part, brought into sight and said', async ({
  page,
}) => {
  test.slow();
  await scanWith(page, 'Very large', 'Read aloud');
  const { reach } = oneSwitch(page);
  const ring = page.locator('[data-scan-ring]');
  const caption = page.locator('[data-captions]');
  const oneLine = {
    line: 'solid 7px',
    isDark: true,
    offsetPx: 3,
    lightToPx: [3, 14],
    secondLine: false,
  };

  await test.step('a target far below', async () => {
    const far = page.getByRole('main').getByRole('button').last();
    await expect(far).not.toBeInViewport();
    await reach(far);
    await expect(far).toBeInViewport({ ratio: 0.9 });
    await expect(ring).toBeInViewport({ ratio: 0.9 });
    expect(await ringLines(page)).toEqual(oneLine);
    await expect(caption).toHaveText(/\S/);
    await expect(far).toHaveAccessibleName((await caption.textContent()) ?? '');
  });

  await test.step('a part, by the first of what it holds', async () => {
    await page.clock.runFor(400);
    for (let step = 0; step < 40; step += 1) {
      if ((await ring.getAttribute('data-scan-ring')) === 'group') break;
      await page.clock.runFor(2_050);
    }
    await expect(ring).toHaveAttribute('data-scan-ring', 'group');
    expect(await ringLines(page)).toEqual({ ...oneLine, secondLine: true });
    await expect(ring).toBeInViewport();
    await expect(caption).toHaveText(/\S/);
  });

  await test.step('the bar, by its name', async () => {
    const language = button(page, 'Language: English');
    await reach(language);
    await expect(caption).toContainText('Language: English');
  });
});

test('UIX-80 readings are typed with one switch, field by field', async ({ page }) => {
  test.slow();
  await scanWith(page);
  await button(page, 'Find your shade').tap();
  await button(page, 'I have a reading').tap();
  const { press } = oneSwitch(page);
  const keypad = page.getByRole('group', { name: 'Digits of the reading' });
  for (const [field, key] of [
    ['L* of reading 1', '5'],
    ['b* of reading 3', '7'],
  ] as const) {
    await press(page.getByLabel(field));
    await expect(page.getByLabel(field)).toBeFocused();
    await press(keypad.getByRole('button', { name: key, exact: true }));
    await expect(page.getByLabel(field)).toHaveValue(key);
  }
});

test('UIX-85 a switch is not offered the key that would shut it out', async ({ page }) => {
  test.slow();
  await scanWith(page);
  await button(page, 'Comfort').tap();
  const keys = page.getByRole('radiogroup', { name: 'The switch is' });
  await expect(keys.getByRole('radio')).toHaveCount(3);
  await oneSwitch(page).press(keys.locator('label').first());
  await expect(keys.getByRole('radio')).toHaveCount(2);
  await expect(keys.getByRole('radio', { name: 'Enter', exact: true })).toHaveCount(0);
  // Nor is it when a finger chose the switch's key, and the switch pressed again.
  await keys
    .locator('label')
    .filter({ hasText: /^Space$/ })
    .tap();
  await expect(keys.getByRole('radio')).toHaveCount(3);
  await oneSwitch(page).press(keys.locator('label').first());
  await expect(keys.getByRole('radio')).toHaveCount(2);
  await expect(keys.getByRole('radio', { name: 'Space or Enter' })).toBeChecked();
});

test('UIX-86 a held key counts once, and a second press within a quarter of a second is none', async ({
  page,
}) => {
  test.slow();
  await scanWith(page);
  await button(page, /Still Water/).tap();
  await button(page, 'Add to bag').tap();
  await button(page, 'See bag').tap();
  const amount = page.getByRole('main').locator('article output');
  // From two on there is one less, too: no part of the screen comes or goes.
  await button(page, 'One more').tap();
  await expect(amount).toHaveText('2');
  await oneSwitch(page).reach(button(page, 'One more'));

  await test.step('held, for longer than a bounce lasts', async () => {
    for (let repeat = 0; repeat < 4; repeat += 1) {
      await page.keyboard.down('Space');
      await page.clock.runFor(300);
    }
    await page.keyboard.up('Space');
    await page.clock.runFor(300);
    await expect(amount).toHaveText('3');
  });

  await test.step('again after 240 ms', async () => {
    await page.keyboard.press('Space');
    await page.clock.runFor(240);
    await page.keyboard.press('Space');
    await page.clock.runFor(400);
    await expect(amount).toHaveText('4');
  });

  await test.step('again after 260 ms', async () => {
    await page.keyboard.press('Space');
    await page.clock.runFor(260);
    await page.keyboard.press('Space');
    await page.clock.runFor(400);
    await expect(amount).toHaveText('6');
  });
});
