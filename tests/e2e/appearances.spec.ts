import { expect, type Page } from '@playwright/test';
import { type Appearance, appearAs, usual, withPseudo } from './appearance.ts';
import { axeFindings } from './axe.ts';
import { test } from './fixtures.ts';
import { expectNothingCut, standStill } from './look-at.ts';
import { walkTo } from './walk.ts';

interface Look extends Appearance {
  readonly name: string;
  /** Axe looks too: where colors, directions or sizes are others. */
  readonly withAxe: boolean;
  readonly calm: boolean;
}

function look(name: string, wishes: Partial<Look> = {}): Look {
  return { ...usual, name, withAxe: false, calm: true, ...wishes };
}

/** `calm` is reduced motion, which also makes the walk short; the usual appearance moves. */
const looks: readonly Look[] = [
  look('usual', { withAxe: true, calm: false }),
  look('reduced motion', { withAxe: true }),
  look('German', { language: 'de' }),
  look('French', { language: 'fr' }),
  look('Spanish', { language: 'es' }),
  look('Japanese', { language: 'ja' }),
  look('pseudo-locale', { language: 'en-XA' }),
  look('right to left', { language: 'ar', withAxe: true }),
  look('high contrast', { highContrast: true, withAxe: true }),
  look('largest', { textSize: 'largest', withAxe: true }),
  look('largest, German', { textSize: 'largest', language: 'de' }),
  look('within reach', { reach: true }),
  look('within reach, German', { reach: true, language: 'de' }),
];

/** The test command looks at those in which everything is another: direction, length, size, room. */
const ofShare: ReadonlySet<string> = new Set([
  'usual',
  'pseudo-locale',
  'right to left',
  'largest, German',
  'within reach',
]);
const looksNow = looks.filter(
  ({ name }) => process.env.BLENDBAR_E2E !== 'share' || ofShare.has(name),
);

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
];
/** Where axe looks: between them they hold every kind of control and surface. */
const forAxe: ReadonlySet<string> = new Set([
  'welcome',
  'home',
  'customizer-care',
  'about-you',
  'cart-again',
]);

/** These fit on the screen as most people see them. */
const still: ReadonlySet<string> = new Set(['home', 'payment', 'payment-cash-again']);

/** How much further the screen could be scrolled as a whole. */
function scrolledPx(page: Page): Promise<number> {
  return page.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight);
}

test('UIX-54 UIX-55 every screen holds in every appearance and language', async ({ page }) => {
  test.slow();
  await withPseudo(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await walkTo(page, before, async () => {});
  let shown: Appearance = usual;
  for (const next of looksNow) {
    await test.step(next.name, async () => {
      await page.emulateMedia({ reducedMotion: next.calm ? 'reduce' : 'no-preference' });
      await appearAs(page, shown, next);
      shown = next;
      await walkTo(page, places, async (place) => {
        const name = `${place}, ${next.name}`;
        await standStill(page);
        await expectNothingCut(page, name);
        if (next.name === 'usual' && still.has(place)) {
          expect
            .soft(await scrolledPx(page), `what lies below the edge of ${name}`)
            .toBeLessThan(1);
        }
        if (!next.withAxe || !forAxe.has(place)) return;
        expect.soft(await axeFindings(page), `axe on ${name}`).toEqual([]);
      });
    });
  }
});
