import {
  createKeyboardWedge,
  isSilentKey,
  type PressedKey,
  type WedgeOptions,
} from '../lib/keyboard-wedge.ts';
import { typeText } from '../lib/type-text.ts';
import { send } from './client.ts';
import { showFault } from './notices.ts';

/**
 * Hears a scanner that plays keyboard, on every screen and whatever has the focus: first in line for
 * every key, it holds those back that may be a scanner's until that is decided. DEV-76 to DEV-78.
 */
export function followWedge(options: Pick<WedgeOptions, 'prefix'> = {}): void {
  /** Where the keys go that are held back, if a person typed them. */
  let target: EventTarget | null = null;
  const wedge = createKeyboardWedge({
    ...options,
    type: (text) => typeText(target, text),
    read: (code) => void sendKeys(code),
  });
  /** Keys whose press was taken: their release is nobody's business either. */
  const down = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function awaitPause(): void {
    clearTimeout(timer);
    const pauseMs = wedge.pauseMs();
    if (pauseMs === null) {
      target = null;
      return;
    }
    timer = setTimeout(() => {
      // Once more round: a page that stood still has not seen the keys yet that were pressed meanwhile.
      timer = setTimeout(() => {
        wedge.pause();
        awaitPause();
      }, 0);
    }, pauseMs);
  }

  window.addEventListener(
    'keydown',
    (event) => {
      // What is typed for a person's held-back keys comes from us.
      if (!event.isTrusted || isSilentKey(event.key)) return;
      if (wedge.press(pressedKey(event))) {
        // Only now: what was typed before belongs to where it was typed.
        target = event.composedPath()[0] ?? null;
        down.add(event.code);
        event.preventDefault();
        event.stopImmediatePropagation();
      } else {
        down.delete(event.code);
      }
      awaitPause();
    },
    { capture: true },
  );
  window.addEventListener(
    'keyup',
    (event) => {
      if (!event.isTrusted || !down.delete(event.code)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

function pressedKey(event: KeyboardEvent): PressedKey {
  return {
    key: event.key,
    atMs: event.timeStamp,
    modifier: modifierOf(event),
    repeated: event.repeat,
    composing: event.isComposing || event.key === 'Process' || event.key === 'Dead',
  };
}

/** AltGr, which some systems tell as Ctrl and Alt, is no command: it writes `]`, `@` and `€`. */
function modifierOf(event: KeyboardEvent): PressedKey['modifier'] {
  if (event.getModifierState('AltGraph')) return 'none';
  if (event.altKey || event.metaKey) return 'other';
  return event.ctrlKey ? 'ctrl' : 'none';
}

async function sendKeys(keys: string): Promise<void> {
  const answer = await send('scanner.keyed', { keys });
  if (!answer.ok) showFault(answer.error.code);
}
