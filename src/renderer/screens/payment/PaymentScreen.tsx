import { useEffect } from 'react';
import { FaultScreen } from '../../components/FaultState.tsx';
import { Screen } from '../../components/Screen.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { refreshCart, useCart } from '../../stores/cart.ts';
import { useCheckout } from '../../stores/checkout.ts';
import { replace } from '../../stores/navigation.ts';
import { CardPayment } from './CardPayment.tsx';
import { CashPayment } from './CashPayment.tsx';
import { ChooseMethod } from './ChooseMethod.tsx';
import { HandOff } from './HandOff.tsx';

/** Paying: how, and then one thing at a time. */
export function PaymentScreen() {
  const { t } = useWords();
  const cart = useCart((state) => state.cart);
  const fault = useCart((state) => state.cartFault);
  const method = useCheckout((state) => state.method);
  const empty = cart !== null && cart.lines.length === 0;
  useEffect(() => {
    void refreshCart();
  }, []);
  useEffect(() => {
    if (empty) replace({ screen: 'cart' });
  }, [empty]);
  if (cart === null && fault !== null) {
    return <FaultScreen code={fault} onRetry={() => void refreshCart()} />;
  }
  if (cart === null || empty) return <WaitingScreen label={t('common.loading')} />;
  return (
    <Screen subject={method} className="px-gutter pb-gutter reach:pb-4">
      {method === 'choose' && <ChooseMethod quote={cart.quote} />}
      {method === 'card' && <CardPayment />}
      {method === 'handOff' && <HandOff />}
      {method === 'cash' && <CashPayment quote={cart.quote} />}
    </Screen>
  );
}
