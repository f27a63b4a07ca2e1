import { useNavigation } from './navigation.ts';
import { isForStaff } from './route.ts';

/** Nothing that a shopper wrote is left on the clipboard for the next one: nothing of theirs gets there. UIX-56 */
export function keepClipboard(): void {
  for (const name of ['copy', 'cut'] as const) {
    window.addEventListener(name, refuse, { capture: true });
  }
}

function refuse(event: ClipboardEvent): void {
  if (isForStaff(useNavigation.getState().route.screen)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
