import { Printer } from 'lucide-react';
import { useEffect } from 'react';
import { errorCodes } from '#shared/lib/errors.ts';
import { Action } from '../../components/Action.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useCart } from '../../stores/cart.ts';
import { chooseMethod } from '../../stores/checkout.ts';
import { useDevice } from '../../stores/devices.ts';
import { makeHandOff, printHandOff, useHandOff } from '../../stores/hand-off.ts';
import { receiptNews } from '../../stores/printing.ts';
import { endSession } from '../../stores/session.ts';

/** Cash is taken at the counter: a code for people, and one that carries the bag there. */
export function HandOff() {
  const { t } = useWords();
  const made = useHandOff((state) => state.made);
  const fault = useHandOff((state) => state.fault);
  const paper = useHandOff((state) => state.paper);
  const printer = useDevice('receipt-printer');
  useEffect(() => {
    void makeHandOff();
  }, []);
  return (
    <div className="m-auto flex w-full max-w-[68rem] flex-col gap-10 reach:gap-4 landscape:grid landscape:grid-cols-[minmax(0,1fr)_auto] landscape:items-center landscape:gap-x-16 larger:landscape:grid-cols-1">
      <div className="flex flex-col gap-6 reach:gap-3 portrait:items-center portrait:text-center">
        <h1 tabIndex={-1} className="text-4xl reach:landscape:text-3xl">
          {t('handOff.title')}
        </h1>
        <p className="max-w-[28em] text-lg text-soft">{t('handOff.text')}</p>
        <Action
          variant="quiet"
          onPress={() => chooseMethod('cash')}
          className="-ms-4 self-start portrait:ms-0 portrait:self-center"
        >
          {t('handOff.here')}
        </Action>
        <p role="status" className="text-lg">
          {fault !== null && t(errorCodes[fault].messageKey)}
          {paper !== null && t(`handOff.paper.${receiptNews(paper, printer?.health)}`)}
        </p>
      </div>
      {fault === null && (
        <figure className="flex flex-col items-center gap-4 rounded-xl border border-line bg-raised p-6 reach:landscape:flex-row reach:landscape:p-4 portrait:self-center">
          <div className="h-104 w-104 reach:h-56 reach:w-56">
            {made !== null && <QrCode data={made.text} className="h-full w-full" />}
          </div>
          <figcaption className="text-center">
            <span className="block text-sm text-soft">{t('handOff.code')}</span>
            <span
              dir="ltr"
              data-testid="hand-off-code"
              className="tabular block whitespace-nowrap font-display text-5xl leading-tight reach:text-3xl"
            >
              {made === null ? t('handOff.making') : made.code}
            </span>
          </figcaption>
        </figure>
      )}
      <div className="stays col-span-full flex flex-wrap gap-4 self-stretch bg-paper pt-2 eased:py-4 reach:py-2 portrait:justify-center">
        <Action size="large" onPress={() => chooseMethod('choose')}>
          {t('payment.otherWay')}
        </Action>
        {fault !== null && errorCodes[fault].retryable ? (
          <Action size="large" onPress={() => void makeHandOff()}>
            {t('fault.retry')}
          </Action>
        ) : (
          <Action size="large" isDisabled={made === null} onPress={() => void printHandOff()}>
            <Printer aria-hidden size="1.2em" strokeWidth={1.75} />
            {t(paper === null ? 'handOff.print' : 'handOff.printAgain')}
          </Action>
        )}
        <Action
          variant="primary"
          size="large"
          isDisabled={made === null}
          onPress={() => void endSession()}
        >
          {t('handOff.done')}
        </Action>
      </div>
    </div>
  );
}

/** For the associate: where the bag came from, and what of it is not in it. */
export function HandOffNote() {
  const { t, text, list } = useWords();
  const { loaded, cartId } = useHandOff();
  const here = useCart((state) => state.cartId);
  if (loaded === null || cartId !== here) return null;
  const { code, refused, couponsRefused } = loaded;
  const names = refused.map(({ sku, name }) => (name === null ? sku : text(name)));
  return (
    <div role="status" className="border-notice border-s-4 ps-4">
      <p>{t('handOff.loaded', { code })}</p>
      {names.length > 0 && <p>{t('handOff.refused', { names: list(names) })}</p>}
      {couponsRefused > 0 && <p>{t('handOff.coupons')}</p>}
    </div>
  );
}
