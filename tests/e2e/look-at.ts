import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

/** Everything that axe knows about WCAG 2.2 AA, and its best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const smallestTargetPx = 48;

/**
 * Looks at a screen once it stands still: attaches a picture, and expects no axe violation, no
 * target that is too small to touch, and nothing that runs off the screen.
 */
export async function lookAt(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
  await info.attach(`${name}.png`, { body: await page.screenshot(), contentType: 'image/png' });

  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  expect.soft(found, `axe on ${name}`).toEqual([]);
  expect.soft(await smallTargets(page), `targets on ${name}`).toEqual([]);
  expect.soft(await overflow(page), `overflow on ${name}`).toEqual({ x: 0, y: 0 });
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

function overflow(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate(() => ({
    x: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
    y: Math.max(0, document.documentElement.scrollHeight - window.innerHeight),
  }));
}
