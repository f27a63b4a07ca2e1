import { useState } from 'react';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { Action } from '../../components/Action.tsx';
import { Keypad } from '../../components/Keypad.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { quickTenders } from '../../lib/tender.ts';
import { chooseMethod, payCash, useCheckout } from '../../stores/checkout.ts';
import { HandOffNote } from './HandOff.tsx';

const longest = 8;

/** For the associate: what was handed over, and the change to give. */
export function CashPayment({ quote }: { readonly quote: Quote }) {
  const { t, money } = useWords();
  const [digits, setDigits] = useState('');
  const busy = useCheckout((state) => state.busy);
  const { currency, cashTotalMinor } = quote;
  const tenderedMinor = Number(digits === '' ? 0 : digits);
  const changeMinor = tenderedMinor - cashTotalMinor;
  const enough = changeMinor >= 0;
  return (
    <div className="m-auto flex w-full max-w-[76rem] flex-col gap-x-12 portrait:gap-y-12 landscape:grid landscape:grid-cols-2 landscape:grid-rows-[auto_1fr] reach:gap-y-4">
      <div className="flex flex-col gap-8 landscape:row-span-2 reach:gap-4">
        <div>
          <h1 tabIndex={-1} className="text-4xl reach:landscape:text-2xl">
            {t('payment.cashTitle')}
          </h1>
          <p className="pt-3 reach:landscape:pt-0 text-lg text-soft">{t('payment.cashHint')}</p>
        </div>
        <HandOffNote />
        <dl
          className="flex flex-col gap-4 rounded-xl bg-raised p-8 shadow-low reach:gap-2 reach:px-8 reach:py-4"
          aria-live="polite"
        >
          <Amount label={t('payment.toPay')} value={money(cashTotalMinor, currency)} />
          <Amount label={t('payment.given')} value={money(tenderedMinor, currency)} />
          <Amount
            strong
            label={enough ? t('payment.change') : t('payment.stillMissing')}
            value={money(Math.abs(changeMinor), currency)}
          />
        </dl>
        <div className="grid grid-cols-2 gap-4 reach:portrait:not-larger:grid-cols-4">
          {quickTenders(cashTotalMinor).map((amountMinor, index) => (
            <Action
              key={amountMinor}
              size="large"
              onPress={() => setDigits(String(amountMinor))}
              className="tabular px-3!"
            >
              {index === 0
                ? t('payment.exact', { amount: money(amountMinor, currency) })
                : money(amountMinor, currency)}
            </Action>
          ))}
        </div>
      </div>
      <Keypad
        label={t('payment.keypad')}
        digits={digits}
        onChange={(next) => setDigits(next.replace(/^0+/, '').slice(0, longest))}
        extraKey="00"
        keyClassName="min-h-28 reach:min-h-target"
      />
      <div className="stays flex flex-wrap gap-4 self-stretch bg-paper portrait:-mt-6 landscape:pt-6 eased:py-4 reach:py-2 landscape:self-start">
        <Action size="large" isDisabled={busy} onPress={() => chooseMethod('choose')}>
          {t('payment.otherWay')}
        </Action>
        <Action
          variant="primary"
          size="large"
          className="grow"
          isDisabled={!enough || busy}
          onPress={() => void payCash(tenderedMinor)}
        >
          {t('payment.takeCash')}
        </Action>
      </div>
    </div>
  );
}

function Amount({
  label,
  value,
  strong = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
}) {
  return (
    <div
      className={`flex items-baseline justify-between gap-6 ${strong ? 'border-line border-t pt-4 reach:pt-2' : ''}`}
    >
      <dt className={strong ? 'font-display text-xl' : 'text-soft'}>{label}</dt>
      <dd className={`tabular ${strong ? 'font-display text-3xl' : 'text-xl'}`}>{value}</dd>
    </div>
  );
}
