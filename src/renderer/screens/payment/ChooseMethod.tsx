import type { ReactNode } from 'react';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { PressButton } from '../../components/PressButton.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { chooseMethod, payCard } from '../../stores/checkout.ts';
import { CoinsDrawing, TerminalDrawing } from './drawings.tsx';

export function ChooseMethod({ quote }: { readonly quote: Quote }) {
  const { t, money } = useWords();
  return (
    <div className="m-auto flex w-full max-w-[64rem] flex-col gap-12 reach:gap-6">
      <div className="text-center">
        <h1 tabIndex={-1} className="text-4xl reach:landscape:text-3xl">
          {t('payment.title')}
        </h1>
        <p className="tabular pt-6 font-display text-5xl leading-none reach:landscape:pt-2 reach:landscape:text-3xl">
          {money(quote.totalMinor, quote.currency)}
        </p>
      </div>
      <div className="grid grid-cols-2 gap-8">
        <Method
          title={t('payment.card')}
          text={t('payment.cardText')}
          drawing={<TerminalDrawing className="h-72 reach:landscape:h-24" />}
          onPress={() => void payCard()}
        />
        <Method
          title={t('payment.cash')}
          text={
            quote.cashRoundingMinor === 0
              ? t('payment.cashText')
              : t('payment.cashRounded', { total: money(quote.cashTotalMinor, quote.currency) })
          }
          drawing={<CoinsDrawing className="h-72 reach:landscape:h-24" />}
          onPress={() => chooseMethod('handOff')}
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
    <PressButton
      onPress={onPress}
      className="flex cursor-pointer flex-col items-center gap-4 reach:gap-2 rounded-xl border border-line bg-raised px-8 pt-12 pb-10 reach:pt-6 reach:pb-6 reach:landscape:pt-3 reach:landscape:pb-4 text-center shadow-low transition-shadow data-[hovered]:shadow-mid data-[pressed]:border-accent"
    >
      {drawing}
      <span className="pt-4 font-display text-2xl reach:landscape:pt-0">{title}</span>
      <span className="text-soft">{text}</span>
    </PressButton>
  );
}
