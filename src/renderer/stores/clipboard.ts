import { useNavigation } from './navigation.ts';

/** Nothing that a shopper wrote is left on the clipboard for the next one: nothing of theirs gets there. UIX-56 */
export function keepClipboard(): void {
  for (const name of ['copy', 'cut'] as const) {
    window.addEventListener(name, refuse, { capture: true });
  }
}

function refuse(event: ClipboardEvent): void {
  const { screen } = useNavigation.getState().route;
  // Where associates work, there is nothing of a shopper's.
  if (screen === 'devices' || screen === 'bench') return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
