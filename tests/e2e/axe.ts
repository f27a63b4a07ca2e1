import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything that axe knows about WCAG 2.2 AA, and its best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, in words for the report. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
}

/** What is wrong, and what axe could not tell by itself and nobody has looked at. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  for (const { id, nodes } of incomplete) {
    for (const { any, target, html } of nodes) {
      const doubt = any.map(({ data }) => doubtOf(data)).join();
      const selector = target.flat().at(-1) ?? '';
      const isContrast = id === 'color-contrast';
      // Lettering on a drawn product is a picture of a label; WCAG 1.4.3 leaves pictures out, and its name stands below.
      const isDrawn = html.startsWith('<text');
      const isFine = isContrast && (isDrawn || (await isReviewed(page, doubt, selector)));
      if (!isFine) found.push(`${id}, not reviewed (${doubt}): ${html.slice(0, 160)}`);
    }
  }
  return found;
}

function doubtOf(data: unknown): string {
  const isKeyed = typeof data === 'object' && data !== null && 'messageKey' in data;
  return isKeyed ? String(data.messageKey) : '';
}

/**
 * Contrast that axe leaves to people. Each kind of doubt with the reason why it is none here; whatever has no
 * entry is reported.
 */
async function isReviewed(page: Page, doubt: string, selector: string): Promise<boolean> {
  switch (doubt) {
    // Axe does not read gradients: the poorest of their colors is measured here.
    case 'bgGradient':
      return (await contrastOnGradient(page, selector)) >= 4.5;
    // A single sign, such as a key's digit, could be a picture. Ours are words in the colors of all others.
    case 'shortTextContent':
      return true;
    // It lies half beneath a bar that stays, or runs out of what scrolls: once it is scrolled to, it has the
    // ground that everything around it has, and that is judged.
    case 'bgOverlap':
    case 'elmPartiallyObscured':
    case 'elmPartiallyObscuring':
    case 'outsideViewport':
      return true;
    default:
      return false;
  }
}

/** Contrast ratio (WCAG 2.2) of an element's words with the poorest color of the gradient that they stand on. */
function contrastOnGradient(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      type Color = readonly [number, number, number, number];
      const canvas = document
        .createElement('canvas')
        .getContext('2d', { willReadFrequently: true });
      /** Whatever the notation, in numbers. */
      const read = (css: string): Color => {
        if (canvas === null) return [0, 0, 0, 1];
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = css;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
      };
      const over = ([r, g, b, a]: Color, below: Color): Color => {
        const mixed = (one: number, other: number) => one * a + other * (1 - a);
        return [mixed(r, below[0]), mixed(g, below[1]), mixed(b, below[2]), 1];
      };
      const luminance = ([r, g, b]: Color) => {
        const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) => {
          const c = value / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      // From the front to the back, what is painted where the words stand.
      const { left, top, width, height } = element.getBoundingClientRect();
      const stack = document
        .elementsFromPoint(left + width / 2, top + height / 2)
        .map((one) => getComputedStyle(one));
      const isGradient = ({ backgroundImage }: CSSStyleDeclaration) =>
        backgroundImage.includes('gradient');
      const at = stack.findIndex(isGradient);
      const gradient = stack[at]?.backgroundImage ?? '';
      const grounds = stack
        .slice(at)
        .map(({ backgroundColor }) => read(backgroundColor))
        .filter(([, , , alpha]) => alpha === 1);
      const ground = grounds[0] ?? [255, 255, 255, 1];
      const ink = luminance(read(getComputedStyle(element).color));
      const colors = gradient.match(/(?:rgba?|color|oklab|oklch)\([^()]*\)|transparent/g) ?? [];
      const ratios = colors.map((color) => {
        const behind = luminance(over(read(color), ground));
        return (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05);
      });
      return ratios.length === 0 ? 0 : Math.min(...ratios);
    });
}
