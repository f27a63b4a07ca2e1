import { computeAccessibleName } from 'dom-accessibility-api';
import { create } from 'zustand';
import {
  bringIntoView,
  elementsOf,
  isScrolling,
  pressElement,
  readScanTree,
  type ScanTree,
  scrollOn,
} from '../lib/scan-tree.ts';
import {
  nextPath,
  nodeAt,
  type ScanNode,
  type ScanPath,
  selected,
  settledPath,
  tidied,
} from '../lib/scan-walk.ts';
import { type Comfort, makeComfortable, useComfort } from './comfort.ts';
import { stay, useIdle } from './idle.ts';
import { useNavigation } from './navigation.ts';
import { sayAloud } from './read-aloud.ts';
import { isTypingField, openKeyboard } from './typing.ts';

/** So long the highlight stays where it is. UIX-80 */
const stepMs: Readonly<Record<Comfort['scanSpeed'], number>> = {
  slow: 3_000,
  normal: 2_000,
  fast: 1_200,
};
/** The switch held so long on the welcome screen begins it. */
const holdMs = 3_000;
/** A hand that trembles presses twice. */
const bounceMs = 250;
/** What a press changes is on the screen by then. */
const settleMs = 150;
/** So many names tell what a group without one of its own holds. */
const namesTold = 3;

interface OneSwitch {
  /** What the highlight lies around; `null` while nothing is gone through. */
  readonly around: readonly Element[] | null;
  readonly isGroup: boolean;
  /** What the switch sent that pressed last; `null` when a finger touched since. */
  readonly sends: 'space' | 'enter' | null;
}

/** Whether `key` may be the only switch: nobody shuts out the one that they press with. UIX-85 */
export function isOpenKey(key: Comfort['switchKey'], sends: OneSwitch['sends']): boolean {
  return key === 'both' || sends === null || key === sends;
}

/** Takes that key for the switch, if it may be. */
export function chooseSwitchKey(switchKey: Comfort['switchKey']): void {
  if (isOpenKey(switchKey, useOneSwitch.getState().sends)) makeComfortable({ switchKey });
}

export const useOneSwitch = create<OneSwitch>(() => ({
  around: null,
  isGroup: false,
  sends: null,
}));

let path: ScanPath = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Goes through the screen for whoever has one switch, for as long as they want it. UIX-80 to UIX-87 */
export function followOneSwitch(): void {
  useComfort.subscribe((now, before) => {
    if (now.oneSwitch === before.oneSwitch) return;
    path = [];
    clearTimeout(timer);
    useOneSwitch.setState({ sends: null });
    if (now.oneSwitch) goOn(settledPath);
    else useOneSwitch.setState({ around: null });
  });
  followSwitch();
}

function look(): ScanTree {
  const tree = readScanTree();
  return { ...tree, root: tidied(tree.root) };
}

/** Highlights where `move` leads, and waits there for the switch. */
function goOn(move: typeof nextPath): void {
  const tree = look();
  const before = path.join();
  path = move(tree.root, path);
  const node = nodeAt(tree.root, path);
  const around = node === null ? [] : elementsOf(tree, node);
  // The first of a row last: where not all of it fits, its beginning is seen.
  if (node !== null && !isScrolling(node.id)) around.toReversed().forEach(bringIntoView);
  useOneSwitch.setState({ around, isGroup: node?.kind === 'group' });
  if (node !== null && path.join() !== before) sayAloud(nameOf(tree, node));
  clearTimeout(timer);
  timer = setTimeout(() => goOn(nextPath), stepMs[useComfort.getState().scanSpeed]);
}

function nameOf(tree: ScanTree, node: ScanNode): string {
  const own = tree.elements.get(node.id);
  const name = own === undefined ? '' : computeAccessibleName(own);
  if (node.kind === 'target') return name === '' ? (own?.textContent ?? '') : name;
  if (name !== '') return name;
  const { language } = useComfort.getState();
  const names = node.children.map((child) => nameOf(tree, child)).filter((each) => each !== '');
  return new Intl.ListFormat(language, { type: 'unit' }).format(names.slice(0, namesTold));
}

function press(): void {
  // Whoever is asked whether they are there says so with any press. UIX-84
  if (useIdle.getState().leftS !== null) {
    stay();
    return;
  }
  stay();
  const tree = look();
  const { path: next, pressed } = selected(tree.root, path);
  if (pressed === null) {
    goOn(() => next);
    return;
  }
  path = next;
  const element = tree.elements.get(pressed);
  if (element instanceof HTMLElement) pressPart(pressed, element);
  // A press may have been the wish to end this.
  if (!useComfort.getState().oneSwitch) return;
  clearTimeout(timer);
  timer = setTimeout(() => goOn(settledPath), settleMs);
}

function pressPart(id: string, element: HTMLElement): void {
  if (isScrolling(id)) {
    scrollOn(element);
  } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    if (isTypingField(element)) openKeyboard(element);
  } else {
    pressElement(element);
  }
}

/** What counts as the switch: a key, and where it was wished for a touch anywhere. */
function followSwitch(): void {
  let hold: ReturnType<typeof setTimeout> | undefined;
  let lastPressAtMs = Number.NEGATIVE_INFINITY;
  /** The key that began it is still down: its release presses nothing. */
  let beganBy: string | null = null;

  const swallow = (event: Event) => {
    if (event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
  };
  const pressOnce = () => {
    const atMs = performance.now();
    if (atMs - lastPressAtMs >= bounceMs) press();
    lastPressAtMs = atMs;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { oneSwitch, switchKey } = useComfort.getState();
    if (!event.isTrusted || !isSwitch(event, oneSwitch ? switchKey : 'both')) return;
    if (oneSwitch) {
      swallow(event);
      useOneSwitch.setState({ sends: event.key === ' ' ? 'space' : 'enter' });
      if (!event.repeat) pressOnce();
      return;
    }
    if (event.repeat || useNavigation.getState().route.screen !== 'welcome') return;
    clearTimeout(hold);
    const { code } = event;
    hold = setTimeout(() => {
      beganBy = code;
      makeComfortable({ oneSwitch: true });
    }, holdMs);
  };
  const onKeyUp = (event: KeyboardEvent) => {
    clearTimeout(hold);
    if (!event.isTrusted) return;
    const { oneSwitch, switchKey } = useComfort.getState();
    if (event.code !== beganBy && !(oneSwitch && isSwitch(event, switchKey))) return;
    beganBy = null;
    swallow(event);
  };
  const onTouch = (event: Event) => {
    const { oneSwitch, switchTouch } = useComfort.getState();
    if (!event.isTrusted || !oneSwitch) return;
    // Not before the finger is lifted: what is offered changes with it.
    if (event.type === 'click') useOneSwitch.setState({ sends: null });
    if (!switchTouch) return;
    swallow(event);
    if (event.type === 'pointerdown') pressOnce();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keyup', onKeyUp, { capture: true });
  window.addEventListener('blur', () => clearTimeout(hold));
  for (const name of touches) {
    window.addEventListener(name, onTouch, { capture: true, passive: false });
  }
}

const touches = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'contextmenu',
] as const;

function isSwitch({ key }: KeyboardEvent, switchKey: Comfort['switchKey']): boolean {
  return (key === ' ' && switchKey !== 'enter') || (key === 'Enter' && switchKey !== 'space');
}
