import { QrCode } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Sale } from '#shared/contract/ipc/checkout.ts';
import { Action } from '../../components/Action.tsx';
import { ReceiptPaper } from '../../components/ReceiptPaper.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useCheckout } from '../../stores/checkout.ts';
import { leaveThanks } from '../../stores/leaving.ts';
import { goToWelcome } from '../../stores/navigation.ts';
import { KeepCardSheet } from '../cards/KeepCardSheet.tsx';
import { FittedPaper } from './FittedPaper.tsx';
import { ReceiptNews } from './ReceiptNews.tsx';
import { TranslationToggle } from './TranslationToggle.tsx';

/** The sale is stored: its number, its receipt, and a clean start for whoever comes next. */
export function ThanksScreen() {
  const sale = useCheckout((state) => state.sale);
  useEffect(() => {
    if (sale === null) goToWelcome();
  }, [sale]);
  return sale === null ? null : <Thanks sale={sale} />;
}

function Thanks({ sale }: { readonly sale: Sale }) {
  const { t, text, money } = useWords();
  const printed = useCheckout((state) => state.receipt?.document ?? null);
  const receipt = useCheckout((state) => state.translation) ?? printed;
  const designs = useCheckout((state) => state.designs);
  const [keeping, setKeeping] = useState(false);
  const changeMinor = sale.payments.reduce(
    (sum, payment) => sum + (payment.kind === 'cash' ? payment.changeMinor : 0),
    0,
  );
  return (
    <Screen className="gap-10 px-gutter pb-gutter landscape:grid landscape:grid-cols-[minmax(0,1fr)_34rem] landscape:items-center eased:landscape:items-start landscape:gap-20 landscape:@max-[76em]/screen:grid-cols-[minmax(0,1fr)_30rem] landscape:@max-[76em]/screen:gap-8">
      <div className="flex flex-col gap-6 reach:landscape:gap-2 portrait:items-center portrait:pt-6 portrait:text-center landscape:ps-16 landscape:@max-[76em]/screen:ps-0">
        <h1 tabIndex={-1} className="text-5xl reach:landscape:text-3xl">
          {t('thanks.title')}
        </h1>
        <p className="max-w-[28.8em] text-lg text-soft">
          {t(designs.length > 0 ? 'thanks.toBeMade' : 'thanks.toTake')}
        </p>
        <div className="pt-4 reach:landscape:pt-0">
          <OrderNumber sale={sale} />
          <p className="tabular pt-2 text-lg">
            {t('thanks.paid', { total: money(sale.totalMinor, sale.currency) })}
          </p>
          {changeMinor > 0 && (
            <p className="tabular pt-1 font-semibold text-lg">
              {t('thanks.change', { change: money(changeMinor, sale.currency) })}
            </p>
          )}
        </div>
        <ReceiptNews orderId={sale.orderId} />
        <TranslationToggle />
        <div className="stays flex flex-wrap gap-4 self-stretch bg-paper pt-4 eased:pb-4 reach:landscape:pt-2 portrait:justify-center">
          <Action variant="primary" size="large" onPress={() => void leaveThanks()}>
            {t('thanks.done')}
          </Action>
          {designs.length > 0 && (
            <Action size="large" onPress={() => setKeeping(true)}>
              <QrCode aria-hidden size="1.2em" strokeWidth={1.75} />
              {t('card.open')}
            </Action>
          )}
        </div>
      </div>
      {keeping && (
        <KeepCardSheet
          offers={designs.map((design) => ({ ...design, name: text(design.name) }))}
          onClose={() => setKeeping(false)}
        />
      )}
      <FittedPaper label={t('thanks.receipt')}>
        {receipt !== null && <ReceiptPaper document={receipt} />}
      </FittedPaper>
    </Screen>
  );
}

/** What is called when it is ready: its last digits are what people keep in mind. HOF-21 */
function OrderNumber({ sale: { number, pickup } }: { readonly sale: Sale }) {
  const { t } = useWords();
  const digits = pickup?.slice(-3);
  return (
    <>
      <p className="text-soft">{t(pickup === undefined ? 'thanks.number' : 'handOff.pickup')}</p>
      <p
        data-testid="order-number"
        dir="ltr"
        className="tabular whitespace-nowrap larger:whitespace-normal font-display text-5xl leading-tight tracking-tight rtl:text-end landscape:@max-[76em]/screen:text-4xl reach:landscape:text-3xl"
      >
        {pickup === undefined ? number : <span className="text-soft">{pickup.slice(0, -3)}</span>}
        {digits}
      </p>
      {pickup !== undefined && (
        <p className="text-sm text-soft">{t('handOff.receiptNumber', { number })}</p>
      )}
    </>
  );
}
