import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search products' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

interface Barcoded {
  readonly name: string;
  readonly gtin: string;
}

/** A product with a barcode, as the kiosk itself tells it. */
async function barcodedProduct(page: Page): Promise<Barcoded> {
  const answer = await page.evaluate(async () => {
    const response = await fetch('/rpc/catalog.home', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return response.json();
  });
  for (const { product } of answer.value.featured) {
    const [gtin] = product.gtins ?? [];
    if (gtin !== undefined) return { name: product.name.en, gtin };
  }
  throw new Error('The demo store has no featured product with a barcode');
}

/** Of a slow scanner; a person needs 60 and more. */
const scannerGapMs = 40;

/**
 * A scanner that plays keyboard: every character and then Enter. Sent together, each with the time at which
 * a scanner would have pressed it, because a machine that is busy testing stretches every wait. What comes
 * after so many characters is seen so much later by a page that stands still.
 */
async function wedge(
  page: Page,
  code: string,
  still: { readonly after: number; readonly forMs: number } = { after: 0, forMs: 0 },
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const startedAtMs = Date.now();
  const characters = [...code].map((character) => ({ key: character, text: character }));
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  const keys = [...characters, enter].map((key, index) => {
    return { ...key, timestamp: (startedAtMs + index * scannerGapMs) / 1000 };
  });
  const press = (pressed: typeof keys) =>
    Promise.all(
      pressed.flatMap(({ timestamp, ...key }) => [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: key.key }),
      ]),
    );
  await press(keys.slice(0, still.after));
  await page.waitForTimeout(still.forMs);
  await press(keys.slice(still.after));
  await devtools.detach();
  // Nothing that follows may have been pressed before.
  const endsAtMs = startedAtMs + keys.length * scannerGapMs;
  await page.waitForTimeout(Math.max(0, endsAtMs + 200 - Date.now()));
}

/** A person who types fast. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 75 });
}

test('DEV-77 a scan types nothing into the field that has the focus, and opens the product', async ({
  page,
}) => {
  const { name, gtin } = await barcodedProduct(page);
  const typed = await page.evaluateHandle(() => {
    const events: string[] = [];
    document.addEventListener('input', (event) => {
      if (event.target instanceof HTMLInputElement) events.push(event.target.value);
    });
    return events;
  });
  await goTo(page, '#/search?text=');
  await searchBox(page).fill('serum');
  await searchBox(page).focus();
  await typed.evaluate((events) => events.splice(0));
  await wedge(page, gtin);
  await expect(heading(page, name).first()).toBeVisible();
  // What a busy machine made wait was typed for a moment, and taken back.
  expect((await typed.jsonValue()).at(-1) ?? 'serum').toBe('serum');
  await button(page, 'Back').tap();
  await expect(searchBox(page)).toHaveValue('serum');
});

test('DEV-76 a page that stood still in the middle of a code still reads it whole', async ({
  page,
}) => {
  const { name, gtin } = await barcodedProduct(page);
  for (const after of [1, 3]) {
    await goTo(page, '#/search?text=');
    await searchBox(page).fill('serum');
    await searchBox(page).press('Home');
    await searchBox(page).press('Shift+ArrowRight');
    await wedge(page, gtin, { after, forMs: 300 });
    await expect(heading(page, name).first()).toBeVisible();
    await button(page, 'Back').tap();
    await expect(searchBox(page)).toHaveValue('serum');
  }
});

test('DEV-78 what a person types at speed lands in the field, at the caret, and is searched for', async ({
  page,
}) => {
  await goTo(page, '#/search?text=');
  await searchBox(page).focus();
  await type(page, 'lipstck');
  await expect(searchBox(page)).toHaveValue('lipstck');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await type(page, 'i');
  await expect(searchBox(page)).toHaveValue('lipstick');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await type(page, 'Mascara 12');
  await expect(searchBox(page)).toHaveValue('Mascara 12');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+A');
  await type(page, 'Rose');
  await expect(searchBox(page)).toHaveValue('Rose');
  await expect(button(page, /Rose/).first()).toBeVisible();
});

test('DEV-77 the Enter of a scan presses no button, whatever has the focus', async ({ page }) => {
  const { name, gtin } = await barcodedProduct(page);
  await goTo(page, '#/cart');
  const start = button(page, 'Look around');
  await start.focus();
  // The button would lead home; the scan says that it is unknown and leads nowhere.
  await wedge(page, ']C0LOYALTY-0042');
  await expect(page.getByText('We do not know the code LOYALTY-0042')).toBeVisible();
  await expect(heading(page, 'Your bag is empty')).toBeVisible();
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Made for you/);
  await wedge(page, gtin);
  await expect(heading(page, name).first()).toBeVisible();
});

test('DEV-79 a scan never leads away from a payment', async ({ page }) => {
  const { gtin } = await barcodedProduct(page);
  await button(page, /Still Water/).tap();
  await button(page, 'Add to bag').tap();
  await button(page, 'See bag').tap();
  await button(page, /^Pay/).tap();
  await button(page, /By card or phone/).tap();
  await expect(heading(page, /Hold your card/)).toBeVisible();
  await wedge(page, gtin);
  await expect(page.getByText('please finish paying first')).toBeVisible();
  await expect(heading(page, /Hold your card/)).toBeVisible();
  await button(page, 'Cancel').tap();
  await expect(heading(page, 'Payment cancelled')).toBeVisible();
});

test('DEV-75 DEV-79 the gallery of codes: each is read as what it is', async ({ page }, info) => {
  await goTo(page, '#/bench');
  await expect(button(page, /GS1 DataMatrix/)).toBeVisible();
  await lookAt(page, info, 'scan-gallery');
  await button(page, /GS1 DataMatrix/).tap();
  await expect(page.getByText(/Scanned \(01\)\d{14}\(17\)301231\(10\)A7-031/)).toBeVisible();
  await button(page, /Digital Link/).tap();
  await expect(page.getByText(/Scanned https:\/\/id\.gs1\.org\/01\//)).toBeVisible();
  await button(page, /that we do not know/).tap();
  await expect(page.getByText('We do not know the barcode 4006381333931')).toBeVisible();
  // Refused: what was said before is all there is.
  await button(page, /Wrong check digit/).tap();
  await expect(page.getByText('We do not know the barcode 4006381333931')).toBeVisible();
  await button(page, /GS1-128/).tap();
  await button(page, 'Show it').tap();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Device bench');
});
