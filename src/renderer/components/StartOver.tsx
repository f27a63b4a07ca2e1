import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCart } from '../stores/cart.ts';
import { useCheckout } from '../stores/checkout.ts';
import { useBegunDesign, useHasTold } from '../stores/customizer.ts';
import { leaveShop } from '../stores/leaving.ts';
import { useNavigation } from '../stores/navigation.ts';
import { Action } from './Action.tsx';
import { Sheet } from './Sheet.tsx';

/** What starting over would take away. */
function useLoss(): 'bag' | 'design' | 'both' | null {
  const hasLines = useCart((state) => (state.cart?.lines.length ?? 0) > 0);
  const hasDesign = useBegunDesign();
  if (hasLines) return hasDesign ? 'both' : 'bag';
  return hasDesign ? 'design' : null;
}

/** Everything back to the beginning; asks first where that would take something away. */
export function StartOver() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const paying = useCheckout((state) => state.busy);
  const atHome = useNavigation((state) => state.route.screen === 'home');
  const loss = useLoss();
  const hasTold = useHasTold();
  if (atHome && loss === null && !hasTold) return null;
  return (
    <>
      <Action
        variant="quiet"
        isDisabled={paying}
        onPress={() => (loss === null ? void leaveShop() : setAsking(true))}
      >
        <RotateCcw aria-hidden size="1.15em" strokeWidth={1.9} />
        {t('common.startOver')}
      </Action>
      <StartOverDialog
        isOpen={asking}
        onStay={() => setAsking(false)}
        onLeave={() => {
          setAsking(false);
          void leaveShop();
        }}
      />
    </>
  );
}

interface StartOverDialogProps {
  readonly isOpen: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** The only way to clear everything: says what would be gone. */
export function StartOverDialog({ isOpen, onStay, onLeave }: StartOverDialogProps) {
  const { t } = useTranslation();
  const loss = useLoss() ?? 'both';
  return (
    <Sheet
      role="alertdialog"
      title={t('startOver.title')}
      isOpen={isOpen}
      onClose={onStay}
      footer={
        <>
          <Action size="large" onPress={onLeave}>
            {t('startOver.confirm')}
          </Action>
          <Action variant="primary" size="large" onPress={onStay} autoFocus>
            {t('startOver.stay')}
          </Action>
        </>
      }
    >
      <p className="text-lg">{t(`startOver.loses.${loss}`)}</p>
    </Sheet>
  );
}
