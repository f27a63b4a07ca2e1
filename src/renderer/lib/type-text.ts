import { characterBefore, deleteBackward, insertText } from './insert-text.ts';
import type { TakeBack } from './keyboard-wedge.ts';

const nothingToTakeBack: TakeBack = () => undefined;

/**
 * Types into an element as its keyboard would have: into a field at its caret, in a way that React and
 * react-aria see; to anything else as key events, which choose in lists by their first letters and cannot be
 * taken back.
 */
export function typeText(target: EventTarget | null, text: string): TakeBack {
  if (text === '' || !(target instanceof Element) || !target.isConnected) return nothingToTakeBack;
  if (isTextField(target)) return typeInto(target, text);
  for (const key of text) pressKey(target, key);
  return nothingToTakeBack;
}

function isTextField(target: Element): target is Field {
  if (target instanceof HTMLInputElement) return takesText(target);
  return target instanceof HTMLTextAreaElement;
}

const textInputs = ['text', 'search', 'tel', 'url', 'email', 'password', 'number'];

function takesText(input: HTMLInputElement): boolean {
  return textInputs.includes(input.type);
}

/** A field that text is typed into. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

function typeInto(field: Field, text: string): TakeBack {
  if (!isOpen(field)) return nothingToTakeBack;
  const before = contents(field);
  const { value, caret, inserted } = insertText(field, text);
  if (inserted === '') return nothingToTakeBack;
  const input = { data: inserted, inputType: 'insertText' };
  if (!write(field, { value, caret }, input)) return nothingToTakeBack;
  const after = contents(field);
  return () => {
    const { value, start, end } = contents(field);
    const isUntouched = value === after.value && start === after.start && end === after.end;
    if (!isUntouched || !field.isConnected || !isOpen(field)) return;
    const earlier = { value: before.value, caret: before.end };
    const isWritten = write(field, earlier, { inputType: 'historyUndo' });
    if (isWritten && before.start !== null) field.setSelectionRange(before.start, before.end);
  };
}

function isOpen({ readOnly, disabled }: Field): boolean {
  return !readOnly && !disabled;
}

function contents({ value, selectionStart: start, selectionEnd: end }: Field) {
  return { value, start, end };
}

/** Deletes what is selected in a field, or the character before its caret. */
export function eraseBackward(field: Field): void {
  if (!isOpen(field) || field.value === '') return;
  write(field, deleteBackward(field), { inputType: 'deleteContentBackward' });
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

/** Whether it was written: others on the page may refuse it. */
function write(
  field: Field,
  { value, caret }: { readonly value: string; readonly caret: number | null },
  input: InputEventInit,
): boolean {
  const about = { ...input, bubbles: true };
  const isAllowed = field.dispatchEvent(
    new InputEvent('beforeinput', { ...about, cancelable: true }),
  );
  if (!isAllowed) return false;
  // The prototype's own setter: React overrides the element's to notice what it wrote itself.
  Object.getOwnPropertyDescriptor(prototypeOf(field), 'value')?.set?.call(field, value);
  if (field.selectionStart !== null) field.setSelectionRange(caret, caret);
  field.dispatchEvent(new InputEvent('input', about));
  return true;
}

/** As if the key had been pressed there. */
export function pressKey(target: Element, key: string): void {
  const about = { key, bubbles: true, cancelable: true, composed: true };
  target.dispatchEvent(new KeyboardEvent('keydown', about));
  target.dispatchEvent(new KeyboardEvent('keyup', about));
}
