import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useCheckout } from '../stores/checkout.ts';
import { go } from '../stores/navigation.ts';
import { Logo } from './Logo.tsx';
import { PressButton } from './PressButton.tsx';

const holdMs = 2000;

/**
 * The way home. Held for two seconds, or with Ctrl+Alt+D, it leads associates to the devices: a
 * shopper does not come upon it by chance.
 */
export function HomeButton() {
  const { t } = useWords();
  const paying = useCheckout((state) => state.busy);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isShortcut = event.ctrlKey && event.altKey && event.code === 'KeyD';
      // AltGr is Ctrl+Alt too, and types a letter.
      if (!isShortcut || event.getModifierState('AltGraph')) return;
      event.preventDefault();
      openDevices();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <PressButton
      onPressStart={({ pointerType, target }) => {
        held.current = false;
        if (pointerType === 'keyboard' || pointerType === 'virtual') return;
        // A long touch asks for a menu, which would end the press.
        target.addEventListener('contextmenu', preventDefault, { once: true });
        timer.current = setTimeout(() => {
          held.current = true;
          openDevices();
        }, holdMs);
      }}
      onPressEnd={() => clearTimeout(timer.current)}
      onPress={() => {
        if (!held.current) go({ screen: 'home' });
      }}
      isDisabled={paying}
      className="flex min-h-target cursor-pointer items-center gap-3 rounded-full pe-4"
      aria-label={t('common.home')}
    >
      <Logo className="h-11 w-11" />
      <span className="font-display text-2xl tracking-tight">Blendbar</span>
    </PressButton>
  );
}

/** Not while somebody pays: the payment's screen is the only way on. */
function openDevices(): void {
  if (!useCheckout.getState().busy) go({ screen: 'devices' });
}

function preventDefault(event: Event): void {
  event.preventDefault();
}
