import { useEffect } from 'react';
import { Action } from '../../components/Action.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FaultScreen } from '../../components/FaultState.tsx';
import { LongList } from '../../components/LongList.tsx';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { Screen } from '../../components/Screen.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { refreshCart, useCart } from '../../stores/cart.ts';
import { goToPayment } from '../../stores/checkout.ts';
import { go } from '../../stores/navigation.ts';
import { CartLineRow } from './CartLineRow.tsx';
import { Coupons } from './Coupons.tsx';
import { Promotions } from './Promotions.tsx';
import { Totals } from './Totals.tsx';

/** The bag: what is in it, what it costs and why, and the way to pay. */
export function CartScreen() {
  const { t, money } = useWords();
  const cart = useCart((state) => state.cart);
  const fault = useCart((state) => state.cartFault);
  useEffect(() => {
    void refreshCart();
  }, []);
  if (cart === null && fault !== null) {
    return <FaultScreen code={fault} onRetry={() => void refreshCart()} />;
  }
  if (cart === null) return <WaitingScreen label={t('common.loading')} />;
  if (cart.lines.length === 0) return <EmptyBag />;
  return (
    <Screen
      parts="always"
      className="landscape:grid landscape:grid-cols-[minmax(0,3fr)_minmax(26rem,2fr)] landscape:@max-[76em]/screen:grid-cols-[minmax(0,1fr)_26rem] larger:landscape:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]"
    >
      <div className="scroll-quiet relative flex min-h-0 flex-1 flex-col gap-4 px-gutter pb-8">
        <h1 tabIndex={-1} className="pb-2 text-4xl">
          {t('cart.title')}
        </h1>
        <LongList
          items={cart.lines}
          keyOf={({ line }) => line.lineId}
          rowPx={220}
          className="grid grid-cols-[minmax(0,1fr)] gap-5"
        >
          {(line) => <CartLineRow line={line} cart={cart} />}
        </LongList>
      </div>
      <div className="scroll-quiet flex shrink-0 flex-col gap-6 border-line border-t bg-raised px-gutter py-8 landscape:@max-[76em]/screen:px-8 portrait:max-h-[52%] reach:portrait:max-h-[64%] landscape:mb-gutter landscape:me-gutter landscape:rounded-xl landscape:border landscape:shadow-low typing:landscape:mb-4 typing:landscape:gap-3 typing:landscape:py-5">
        <Promotions quote={cart.quote} />
        <Coupons cart={cart} />
        <Totals quote={cart.quote} />
        <div className="stays sticky -bottom-8 -mb-8 mt-auto flex flex-wrap gap-4 bg-raised pb-8 typing:landscape:-bottom-5 typing:landscape:-mb-5 typing:landscape:pb-5">
          {/* Where only one button has room, the way back above leads on as well. */}
          <Action
            size="large"
            className="grow reach:larger:landscape:hidden"
            onPress={() => go({ screen: 'home' })}
          >
            {t('cart.continue')}
          </Action>
          <Action variant="primary" size="large" className="grow-[2]" onPress={goToPayment}>
            {t('cart.pay', { total: money(cart.quote.totalMinor, cart.quote.currency) })}
          </Action>
        </div>
      </div>
    </Screen>
  );
}

function EmptyBag() {
  const { t } = useWords();
  return (
    <Screen>
      <EmptyState
        level={1}
        drawing={
          <ProductArt
            look={{
              vessel: 'box',
              color: '#e9dcc8',
              accent: '#17483b',
              finish: 'matte',
              cap: '#17483b',
              brand: 'Blendbar',
            }}
            className="h-80 reach:landscape:h-32"
          />
        }
        title={t('cart.emptyTitle')}
        text={t('cart.emptyText')}
      >
        <Action variant="primary" size="large" onPress={() => go({ screen: 'home' })}>
          {t('cart.start')}
        </Action>
      </EmptyState>
    </Screen>
  );
}
