import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { useWords } from '../../i18n/use-words.ts';
import { chooseMethod, payCard } from '../../stores/checkout.ts';
import { CoinsDrawing, TerminalDrawing } from './drawings.tsx';

export function ChooseMethod({ quote }: { readonly quote: Quote }) {
  const { t, money } = useWords();
  return (
    <div className="m-auto flex w-full max-w-[64rem] flex-col gap-12">
      <div className="text-center">
        <h1 tabIndex={-1} className="text-4xl">
          {t('payment.title')}
        </h1>
        <p className="tabular pt-6 font-display text-5xl leading-none">
          {money(quote.totalMinor, quote.currency)}
        </p>
      </div>
      <div className="grid grid-cols-2 gap-8">
        <Method
          title={t('payment.card')}
          text={t('payment.cardText')}
          drawing={<TerminalDrawing className="h-72" />}
          onPress={() => void payCard()}
        />
        <Method
          title={t('payment.cash')}
          text={
            quote.cashRoundingMinor === 0
              ? t('payment.cashText')
              : t('payment.cashRounded', { total: money(quote.cashTotalMinor, quote.currency) })
          }
          drawing={<CoinsDrawing className="h-72" />}
          onPress={() => chooseMethod('cash')}
        />
      </div>
    </div>
  );
}

interface MethodProps {
  readonly title: string;
  readonly text: string;
  readonly drawing: ReactNode;
  readonly onPress: () => void;
}

function Method({ title, text, drawing, onPress }: MethodProps) {
  return (
    <Button
      onPress={onPress}
      className="flex cursor-pointer flex-col items-center gap-4 rounded-xl border border-line bg-raised px-8 pt-12 pb-10 text-center shadow-low transition-shadow data-[hovered]:shadow-mid data-[pressed]:border-accent"
    >
      {drawing}
      <span className="pt-4 font-display text-2xl">{title}</span>
      <span className="text-soft">{text}</span>
    </Button>
  );
}
