/** Where a control was before it was taken out of the page. */
interface Gap {
  readonly parent: Node;
  readonly next: Node | null;
}

/** Whoever takes a control away may put the focus somewhere itself. */
const settledMs = 200;
const landmarks = 'main, header, nav';
const controls = 'a[href], button, input, textarea, select, [tabindex]';

/**
 * A control that is taken away or cannot be pressed any more takes the focus with it, and who came by keys has none:
 * what follows in its part of the screen gets it, else the heading. UIX-58
 */
export function keepFocus(): void {
  let byKeys = false;
  let last: Element | null = null;
  let gap: Gap | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  window.addEventListener('keydown', () => (byKeys = true), { capture: true, passive: true });
  window.addEventListener('pointerdown', () => (byKeys = false), { capture: true, passive: true });
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
    gap = null;
  });
  new MutationObserver((changes) => {
    if (!byKeys || last === null) return;
    for (const { target: parent, removedNodes, nextSibling: next } of changes) {
      for (const node of removedNodes) if (node.contains(last)) gap = { parent, next };
    }
    if (isUsable(last)) return;
    clearTimeout(timer);
    timer = setTimeout(giveOn, settledMs);
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });

  function giveOn(): void {
    if (!byKeys || last === null || isUsable(last)) return;
    if (document.activeElement !== document.body) return;
    const next = last.isConnected ? following(last, last) : afterGap(gap);
    const heading = document.querySelector<HTMLElement>('main h1');
    (next ?? heading)?.focus({ preventScroll: next === null });
  }
}

function isUsable(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled');
}

function afterGap(gap: Gap | null): HTMLElement | null {
  if (gap === null || !(gap.parent instanceof Element) || !gap.parent.isConnected) return null;
  const place = gap.next?.isConnected === true ? gap.next : behind(gap.parent);
  return place === null ? null : following(gap.parent, place);
}

function behind(node: Node): Node | null {
  if (node.nextSibling !== null) return node.nextSibling;
  return node.parentNode === null ? null : behind(node.parentNode);
}

/** The first control of the landmark around `within` that is in `place` or behind it. */
function following(within: Element, place: Node): HTMLElement | null {
  const found = within.closest(landmarks)?.querySelectorAll<HTMLElement>(controls) ?? [];
  for (const control of found) {
    const isBehind =
      (place.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if ((isBehind || control === place) && canTakeFocus(control)) return control;
  }
  return null;
}

function canTakeFocus(control: HTMLElement): boolean {
  return control.tabIndex >= 0 && isUsable(control) && control.checkVisibility();
}
