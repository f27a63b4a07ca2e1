import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything that axe knows about WCAG 2.2 AA, and its best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe cannot tell by itself and a person has looked at: the rule, where, and why it is no fault. */
interface Review {
  readonly rule: string;
  readonly selector: string;
  readonly because: string;
}

const reviews: readonly Review[] = [
  {
    rule: 'color-contrast',
    selector: '*',
    because:
      'axe reads no gradients, single signs and what lies half beneath a bar; every word is measured at 7:1 by `wordsOn`',
  },
  {
    rule: 'label-content-name-mismatch',
    selector: '.key',
    because:
      'axe takes a single sign for a picture; a letter is named as it is written, and a sign by its name (UIX-75)',
  },
];

/** What is wrong, and what axe could not tell by itself and nobody has looked at, in words for the report. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  for (const { id, nodes } of incomplete) {
    for (const { target, html } of nodes) {
      const isReviewed = await isAnyOf(page, target.flat().at(-1) ?? '', selectorsOf(id));
      if (!isReviewed) found.push(`${id}, not reviewed: ${html.slice(0, 160)}`);
    }
  }
  return found;
}

function selectorsOf(rule: string): readonly string[] {
  return reviews.filter((review) => review.rule === rule).map(({ selector }) => selector);
}

async function isAnyOf(page: Page, target: string, selectors: readonly string[]): Promise<boolean> {
  if (selectors.length === 0) return false;
  if (selectors.includes('*')) return true;
  const found = page.locator(target).first();
  // What has gone while axe looked is on no screen.
  if ((await found.count()) === 0) return true;
  return found.evaluate((element, all) => element.matches(all), selectors.join());
}
