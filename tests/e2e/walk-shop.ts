import { expect, type Page } from '@playwright/test';
import {
  choose,
  design,
  expectInSight,
  goToScreen,
  keyboard,
  main,
  openBar,
  openSheet,
  openStep,
  optionOf,
  type Stop,
  sheet,
  withIcon,
} from './wordless.ts';

const oneSwitch = (page: Page) => sheet(page).locator('label.toggle').nth(3);

/** One that is refused: it stays to be mended, and what is said of it stands below. */
async function typeCode(page: Page, code: string): Promise<void> {
  await sheet(page).locator('input').fill(code);
  await sheet(page).locator('button[type="submit"]').tap();
  await expect(sheet(page).locator('input')).toHaveAttribute('aria-invalid', 'true');
  await expectInSight(sheet(page).locator('.text-danger'));
}

/** From the welcome to a whole design: what is there to find, and how it is made. */
export const shopStops: readonly Stop[] = [
  {
    name: 'welcome',
    async show(page) {
      await goToScreen(page, '#/welcome');
      await expect(page.locator('figure svg, figure img').first()).toBeVisible();
    },
  },
  { name: 'home', show: (page) => goToScreen(page, '#/') },
  {
    name: 'home-card',
    show: (page) => openSheet(page, withIcon(main(page), 'qr-code')),
  },
  {
    name: 'home-card-refused',
    async show(page) {
      await openSheet(page, withIcon(main(page), 'qr-code'));
      await typeCode(page, 'ABCDE1234');
    },
  },
  {
    name: 'home-barcode',
    show: (page) => openSheet(page, withIcon(main(page), 'scan-barcode')),
  },
  {
    name: 'home-barcode-refused',
    async show(page) {
      await openSheet(page, withIcon(main(page), 'scan-barcode'));
      // Of a pencil.
      await typeCode(page, '4006381333931');
      await expectInSight(withIcon(sheet(page), 'search'));
    },
  },
  { name: 'language', show: (page) => openBar(page, 0) },
  { name: 'comfort', show: (page) => openBar(page, 1) },
  {
    name: 'comfort-one-switch',
    async show(page) {
      await openBar(page, 1);
      await oneSwitch(page).tap();
      await expect(sheet(page).getByRole('radiogroup')).toHaveCount(3);
      await sheet(page).locator('label.toggle').last().scrollIntoViewIfNeeded();
    },
    leave: (page) => oneSwitch(page).tap(),
  },
  { name: 'help', show: (page) => openBar(page, 2) },
  {
    name: 'keyboard',
    async show(page) {
      await goToScreen(page, '#/');
      await main(page).locator('input').tap();
      await expect(keyboard(page)).toBeVisible();
    },
  },
  { name: 'search', show: (page) => goToScreen(page, '#/search?text=lipstick') },
  { name: 'search-corrected', show: (page) => goToScreen(page, '#/search?text=lipstik') },
  {
    name: 'search-nothing',
    async show(page) {
      await goToScreen(page, '#/search?text=qqzzqq');
      await expect(main(page).locator('.action-primary, .action-secondary')).not.toHaveCount(0);
    },
  },
  { name: 'fault', show: (page) => goToScreen(page, '#/product/NOPE') },
  { name: 'cart-empty', show: (page) => goToScreen(page, '#/cart') },
  { name: 'shades', show: (page) => goToScreen(page, '#/shades') },
  { name: 'shades-readings', show: (page) => openSheet(page, withIcon(main(page), 'pipette')) },
  {
    name: 'shades-readings-refused',
    async show(page) {
      await openSheet(page, withIcon(main(page), 'pipette'));
      const disagreeing = ['58.2', '13.1', '21.4', '58.4', '13.0', '21.6', '40.0', '13.0', '21.6'];
      for (const [index, part] of disagreeing.entries())
        await sheet(page).locator('input').nth(index).fill(part);
      await sheet(page).locator('footer button').tap();
      await expectInSight(sheet(page).locator('[role="alert"] span'));
    },
  },
  {
    name: 'shades-found',
    async show(page) {
      await main(page).locator('li button[aria-pressed]').nth(12).tap();
      await expect(main(page).locator('section li button').first()).toBeVisible();
    },
  },
  { name: 'product-shades', show: (page) => goToScreen(page, '#/product/RP-SATIN-133') },
  {
    name: 'product-added',
    async show(page) {
      await goToScreen(page, '#/product/HL-HYDRA-01');
      await main(page).locator('button.action-primary').tap();
      await expect(page.locator('[role="status"] .enter')).toBeVisible();
    },
  },
  {
    name: 'product-ingredients',
    async show(page) {
      await main(page).locator('button[aria-expanded]').tap();
      await main(page).locator('h2').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'product-price',
    show: (page) => openSheet(page, main(page).locator('button:has(.underline)')),
  },
  { name: 'customizer-color', show: design },
  { name: 'customizer-finish', show: (page) => choose(page, 'finish', 'matte') },
  { name: 'customizer-care', show: (page) => openStep(page, 'care') },
  {
    name: 'impossible',
    async show(page) {
      await openSheet(page, optionOf(page, 'shea'));
      await expect(sheet(page).locator('button.choice').first()).toBeVisible();
    },
  },
  { name: 'customizer-scent', show: (page) => choose(page, 'scent', 'rose') },
  {
    name: 'customizer-amount',
    show: (page) => openStep(page, 'tingle'),
  },
  {
    name: 'impossible-age',
    show: (page) => openSheet(page, main(page).locator('div:has(> p > svg.lucide-ban) > button')),
  },
  {
    name: 'about-you',
    show: (page) => openSheet(page, withIcon(main(page), 'shield-check')),
  },
  { name: 'allergens', show: (page) => openSheet(page, withIcon(main(page), 'leaf')) },
  {
    name: 'customizer-text',
    async show(page) {
      await openStep(page, 'engraving');
      await main(page).locator('section input').fill('Élodie ♥');
      await expect(main(page).locator('section input')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'customizer-done',
    async show(page) {
      await main(page).locator('section input').fill('Élodie');
      await choose(page, 'color', 'signal');
      await choose(page, 'wax', 'beeswax');
      await choose(page, 'cap', 'brass');
      await expect(withIcon(main(page), 'shopping-bag')).toBeEnabled();
    },
  },
  {
    name: 'compare',
    async show(page) {
      await withIcon(main(page), 'columns-2').tap();
      await choose(page, 'finish', 'gloss');
      await openSheet(page, withIcon(main(page), 'columns-2'));
    },
  },
  {
    name: 'customizer-price',
    show: (page) => openSheet(page, main(page).locator('button:has(.underline)')),
  },
  {
    name: 'start-over',
    show: (page) => openSheet(page, withIcon(page.locator('header'), 'rotate-ccw')),
  },
];
