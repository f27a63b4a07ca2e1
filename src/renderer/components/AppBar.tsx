import { ArrowLeft, House, ShoppingBag, Wrench } from 'lucide-react';
import { useWords } from '../i18n/use-words.ts';
import { toggleBenchPanel, useBench } from '../stores/bench.ts';
import { useCart } from '../stores/cart.ts';
import { useCheckout } from '../stores/checkout.ts';
import { useKioskInfo } from '../stores/kiosk-info.ts';
import { back, go, useNavigation } from '../stores/navigation.ts';
import { useSurvey } from '../stores/survey.ts';
import { Action } from './Action.tsx';
import { HomeButton } from './HomeButton.tsx';
import { StartOver } from './StartOver.tsx';

/** Always there: the way home, the way back, the bag, and starting over. */
export function AppBar() {
  const { t } = useWords();
  const screen = useNavigation((state) => state.route.screen);
  const paying = useCheckout((state) => state.busy);
  const isAfterSale = useSurvey((state) => state.moment === 'purchase') && screen === 'survey';
  const canGoBack = screen !== 'home' && screen !== 'thanks' && !isAfterSale && !paying;
  return (
    <header className="app-bar flex min-h-24 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 px-gutter py-2">
      {canGoBack && (
        <Action variant="quiet" onPress={back} aria-label={t('common.back')} className="-ms-4">
          <ArrowLeft aria-hidden size="1.5em" className="rtl:-scale-x-100" />
        </Action>
      )}
      <HomeButton />
      <div className="ms-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
        <BenchButton />
        <StartOver />
        <BagButton />
      </div>
    </header>
  );
}

function BagButton() {
  const { t, money } = useWords();
  const cart = useCart((state) => state.cart);
  const paying = useCheckout((state) => state.busy);
  const pieces = cart?.lines.reduce((sum, { line }) => sum + line.quantity, 0) ?? 0;
  const total = cart === null ? '' : money(cart.quote.totalMinor, cart.quote.currency);
  const shown = pieces > 0 ? t('bag.summary', { count: pieces, total }) : t('bag.empty');
  return (
    <Action
      variant={pieces > 0 ? 'primary' : 'secondary'}
      isDisabled={paying}
      onPress={() => go({ screen: 'cart' })}
      className="px-6"
      {...(pieces > 0 && { 'aria-label': t('bag.yours', { bag: shown }) })}
    >
      <ShoppingBag aria-hidden size="1.3em" strokeWidth={1.75} />
      <span className="tabular">{shown}</span>
    </Action>
  );
}

/** Only where virtual devices are attached: beside the shop in landscape, a screen in portrait. */
function BenchButton() {
  const { t } = useWords();
  const hasBench = useKioskInfo((state) => state.info?.bench ?? false);
  const onBench = useNavigation((state) => state.route.screen === 'bench');
  const open = useBench((state) => state.panelOpen);
  if (!hasBench) return null;
  if (onBench) {
    return (
      <Action variant="quiet" onPress={() => go({ screen: 'home' })}>
        <House aria-hidden size="1.2em" />
        {t('bench.leave')}
      </Action>
    );
  }
  return (
    <>
      <span className="portrait:hidden">
        <Action variant="quiet" onPress={toggleBenchPanel} aria-expanded={open}>
          <Wrench aria-hidden size="1.15em" strokeWidth={1.9} />
          {t('bench.title')}
        </Action>
      </span>
      <span className="landscape:hidden">
        <Action
          variant="quiet"
          onPress={() => go({ screen: 'bench' })}
          aria-label={t('bench.title')}
        >
          <Wrench aria-hidden size="1.15em" strokeWidth={1.9} />
        </Action>
      </span>
    </>
  );
}
