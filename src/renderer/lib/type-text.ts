import { insertText } from './insert-text.ts';

/**
 * Types into an element as its keyboard would have: into a field at its caret, in a way that React and
 * react-aria see; to anything else as key events, which choose in lists by their first letters.
 */
export function typeText(target: EventTarget | null, text: string): void {
  if (text === '' || !(target instanceof Element) || !target.isConnected) return;
  if (target instanceof HTMLInputElement && takesText(target)) {
    typeInto(target, HTMLInputElement.prototype, text);
  } else if (target instanceof HTMLTextAreaElement) {
    typeInto(target, HTMLTextAreaElement.prototype, text);
  } else {
    for (const key of text) pressKey(target, key);
  }
}

const textInputs = ['text', 'search', 'tel', 'url', 'email', 'password', 'number'];

function takesText(input: HTMLInputElement): boolean {
  return textInputs.includes(input.type);
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function typeInto(field: Field, prototype: Field, text: string): void {
  if (field.readOnly || field.disabled) return;
  const { value, caret, inserted } = insertText(field, text);
  if (inserted === '') return;
  const about = { bubbles: true, data: inserted, inputType: 'insertText' };
  if (!field.dispatchEvent(new InputEvent('beforeinput', { ...about, cancelable: true }))) return;
  // The prototype's own setter: React overrides the element's to notice what it wrote itself.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  if (field.selectionStart !== null) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', about));
}

function pressKey(target: Element, key: string): void {
  const about = { key, bubbles: true, cancelable: true, composed: true };
  target.dispatchEvent(new KeyboardEvent('keydown', about));
  target.dispatchEvent(new KeyboardEvent('keyup', about));
}
