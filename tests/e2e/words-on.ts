import type { Page } from '@playwright/test';
import type { Color, Words } from './contrast.ts';

/** What looks like words and is a picture, which WCAG 1.4.3 leaves out; each with what says the same in words. */
const drawings: readonly { readonly selector: string; readonly because: string }[] = [
  {
    selector: 'svg[data-drawing="product"] text',
    because: 'the label of a drawn product; its name and what was engraved stand beside it',
  },
  {
    selector: 'svg[data-drawing="terminal"] text',
    because: 'a sign on a drawn terminal; the heading says it',
  },
];

/**
 * The words on the display with their ink and with what is painted behind them. Words that something lies over or
 * that were scrolled away are not there; lettering of drawings is left out.
 */
export function wordsOn(page: Page): Promise<readonly Words[]> {
  return page.evaluate(
    (leftOut) => {
      const canvas = document
        .createElement('canvas')
        .getContext('2d', { willReadFrequently: true });
      const known = new Map<string, Color>();
      /** Whatever the notation, in numbers. */
      const read = (css: string): Color => {
        const before = known.get(css);
        if (before !== undefined) return before;
        if (canvas === null) throw new Error('There is no canvas.');
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = css;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
        const color: Color = [red, green, blue, alpha / 255];
        known.set(css, color);
        return color;
      };
      const faded = ([red, green, blue, alpha]: Color, opacity: number): Color => [
        red,
        green,
        blue,
        alpha * opacity,
      ];
      const opacities = new Map<Element, number>();
      /** With that of everything around it. */
      const opacityOf = (element: Element): number => {
        const before = opacities.get(element);
        if (before !== undefined) return before;
        const own = Number.parseFloat(getComputedStyle(element).opacity);
        const around = element.parentElement;
        const opacity = own * (around === null ? 1 : opacityOf(around));
        opacities.set(element, opacity);
        return opacity;
      };
      const colorPattern = /(?:rgba?|hsla?|color|oklab|oklch|lab|lch)\([^()]*\)|transparent/g;
      /** From the front to the back. */
      const paintOf = (element: Element): Color[][] => {
        const { backgroundColor, backgroundImage } = getComputedStyle(element);
        const opacity = opacityOf(element);
        const gradient = backgroundImage.includes('gradient')
          ? (backgroundImage.match(colorPattern) ?? []).map((css) => faded(read(css), opacity))
          : [];
        return [gradient, [faded(read(backgroundColor), opacity)]].filter((layer) =>
          layer.some(([, , , alpha]) => alpha > 0),
        );
      };
      const hides = (element: Element) =>
        paintOf(element).some((layer) => layer.every(([, , , alpha]) => alpha > 0.99));

      const isDrawn = (element: Element) =>
        element instanceof HTMLImageElement ||
        element instanceof HTMLCanvasElement ||
        (element instanceof SVGGraphicsElement && element.localName !== 'svg');
      type Behind = Pick<Words, 'behind' | 'isOnDrawing'>;

      /** What is painted behind a point of an element's words; `null` where something else lies over them. */
      const behindAt = (element: Element, x: number, y: number): Behind | null => {
        const stack = document.elementsFromPoint(x, y);
        // What takes no touch is not in the stack: it is painted before the first around it that is.
        const own = [element];
        for (let around = element.parentElement; around !== null; around = around.parentElement) {
          if (stack.includes(own.at(-1) ?? element)) break;
          own.push(around);
        }
        const touched = own.at(-1) ?? element;
        const at = stack.indexOf(touched);
        if (at < 0) return null;
        const untouchable = own.slice(0, -1);
        if (untouchable.some((one) => getComputedStyle(one).pointerEvents !== 'none')) return null;
        // What brings its own ground along lies over everything, as captions do.
        const isOver =
          !untouchable.some(hides) &&
          stack.slice(0, at).some((one) => !element.contains(one) && hides(one));
        if (isOver) return null;
        const beneath = [...untouchable, ...stack.slice(at)];
        const ground = beneath.findIndex(hides);
        const isOnDrawing = beneath
          .slice(0, ground < 0 ? undefined : ground)
          .some((one) => one !== element && isDrawn(one));
        return { behind: beneath.flatMap(paintOf), isOnDrawing };
      };

      const shown: Words[] = [];
      const add = (element: Element, text: string, css: string, boxes: readonly DOMRect[]) => {
        if (leftOut.some((selector) => element.closest(selector) !== null)) return;
        for (const { left, top, width, height } of boxes) {
          // What is only heard takes a pixel.
          if (width < 2 || height < 2) continue;
          const behind = behindAt(element, left + width / 2, top + height / 2);
          if (behind === null) continue;
          const ink = faded(read(css), opacityOf(element));
          shown.push({ text: text.trim().slice(0, 60), ink, ...behind });
          return;
        }
      };

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent ?? '';
        if (element === null || text.trim() === '') continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.closest('.sr-only, script, style, noscript') !== null) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const { color, fill } = getComputedStyle(element);
        const isSvg = element instanceof SVGElement;
        add(element, text, isSvg ? fill : color, [...range.getClientRects()]);
      }
      for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea',
      )) {
        if (!field.checkVisibility({ visibilityProperty: true })) continue;
        const isEmpty = field.value === '';
        const text = isEmpty ? field.placeholder : field.value;
        if (text === '') continue;
        const { color } = getComputedStyle(field, isEmpty ? '::placeholder' : null);
        add(field, text, color, [field.getBoundingClientRect()]);
      }
      return shown;
    },
    drawings.map(({ selector }) => selector),
  );
}
