import { expect, type Locator, type Page } from '@playwright/test';

/** How a shopper presses what is on the screen. */
export interface Hand {
  press(target: Locator): Promise<void>;
}

/** The ring comes by itself, and stands still where it is waited for. */
interface OneSwitch extends Hand {
  reach(target: Locator): Promise<void>;
}

export function touch(): Hand {
  return { press: (target) => target.tap() };
}

/** More stops than any screen has. */
const mostStops = 150;

/** Tab from control to control, arrows within a group of options, then the key that presses. */
export function keyboard(page: Page): Hand {
  return {
    async press(target) {
      await expect(target).toBeVisible();
      for (let stop = 0; stop < mostStops; stop += 1) {
        const place = await target.evaluate(focusFrom);
        if (place === 'on') {
          await page.keyboard.press('Space');
          return;
        }
        await page.keyboard.press(place === 'inGroup' ? 'ArrowDown' : 'Tab');
      }
      throw new Error(`The focus did not come to ${target}`);
    },
  };
}

/** Where the focus is as seen from the control: on it, on another of its group of options, or elsewhere. Runs in the page. */
function focusFrom(target: Element): 'on' | 'inGroup' | 'elsewhere' {
  const focused = document.activeElement;
  const control = target.querySelector('input') ?? target;
  if (focused === control) return 'on';
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return 'elsewhere';
  const group = control.closest('[role="radiogroup"]');
  return group?.contains(focused) === true ? 'inGroup' : 'elsewhere';
}

/** As long as the ring stays at normal speed, and a moment more. */
const stepMs = 2_050;
/** What a press changes is on the screen after it, and the ring with it. */
const settledMs = 400;
const mostSteps = 120;

/**
 * Waits for the ring as a person does, and presses the switch when it is on what is wanted or around it. The page's clock
 * is the test's (`page.clock.install`); it stands still while the ring is looked at, and goes on after the press.
 */
export function oneSwitch(page: Page): OneSwitch {
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + settledMs);
    for (let step = 0; step < mostSteps; step += 1) {
      const on = await ringOn(page, target);
      if (on === 'target') return;
      if (on === 'group') {
        await page.keyboard.press('Space');
        await page.clock.runFor(settledMs);
      } else {
        await page.clock.runFor(stepMs);
      }
    }
    throw new Error(`The ring did not come to ${target}`);
  }
  return {
    reach,
    async press(target) {
      await reach(target);
      await page.keyboard.press('Space');
      await page.clock.runFor(settledMs);
      await page.clock.resume();
    },
  };
}

/** Begins to scan, on the welcome screen. UIX-85 */
export async function holdSwitch(page: Page): Promise<void> {
  await page.keyboard.down('Space');
  await page.clock.runFor(3_100);
  await page.keyboard.up('Space');
  await expect(page.locator('[data-scan-ring]')).toBeVisible();
}

async function ringOn(page: Page, target: Locator): Promise<'target' | 'group' | 'elsewhere'> {
  const ring = page.locator('[data-scan-ring]');
  const box = await target.boundingBox();
  const around = await ring.boundingBox();
  if (box === null || around === null) return 'elsewhere';
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const isIn =
    x > around.x && x < around.x + around.width && y > around.y && y < around.y + around.height;
  if (!isIn) return 'elsewhere';
  return (await ring.getAttribute('data-scan-ring')) === 'group' ? 'group' : 'target';
}
