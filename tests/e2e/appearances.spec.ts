import { expect, type Page } from '@playwright/test';
import { type Appearance, appearAs, usual, withPseudo } from './appearance.ts';
import { axeFindings } from './axe.ts';
import { test } from './fixtures.ts';
import { expectNothingCut, standStill } from './look-at.ts';
import { walk, walkTo } from './walk.ts';
import { sheet, withIcon } from './wordless.ts';

const isShare = process.env.BLENDBAR_E2E === 'share';

interface Look extends Appearance {
  readonly name: string;
  /** Axe looks too: where colors, directions or sizes are others. */
  readonly withAxe: boolean;
  /** With the bench's panel beside it, which leaves the shop less room; in portrait the bench has a screen of its own. */
  readonly besideBench: boolean;
}

function look(name: string, wishes: Partial<Look> = {}): Look {
  return { ...usual, name, withAxe: false, besideBench: false, ...wishes };
}

const looks: readonly Look[] = [
  look('beside the bench', { besideBench: true }),
  look('German', { language: 'de' }),
  look('French', { language: 'fr' }),
  look('Spanish', { language: 'es' }),
  look('Japanese', { language: 'ja' }),
  look('pseudo-locale', { language: 'en-XA' }),
  look('right to left', { language: 'ar' }),
  look('high contrast', { highContrast: true }),
  look('right to left, high contrast', { language: 'ar', highContrast: true, withAxe: true }),
  look('largest', { textSize: 'largest', withAxe: true }),
  look('largest, German', { textSize: 'largest', language: 'de' }),
  look('within reach', { reach: true }),
  look('within reach, German', { reach: true, language: 'de' }),
];

/** The test command looks at those in which everything is another: direction, color, length, size, room. */
const ofShare: ReadonlySet<string> = new Set([
  'right to left, high contrast',
  'largest, German',
  'within reach, German',
]);

/** What has to be done before the places below have something to show: a design that lies in the bag. */
const before = [
  'customizer-color',
  'customizer-finish',
  'customizer-scent',
  'customizer-text',
  'customizer-done',
  'cart',
];
const places = [
  'welcome',
  'home',
  'search',
  'search-nothing',
  'shades',
  'shades-found',
  'product-shades',
  'customizer-color',
  'customizer-finish',
  'customizer-care',
  'customizer-amount',
  'about-you',
  'cart-again',
  'payment',
  'payment-cash-again',
  'devices',
  'survey-exit',
];
/** Those that only the whole suite has the time for. */
const furtherPlaces = [
  'home',
  'home-card-refused',
  'home-barcode-refused',
  'comfort-one-switch',
  'keyboard',
  'shades',
  'shades-readings',
  'shades-readings-refused',
  'cart-again',
  'card-found',
];
/** Where axe looks: between them they hold every kind of control and surface. */
const forAxe: ReadonlySet<string> = new Set([
  'welcome',
  'home',
  'customizer-care',
  'about-you',
  'cart-again',
]);

/** In the test command axe looks at every so many places of the walk; the whole suite has it look at all. */
const axeTurns = 3;

/** These fit on the screen as most people see them. */
const still: ReadonlySet<string> = new Set(['home', 'payment', 'payment-cash']);

/** How much further the screen could be scrolled as a whole. */
function scrolledPx(page: Page): Promise<number> {
  return page.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight);
}

/** Nothing of it is left out, nor anything below it; a sheet lies over it. */
async function expectBarAtLowerEdge(page: Page, place: string): Promise<void> {
  const bar = page.locator('footer.comfort-bar');
  await expect(bar, place).toBeInViewport({ ratio: 1 });
  const isCovered = (await sheet(page).count()) > 0;
  const signs = ['globe', 'person-standing', 'circle-question-mark'];
  for (const sign of signs) {
    const button = withIcon(bar, sign);
    await expect(button, `${sign} on ${place}`).toBeInViewport({ ratio: 1 });
    if (!isCovered) await button.tap({ trial: true });
  }
  await expect(bar.locator('nav button'), place).toHaveCount(signs.length);
  const belowPx = await bar.evaluate((element) => {
    // The keyboard on the screen takes its height from all of it.
    const keyboard = document.querySelector('[data-keyboard]');
    const edge = keyboard?.getBoundingClientRect().top ?? window.innerHeight;
    return edge - element.getBoundingClientRect().bottom;
  });
  expect(Math.abs(belowPx), `below the bar on ${place}`).toBeLessThan(1);
}

test('UIX-15 UIX-52 UIX-54 every screen and sheet is whole, to be read and touched, and axe finds nothing', async ({
  page,
}) => {
  test.slow();
  let turn = 0;
  await walk(page, (place) =>
    test.step(place, async () => {
      await standStill(page);
      await expectNothingCut(page, place);
      await expectBarAtLowerEdge(page, place);
      turn += 1;
      if (!isShare || turn % axeTurns === 0) {
        expect.soft(await axeFindings(page), `axe on ${place}`).toEqual([]);
      }
      if (!still.has(place)) return;
      expect.soft(await scrolledPx(page), `what lies below the edge of ${place}`).toBeLessThan(1);
    }),
  );
});

test('UIX-15 UIX-53 UIX-54 UIX-55 every screen holds in every appearance and language', async ({
  page,
}) => {
  test.setTimeout(isShare ? 270_000 : 900_000);
  await withPseudo(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await walkTo(page, before, async () => {});
  let shown: Appearance = usual;
  for (const next of looks.filter(({ name }) => !isShare || ofShare.has(name))) {
    await test.step(next.name, async () => {
      await appearAs(page, shown, next);
      shown = next;
      const panel = page.locator('header button[aria-expanded]');
      if (next.besideBench && !(await panel.isVisible())) return;
      if (next.besideBench) await panel.tap();
      await walkTo(page, isShare ? places : [...places, ...furtherPlaces], async (place) => {
        const name = `${place}, ${next.name}`;
        await standStill(page);
        await expectNothingCut(page, name);
        if (!next.withAxe || !forAxe.has(place)) return;
        expect.soft(await axeFindings(page), `axe on ${name}`).toEqual([]);
      });
      if (next.besideBench) await panel.tap();
    });
  }
});
