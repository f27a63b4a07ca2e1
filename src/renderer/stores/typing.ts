import { create } from 'zustand';
import {
  changeCharacter,
  eraseBackward,
  type Field,
  pressKey,
  typeText,
} from '../lib/type-text.ts';
import { markedKana } from '../lib/typing/kana.ts';
import {
  type Key,
  type Page,
  type Shift,
  type TypingKind,
  typingKinds,
} from '../lib/typing/keys.ts';
import { hasOwnScript } from '../lib/typing/load-layout.ts';
import { useComfort } from './comfort.ts';
import { useNavigation } from './navigation.ts';

/** How a field says that the keyboard on the screen is for it, and what is typed into it. */
const marker = 'data-typing';

interface Typing {
  /** The field that the keyboard types into; `null` while none is shown. What was typed is in it alone. */
  readonly field: Field | null;
  readonly page: Page;
  readonly shift: Shift;
  /** Latin letters instead of those of the shopper's language. */
  readonly latin: boolean;
  /** The keys have the focus, because it was opened by a key. */
  readonly byKeys: boolean;
}

const closed: Typing = { field: null, page: 'letters', shift: 'off', latin: false, byKeys: false };

export const useTyping = create<Typing>(() => closed);

/** What a field of ours is for; `words` unless it says otherwise. */
export function kindOf(field: Field): TypingKind {
  const kind = field.getAttribute(marker);
  return typingKinds.find((candidate) => candidate === kind) ?? 'words';
}

/** Shows the keyboard for a field; `byKeys` moves the focus onto it. UIX-70 */
export function openKeyboard(field: Field, byKeys = false): void {
  if (useTyping.getState().field === field) return;
  const kind = kindOf(field);
  const hasCapitals = kind !== 'words' || !hasOwnScript(useComfort.getState().language);
  const beginsName = hasCapitals && field.autocapitalize === 'words' && field.value === '';
  useTyping.setState({
    ...closed,
    field,
    page: kind === 'number' ? 'signs' : 'letters',
    latin: kind !== 'words',
    shift: beginsName ? 'once' : 'off',
    byKeys,
  });
}

/** Puts it away. */
export function closeKeyboard(): void {
  if (useTyping.getState().field !== null) useTyping.setState(closed);
}

/** Puts it away as its user wants it; the focus goes back to its field when a key has it. */
export function leaveKeyboard(): void {
  const { field, byKeys } = useTyping.getState();
  closeKeyboard();
  if (byKeys) field?.focus();
}

/** Does what is written on a key. */
export function pressTypingKey(key: Key): void {
  const { field, shift, latin, byKeys } = useTyping.getState();
  if (field === null) return;
  // A touch that the browser is slow to tell moves the focus onto the key.
  if (!byKeys && document.activeElement !== field) field.focus({ preventScroll: true });
  switch (key.does) {
    case 'type':
      typeText(field, key.text);
      if (shift === 'once') useTyping.setState({ shift: 'off' });
      break;
    case 'space':
      typeText(field, ' ');
      break;
    case 'backspace':
      eraseBackward(field);
      break;
    case 'mark':
      changeCharacter(field, (character) => markedKana(character, key.mark));
      break;
    case 'shift':
      useTyping.setState({ shift: nextShift[shift] });
      break;
    case 'script':
      useTyping.setState({ latin: !latin, page: 'letters', shift: 'off' });
      break;
    case 'letters':
    case 'signs':
    case 'accents':
      useTyping.setState({ page: key.does });
      break;
    case 'done':
      finish(field);
      break;
    case 'nothing':
      break;
  }
}

const nextShift: Readonly<Record<Shift, Shift>> = { off: 'once', once: 'locked', locked: 'off' };

/** A search begins, as with Enter; anything else has a button of its own. */
function finish(field: Field): void {
  leaveKeyboard();
  if (field.enterKeyHint === 'search' && field.value.trim() !== '') pressKey(field, 'Enter');
}

/** A field loses the focus for a moment on the way to the next one, or to a key. */
const settledMs = 150;

/**
 * Shows the keyboard when a field gets the focus by touch, and puts it away when it loses it. A touch display may
 * tell itself as a mouse; who came by keys has a keyboard, and a button at the field. UIX-70, UIX-71
 */
export function followTyping(): void {
  /** What was touched, if that was the last thing done. */
  let touched: EventTarget | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      touched = target;
    },
    { capture: true, passive: true },
  );
  window.addEventListener(
    'keydown',
    ({ isTrusted }) => {
      if (isTrusted) touched = null;
    },
    { capture: true, passive: true },
  );
  document.addEventListener('focusin', ({ target }) => {
    if (touched !== null && isTypingField(target)) {
      // Who is led to a search sees what there is before they type.
      if (target === touched || target.enterKeyHint !== 'search') openKeyboard(target);
    }
    check();
  });
  // A field that has the focus already is touched again after the keyboard was put away.
  document.addEventListener('click', ({ target, isTrusted }) => {
    if (isTrusted && target === touched && isTypingField(target)) openKeyboard(target);
  });
  document.addEventListener('focusout', check);
  useNavigation.subscribe(check);

  function check(): void {
    clearTimeout(timer);
    const { field } = useTyping.getState();
    if (field === null) return;
    timer = setTimeout(() => {
      const { activeElement } = document;
      if (field !== useTyping.getState().field || field === activeElement) return;
      const isOnKey = activeElement?.closest('[data-keyboard]') != null;
      if (!isOnKey || !field.isConnected) closeKeyboard();
    }, settledMs);
  }
}

export function isTypingField(target: EventTarget | null): target is Field {
  return target instanceof Element && target.hasAttribute(marker);
}
