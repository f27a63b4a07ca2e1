import { useEffect } from 'react';
import type { Sale } from '#shared/contract/ipc/checkout.ts';
import { Action } from '../../components/Action.tsx';
import { ReceiptPaper } from '../../components/ReceiptPaper.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useCheckout } from '../../stores/checkout.ts';
import { goHomeAfresh } from '../../stores/navigation.ts';
import { startOver } from '../../stores/session.ts';
import { FittedPaper } from './FittedPaper.tsx';
import { ReceiptNews } from './ReceiptNews.tsx';

/** The sale is stored: its number, its receipt, and a clean start for whoever comes next. */
export function ThanksScreen() {
  const sale = useCheckout((state) => state.sale);
  useEffect(() => {
    if (sale === null) goHomeAfresh();
  }, [sale]);
  return sale === null ? null : <Thanks sale={sale} />;
}

function Thanks({ sale }: { readonly sale: Sale }) {
  const { t, money } = useWords();
  const receipt = useCheckout((state) => state.receipt);
  const madeToOrder = useCheckout((state) => state.madeToOrder);
  const changeMinor = sale.payments.reduce(
    (sum, payment) => sum + (payment.kind === 'cash' ? payment.changeMinor : 0),
    0,
  );
  return (
    <Screen className="gap-10 px-gutter pb-gutter landscape:grid landscape:grid-cols-[minmax(0,1fr)_34rem] landscape:items-center landscape:gap-20 landscape:@max-[80rem]/screen:grid-cols-[minmax(0,1fr)_30rem] landscape:@max-[80rem]/screen:gap-8">
      <div className="flex flex-col gap-6 portrait:items-center portrait:pt-6 portrait:text-center landscape:pl-16 landscape:@max-[80rem]/screen:pl-0">
        <h1 tabIndex={-1} className="text-5xl">
          {t('thanks.title')}
        </h1>
        <p className="max-w-180 text-lg text-soft">
          {t(madeToOrder ? 'thanks.toBeMade' : 'thanks.toTake')}
        </p>
        <div className="pt-4">
          <p className="text-soft">{t('thanks.number')}</p>
          <p
            data-testid="order-number"
            className="tabular whitespace-nowrap font-display text-5xl leading-tight tracking-tight landscape:@max-[80rem]/screen:text-4xl"
          >
            {sale.number}
          </p>
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
        <Action
          variant="primary"
          size="large"
          className="mt-4 self-start portrait:self-center"
          onPress={() => void startOver()}
        >
          {t('thanks.done')}
        </Action>
      </div>
      <FittedPaper label={t('thanks.receipt')}>
        {receipt !== null && <ReceiptPaper document={receipt.document} />}
      </FittedPaper>
    </Screen>
  );
}
