import { expect, type Page, type TestInfo } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { tooFaint } from './contrast.ts';
import { overflowing } from './overflow.ts';
import { wordsOn } from './words-on.ts';

const smallestTargetPx = 48;

/**
 * Looks at a screen once it stands still: attaches a picture, and expects nothing of axe, no target that is too
 * small to touch, no faint words, and nothing that is cut or runs out of where it stands. In landscape it measures
 * once more with the bench's panel open, which leaves the shop less room. In the share of the test command it
 * only measures: `appearances.spec.ts` asks axe about every screen and sheet there.
 */
export async function lookAt(page: Page, info: TestInfo, name: string): Promise<void> {
  if (process.env.BLENDBAR_E2E === 'share') {
    await standStill(page);
    await expectNothingCut(page, name);
    return;
  }
  await lookOnce(page, info, name);
  // In portrait the bench has a screen of its own, and a dialog lies over both.
  const panelButton = page.locator('header button[aria-expanded]', { hasText: 'Device bench' });
  const covered = (await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) > 0;
  if (covered || !(await panelButton.isVisible())) return;
  if ((await panelButton.getAttribute('aria-expanded')) === 'true') return;
  await panelButton.tap();
  await standStill(page);
  await attach(page, info, `${name} beside the bench`);
  await expectNothingCut(page, `${name} beside the bench`);
  await panelButton.tap();
}

async function lookOnce(page: Page, info: TestInfo, name: string): Promise<void> {
  await standStill(page);
  await attach(page, info, name);
  expect.soft(await axeFindings(page), `axe on ${name}`).toEqual([]);
  await expectNothingCut(page, name);
}

/** Waits until everything has arrived where it belongs. */
export async function standStill(page: Page): Promise<void> {
  // What was pressed has begun.
  await expect(page.locator('[data-felt]')).toHaveCount(0);
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
}

async function attach(page: Page, info: TestInfo, name: string): Promise<void> {
  await info.attach(`${name}.png`, { body: await page.screenshot(), contentType: 'image/png' });
}

/** No target too small to touch, no word too faint, and nothing that is cut or runs out of where it stands. */
export async function expectNothingCut(page: Page, name: string): Promise<void> {
  expect.soft(await smallTargets(page), `targets on ${name}`).toEqual([]);
  expect.soft(await overflowing(page), `overflow on ${name}`).toEqual([]);
  const contrast = await page.locator('html').getAttribute('data-contrast');
  const least = contrast === 'high' ? 10 : 7;
  expect.soft(tooFaint(await wordsOn(page), least), `contrast on ${name}`).toEqual([]);
}

/** Controls smaller than a fingertip. Inputs that a label covers are as large as their label. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((smallest) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], [role="tab"], input:not([type="radio"], [type="checkbox"], [type="range"])',
    );
    return (
      [...controls]
        .filter((control) => control.checkVisibility() && !control.hidden)
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        // What is there for screen readers alone takes a pixel.
        .filter(({ box }) => box.width > 2 && (box.width < smallest || box.height < smallest))
        .map(({ control, box }) => {
          const name = control.getAttribute('aria-label') ?? control.textContent;
          return `${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`;
        })
    );
  }, smallestTargetPx);
}
