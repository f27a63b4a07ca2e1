import { useState } from 'react';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { Action } from '../../components/Action.tsx';
import { Keypad } from '../../components/Keypad.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { quickTenders } from '../../lib/tender.ts';
import { chooseMethod, payCash, useCheckout } from '../../stores/checkout.ts';

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
    <div className="m-auto grid w-full max-w-[76rem] gap-12 landscape:grid-cols-2">
      <div className="flex flex-col gap-8">
        <div>
          <h1 tabIndex={-1} className="text-4xl">
            {t('payment.cashTitle')}
          </h1>
          <p className="pt-3 text-lg text-soft">{t('payment.cashHint')}</p>
        </div>
        <dl className="flex flex-col gap-4 rounded-xl bg-raised p-8 shadow-low" aria-live="polite">
          <Amount label={t('payment.toPay')} value={money(cashTotalMinor, currency)} />
          <Amount label={t('payment.given')} value={money(tenderedMinor, currency)} />
          <Amount
            strong
            label={enough ? t('payment.change') : t('payment.stillMissing')}
            value={money(Math.abs(changeMinor), currency)}
          />
        </dl>
        <div className="grid grid-cols-2 gap-4">
          {quickTenders(cashTotalMinor).map((amountMinor, index) => (
            <Action
              key={amountMinor}
              size="large"
              onPress={() => setDigits(String(amountMinor))}
              className="tabular"
            >
              {index === 0
                ? t('payment.exact', { amount: money(amountMinor, currency) })
                : money(amountMinor, currency)}
            </Action>
          ))}
        </div>
      </div>
      <div className="flex flex-col gap-6">
        <Keypad
          label={t('payment.keypad')}
          digits={digits}
          onChange={(next) => setDigits(next.replace(/^0+/, '').slice(0, longest))}
          extraKey="00"
          keyClassName="h-28"
        />
        <div className="flex flex-wrap gap-4">
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
      className={`flex items-baseline justify-between gap-6 ${strong ? 'border-line border-t pt-4' : ''}`}
    >
      <dt className={strong ? 'font-display text-xl' : 'text-soft'}>{label}</dt>
      <dd className={`tabular ${strong ? 'font-display text-3xl' : 'text-xl'}`}>{value}</dd>
    </div>
  );
}
