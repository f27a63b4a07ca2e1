import type { PaymentStage } from '#shared/contract/ipc/checkout.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { cancelCard, chooseMethod, payCard, settle, useCheckout } from '../../stores/checkout.ts';
import { endSession } from '../../stores/session.ts';
import { TerminalDrawing } from './drawings.tsx';

/** One sentence for where the payment is, and the ways on that fit it. */
export function CardPayment() {
  const { t, money } = useWords();
  const stage = useCheckout((state) => state.stage) ?? 'waitingForCard';
  const amountMinor = useCheckout((state) => state.amountMinor);
  return (
    <div className="m-auto flex max-w-[52rem] flex-col items-center gap-6 reach:gap-3 text-center">
      <TerminalDrawing className="h-104 eased:h-60 reach:landscape:h-20" stage={stage} />
      <p className="tabular font-display text-3xl">{money(amountMinor)}</p>
      <div aria-live="assertive" className="flex flex-col gap-4">
        <h1 tabIndex={-1} className="text-4xl reach:landscape:text-3xl">
          {t(`payment.stage.${stage}.title`)}
        </h1>
        <p className="text-lg text-soft">{t(`payment.stage.${stage}.text`)}</p>
      </div>
      <div className="stays flex flex-wrap justify-center gap-4 self-stretch bg-paper pt-6 eased:pb-4 reach:pt-2">
        <WaysOn stage={stage} />
      </div>
    </div>
  );
}

function WaysOn({ stage }: { readonly stage: PaymentStage }) {
  const { t } = useWords();
  const busy = useCheckout((state) => state.busy);
  switch (stage) {
    case 'waitingForCard':
      return (
        <Action size="large" onPress={() => void cancelCard()}>
          {t('payment.cancel')}
        </Action>
      );
    case 'authorizing':
    case 'approved':
      return null;
    case 'unsettled':
      return (
        <>
          <Action size="large" isDisabled={busy} onPress={() => void endSession()}>
            {t('payment.leave')}
          </Action>
          <Action variant="primary" size="large" isDisabled={busy} onPress={() => void settle()}>
            {t('payment.askAgain')}
          </Action>
        </>
      );
    case 'declined':
    case 'cancelled':
    case 'timeout':
      return (
        <>
          <Action size="large" onPress={() => chooseMethod('choose')}>
            {t('payment.otherWay')}
          </Action>
          <Action variant="primary" size="large" onPress={() => void payCard()}>
            {t('payment.again')}
          </Action>
        </>
      );
  }
}
