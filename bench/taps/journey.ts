import { expect, type Locator, type Page } from '@playwright/test';
import type { Finger } from './finger.ts';

/** The whole way of a shopper, in German: every screen, every step of a design, and a sale by card. */
export async function goTheWholeWay(page: Page, finger: Finger): Promise<void> {
  await begin(page, finger);
  await searchAndLook(page, finger);
  await design(page, finger);
  await matchShade(page, finger);
  await pay(page, finger);
  await answerAndLeave(page, finger);
}

/** A full session that is cleared: told allergies, a shade looked for, a design and things in the bag. */
export async function fillAndClear(page: Page, finger: Finger): Promise<void> {
  await begin(page, finger);
  await searchAndLook(page, finger);
  await design(page, finger);
  await matchShade(page, finger);
  await finger.tap('start over', icon(page.locator('header'), 'rotate-ccw'));
  await finger.tap('start over: yes', dialog(page).locator('footer button').first());
  await expect(page).toHaveURL(/#\/survey$/);
  await finger.expectReset();
  await finger.tap('survey: skip', main(page).locator('button.action-large').last());
  await page.locator('.welcome-begin').waitFor();
}

const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));
const icon = (within: Locator, name: string) =>
  within.locator(`button:has(svg.lucide-${name})`).first();
const option = (page: Page, id: string) => main(page).locator(`label:has(input[value="${id}"])`);

async function goHome(page: Page, finger: Finger): Promise<void> {
  await finger.tap('home', page.locator('header button:has(svg)').nth(1));
  await expect(page).toHaveURL(/#\/$/);
}

async function begin(page: Page, finger: Finger): Promise<void> {
  await page.locator('.welcome-begin').waitFor();
  await finger.tap('welcome: language', page.locator('button[lang="de"]'));
  await expect(page).toHaveURL(/#\/$/);
  await finger.tap('language: open', page.locator('footer nav button').first());
  await finger.tap('language: close', dialog(page).locator('header button'));
  await expect(dialog(page)).toBeHidden();
}

async function searchAndLook(page: Page, finger: Finger): Promise<void> {
  const field = () => page.getByRole('searchbox');
  const keyboard = page.locator('[data-keyboard]');
  const key = (name: string) => keyboard.getByRole('button', { name, exact: true });
  await finger.tap('search: field', field());
  for (const letter of 'lip') await finger.tap('search: letter at home', key(letter));
  await finger.tap('search: done', keyboard.locator('.key-done'));
  await expect(page).toHaveURL(/#\/search/);
  await finger.tap('search: field again', field());
  for (const letter of 'st') await finger.tap('search: letter with hits', key(letter));
  await finger.tap('search: letter back', key('Löschen').or(key('Delete')).first());
  await finger.tap('search: done again', keyboard.locator('.key-done'));
  const facet = main(page).locator('section ul button');
  await finger.tap('search: category', facet.first());
  await finger.tap('search: category off', facet.first());
  await finger.tap(
    'search: hit',
    main(page).locator('ul.grid button, [role="list"] button').first(),
  );
  await expect(page).toHaveURL(/#\/(product|customize)/);
  const isReady = page.url().includes('product');
  if (isReady) {
    await finger.tap('product: price', main(page).locator('button:has(.underline)').first());
    await finger.tap('product: price closed', dialog(page).locator('header button'));
    await finger.tap('product: add', main(page).locator('button.action-primary'));
    await page.locator('[role="status"] .enter').first().waitFor();
  }
  await finger.tap('back', icon(page.locator('header'), 'arrow-left'));
  await expect(page).toHaveURL(/#\/search/);
  await goHome(page, finger);
}

async function design(page: Page, finger: Finger): Promise<void> {
  const step = (index: number) => main(page).locator('nav li button').nth(index);
  const open = async (name: string, index: number) => {
    await finger.tap(`design: step ${name}`, step(index));
    await expect(step(index)).toHaveAttribute('aria-current', 'step');
  };
  const choose = (name: string, id: string) => finger.tap(`design: ${name}`, option(page, id));
  await finger.tap(
    'home: design',
    page
      .locator('section[aria-labelledby="custom-title"]')
      .getByRole('button', { name: /Lippenstift/ }),
  );
  await expect(page).toHaveURL(/#\/customize/);
  await choose('color', 'poppy');
  await choose('color', 'signal');
  await open('finish', 1);
  await choose('finish', 'matte');
  await open('wax', 2);
  await choose('wax', 'beeswax');
  await open('care', 3);
  await finger.tap('design: impossible', option(page, 'shea'));
  await finger.tap('impossible: a way', dialog(page).locator('button.choice').first());
  await expect(dialog(page)).toBeHidden();
  await open('scent', 4);
  await choose('scent', 'rose');
  await open('tingle', 5);
  await finger.tap('design: more', icon(main(page).locator('section'), 'plus'));
  await open('cap', 6);
  await choose('cap', 'brass');
  await open('engraving', 7);
  await finger.tap('design: engraving field', main(page).locator('section input'));
  const keyboard = page.locator('[data-keyboard]');
  for (const letter of 'mia') {
    await finger.tap(
      'design: letter',
      keyboard.locator('.key', { hasText: new RegExp(`^${letter}$`, 'i') }),
    );
  }
  await finger.tap('design: letters done', keyboard.locator('.key-done'));
  await finger.tap('allergies: open', icon(main(page), 'shield-check'));
  await finger.tap('allergies: one', dialog(page).locator('label').nth(2));
  await finger.tap('allergies: none', dialog(page).locator('label').nth(2));
  await finger.tap('allergies: done', dialog(page).locator('footer button').last());
  await expect(dialog(page)).toBeHidden();
  await finger.tap('design: price', main(page).locator('button:has(.underline)').first());
  await finger.tap('design: price closed', dialog(page).locator('header button'));
  await expect(dialog(page)).toBeHidden();
  await finger.tap('design: undo', icon(main(page), 'undo-2'));
  await finger.tap('design: redo', icon(main(page), 'redo-2'));
  await finger.tap('design: add', icon(main(page), 'shopping-bag'));
  await expect(page).toHaveURL(/#\/cart$/);
  await goHome(page, finger);
}

async function matchShade(page: Page, finger: Finger): Promise<void> {
  await finger.tap('home: shades', icon(main(page), 'swatch-book'));
  await expect(page).toHaveURL(/#\/shades$/);
  const tone = main(page).locator('button[aria-pressed]');
  await finger.tap('shades: tone', tone.nth(27));
  const found = main(page).locator('section').getByRole('listitem').getByRole('button');
  await found.first().waitFor();
  await finger.tap('shades: another tone', tone.nth(12));
  await finger.tap('shades: nudge', main(page).locator('section button').first());
  await finger.tap('shades: undertone', main(page).locator('section label').nth(1));
  await finger.tap('shades: found', found.first());
  await expect(page).toHaveURL(/#\/(customize|product)/);
  await finger.tap('bag', page.locator('header button:has(svg.lucide-shopping-bag)'));
  await expect(page).toHaveURL(/#\/cart$/);
}

async function pay(page: Page, finger: Finger): Promise<void> {
  await finger.tap('bag: one more', icon(main(page).locator('article').last(), 'plus'));
  await finger.tap('bag: pay', main(page).locator('button.action-primary').last());
  await expect(page).toHaveURL(/#\/payment$/);
  await finger.tap('payment: card', main(page).locator('button').first());
  await main(page).locator('[aria-live="assertive"]').waitFor();
  await page.evaluate(async () => {
    await fetch('/rpc/bench.answerCard', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: crypto.randomUUID(), answer: 'approve' }),
    });
  });
  await main(page).locator('.receipt-paper').waitFor();
}

async function answerAndLeave(page: Page, finger: Finger): Promise<void> {
  await finger.tap('thanks: done', main(page).locator('button.action-primary'));
  await expect(page).toHaveURL(/#\/survey$/);
  const question = main(page).getByRole('heading', { level: 1 });
  for (let answered = 0; answered < 2; answered += 1) {
    const before = (await question.textContent()) ?? '';
    await finger.tap('survey: answer', main(page).locator('button.choice').nth(1));
    await expect(question).not.toHaveText(before);
  }
  await finger.expectReset();
  await finger.tap('survey: skip', main(page).locator('button.action-large').last());
  await page.locator('.welcome-begin').waitFor();
}
