import type { ScanGroup, ScanNode } from './scan-walk.ts';

/** What is on the screen as one switch goes through it, and which element each part is. */
export interface ScanTree {
  readonly root: ScanGroup;
  readonly elements: ReadonlyMap<string, Element>;
}

/** Ends the name of the target that scrolls an element. */
const scrollSuffix = '-scroll';
const groups =
  'header, footer, nav, section, article, aside, fieldset, form, ul, ol, dl, table, [role="group"], [role="radiogroup"], [role="list"], [role="region"], .stays, [data-scan-group]';
/** `data-scan-stop` is a field that a keypad beside it writes into. */
const controls =
  'button, a[href], input[data-typing], textarea[data-typing], input[data-scan-stop]';
/** Smaller than that is only for screen readers. */
const smallestPx = 3;
/** So few targets leave words in between that nothing else would scroll to. */
const fewTargets = 3;

const ids = new WeakMap<Element, string>();
let counted = 0;

function idOf(element: Element): string {
  const known = ids.get(element);
  if (known !== undefined) return known;
  counted += 1;
  const id = `part-${counted}`;
  ids.set(element, id);
  return id;
}

/** The keyboard on the screen, else the dialog that lies on top, else everything. UIX-82 */
function scope(): Element {
  const keyboard = document.querySelector('[data-keyboard]');
  if (keyboard !== null) return keyboard;
  const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')];
  return dialogs.findLast((dialog) => !isHidden(dialog)) ?? document.body;
}

/** Reads what can be gone through just now; `null` for what was removed meanwhile. */
export function readScanTree(): ScanTree {
  const elements = new Map<string, Element>();
  const within = scope();
  const children = readChildren(within, elements);
  const isKeyboard = within.matches('[data-keyboard]');
  const root: ScanGroup = {
    kind: 'group',
    id: idOf(within),
    children,
    ...(isKeyboard && { afterPress: 'start' }),
  };
  return { root, elements };
}

function readChildren(around: Element, elements: Map<string, Element>): readonly ScanNode[] {
  const found = [...around.children].flatMap((child) => read(child, elements));
  if (!needsScrolling(around, found)) return found;
  const id = `${idOf(around)}${scrollSuffix}`;
  elements.set(id, around);
  return [...found, { kind: 'target', id, box: around.getBoundingClientRect() }];
}

function read(element: Element, elements: Map<string, Element>): readonly ScanNode[] {
  if (isHidden(element) || element.matches('[data-scan="no"], [data-captions]')) return [];
  if (isControl(element)) {
    const box = element.getBoundingClientRect();
    const isThere = box.width >= smallestPx && box.height >= smallestPx;
    if (!isThere || element.matches(':disabled, [data-disabled], [aria-disabled="true"]'))
      return [];
    const id = idOf(element);
    elements.set(id, element);
    return [{ kind: 'target', id, box }];
  }
  const children = readChildren(element, elements);
  if (!element.matches(`${groups}, [data-scan-row]`)) return children;
  const id = idOf(element);
  elements.set(id, element);
  // Whoever chose one goes on to what comes next.
  const leaves = element.matches('[role="radiogroup"]');
  return [{ kind: 'group', id, children, ...(leaves && { afterPress: 'group' }) }];
}

function isControl(element: Element): boolean {
  if (element.matches(controls)) return true;
  return element.matches('label') && choiceIn(element) !== null;
}

function choiceIn(element: Element): HTMLInputElement | null {
  return element.querySelector<HTMLInputElement>('input[type="radio"], input[type="checkbox"]');
}

function isHidden(element: Element): boolean {
  return (
    element.matches('script, style, template') ||
    element.closest('[inert], [aria-hidden="true"]') !== null ||
    !element.checkVisibility()
  );
}

function needsScrolling(element: Element, found: readonly ScanNode[]): boolean {
  if (element.scrollHeight <= element.clientHeight + 24 || found.length >= fewTargets) return false;
  return ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
}

/** The elements around which the highlight lies: one, or those of a row that has none of its own. */
export function elementsOf(tree: ScanTree, node: ScanNode): readonly Element[] {
  const own = tree.elements.get(node.id);
  if (own !== undefined) return [own];
  return node.kind === 'group' ? node.children.flatMap((child) => elementsOf(tree, child)) : [];
}

export function isScrolling(id: string): boolean {
  return id.endsWith(scrollSuffix);
}

/** A page on in what is scrolled, and back to its beginning from its end. */
export function scrollOn(element: Element): void {
  const { scrollTop, scrollHeight, clientHeight } = element;
  const isAtEnd = scrollTop + clientHeight >= scrollHeight - 2;
  element.scrollTo({ top: isAtEnd ? 0 : scrollTop + clientHeight * 0.8 });
}

/** Presses what a finger would press. */
export function pressElement(element: HTMLElement): void {
  const choice = element.matches('label') ? choiceIn(element) : null;
  (choice ?? element).click();
}

/** Brings it to where it can be seen, also from under what stays at the lower edge. */
export function bringIntoView(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const shown = document.elementFromPoint(x, y);
  const isSeen = top >= 0 && top + height <= window.innerHeight && shown !== null;
  if (isSeen && (element.contains(shown) || shown.contains(element))) return;
  element.scrollIntoView({
    block: height > window.innerHeight / 2 ? 'nearest' : 'center',
    inline: 'nearest',
  });
}
