import { characterBefore, deleteBackward, insertText } from './insert-text.ts';

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

/** A field that text is typed into. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

function typeInto(field: Field, prototype: Field, text: string): void {
  if (field.readOnly || field.disabled) return;
  const { value, caret, inserted } = insertText(field, text);
  if (inserted === '') return;
  write(field, prototype, { value, caret }, { data: inserted, inputType: 'insertText' });
}

/** Deletes what is selected in a field, or the character before its caret. */
export function eraseBackward(field: Field): void {
  if (field.readOnly || field.disabled || field.value === '') return;
  write(field, prototypeOf(field), deleteBackward(field), { inputType: 'deleteContentBackward' });
}

/** Puts another character in place of the one before the caret, where `change` knows one. */
export function changeCharacter(field: Field, change: (character: string) => string | null): void {
  const changed = change(characterBefore(field));
  if (changed === null) return;
  eraseBackward(field);
  typeText(field, changed);
}

function prototypeOf(field: Field): Field {
  return field instanceof HTMLTextAreaElement
    ? HTMLTextAreaElement.prototype
    : HTMLInputElement.prototype;
}

function write(
  field: Field,
  prototype: Field,
  { value, caret }: { readonly value: string; readonly caret: number },
  input: InputEventInit,
): void {
  const about = { ...input, bubbles: true };
  if (!field.dispatchEvent(new InputEvent('beforeinput', { ...about, cancelable: true }))) return;
  // The prototype's own setter: React overrides the element's to notice what it wrote itself.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  if (field.selectionStart !== null) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', about));
}

/** As if the key had been pressed there. */
export function pressKey(target: Element, key: string): void {
  const about = { key, bubbles: true, cancelable: true, composed: true };
  target.dispatchEvent(new KeyboardEvent('keydown', about));
  target.dispatchEvent(new KeyboardEvent('keyup', about));
}
