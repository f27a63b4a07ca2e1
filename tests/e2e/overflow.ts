import type { Page } from '@playwright/test';

/**
 * Whatever is cut, or runs out of where it stands, in words for the report: words wider than their
 * control, icons that were squeezed, content wider than its box, anything beyond the screen that
 * no scrolling reaches, a few letters typed that are wider than their field, what lies over something else.
 * Words that end in an ellipsis on purpose are left out, and drawings.
 */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const tolerancePx = 1.5;
    // Lines of large letters are set closer than their boxes.
    const overlapPx = 6;
    // The longest barcode.
    const mostLettersSeen = 14;
    const found: string[] = [];
    const name = (element: Element) =>
      `<${element.localName}> ${element.getAttribute('aria-label') ?? element.textContent}`.slice(
        0,
        80,
      );

    /** The nearest box around that may be scrolled in that direction. */
    function scroller(element: Element, axis: 'overflowX' | 'overflowY'): Element | null {
      let around = element.parentElement;
      while (around !== null) {
        if (['auto', 'scroll'].includes(getComputedStyle(around)[axis])) return around;
        around = around.parentElement;
      }
      return null;
    }

    function isForScreenReaders(element: Element): boolean {
      return element.closest('.sr-only') !== null || getComputedStyle(element).clipPath !== 'none';
    }

    /** Where the words of an element stand, without those that are only heard or end in an ellipsis. */
    function wordsIn(element: Element): readonly DOMRect[] {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const places: DOMRect[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || isForScreenReaders(parent) || parent.closest('svg') !== null)
          continue;
        if (getComputedStyle(parent).textOverflow === 'ellipsis') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        places.push(range.getBoundingClientRect());
      }
      return places;
    }

    const elements = [...document.querySelectorAll<HTMLElement>('#root *, .sheet *')].filter(
      (element) =>
        element instanceof HTMLElement && element.checkVisibility() && !isForScreenReaders(element),
    );

    for (const element of elements) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;

      const isEllipsis =
        style.textOverflow === 'ellipsis' ||
        style.getPropertyValue('-webkit-line-clamp') !== 'none';
      const mayScrollX = ['auto', 'scroll'].includes(style.overflowX);
      if (
        !isEllipsis &&
        !mayScrollX &&
        style.display !== 'inline' &&
        // A badge may stand over the edge of what it marks.
        element.textContent.trim() !== '' &&
        element.scrollWidth > element.clientWidth + tolerancePx
      ) {
        found.push(`${name(element)}: ${element.scrollWidth} in ${element.clientWidth} px`);
      }

      // What is typed may grow beyond its field, but not in a few letters.
      if (
        element instanceof HTMLInputElement &&
        element.value.length <= mostLettersSeen &&
        element.scrollWidth > element.clientWidth + tolerancePx
      ) {
        found.push(
          `${name(element)} ${element.value}: ${element.scrollWidth} in ${element.clientWidth} px`,
        );
      }

      if (element.matches('button, label, [role="tab"]')) {
        const left = box.left + Number.parseFloat(style.paddingLeft);
        const right = box.right - Number.parseFloat(style.paddingRight);
        const runsOut = wordsIn(element).some(
          (words) => words.left < left - tolerancePx || words.right > right + tolerancePx,
        );
        if (runsOut) found.push(`${name(element)}: words run into its padding`);
      }

      const isOff = (from: number, to: number, size: number) =>
        from < -tolerancePx || to > size + tolerancePx;
      if (
        (isOff(box.left, box.right, window.innerWidth) &&
          scroller(element, 'overflowX') === null) ||
        (isOff(box.top, box.bottom, window.innerHeight) && scroller(element, 'overflowY') === null)
      ) {
        found.push(`${name(element)}: beyond the screen`);
      }

      const shop = element.closest('main');
      if (shop !== null && scroller(element, 'overflowX') === null) {
        const { left, right } = shop.getBoundingClientRect();
        if (box.left < left - tolerancePx || box.right > right + tolerancePx) {
          found.push(`${name(element)}: beyond its screen's edge`);
        }
      }
    }

    // What stands on its own and may not lie over anything else of its kind.
    const pieces = elements.filter(
      (element) =>
        element.matches('main :is(h1, h2, h3, p, dt, dd, button, label)') &&
        element.parentElement?.closest('button, label, .stays, .sticky') === null &&
        !element.matches('.stays *, .sticky *') &&
        element.textContent.trim() !== '',
    );
    for (const [index, one] of pieces.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of pieces.slice(index + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        if (scroller(one, 'overflowY') !== scroller(other, 'overflowY')) continue;
        const b = other.getBoundingClientRect();
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (width > overlapPx && height > overlapPx) {
          found.push(`${name(one)} and ${name(other)} lie over each other`);
        }
      }
    }

    for (const icon of document.querySelectorAll<SVGElement>('svg.lucide')) {
      const wanted = icon.getAttribute('width') ?? '';
      const em = Number.parseFloat(getComputedStyle(icon).fontSize);
      const widthPx = wanted.endsWith('em') ? Number.parseFloat(wanted) * em : Number(wanted);
      const box = icon.getBoundingClientRect();
      if (icon.checkVisibility() && box.width > 0 && box.width < widthPx - tolerancePx) {
        found.push(`an icon in ${name(icon.parentElement ?? icon)}: ${box.width} of ${widthPx} px`);
      }
    }
    return [...new Set(found)];
  });
}
