import type { Quote } from '#shared/domain/pricing/quote.ts';
import { useWords } from '../../i18n/use-words.ts';

/** The sum step by step, tax included or added as the store does it. */
export function Totals({ quote }: { readonly quote: Quote }) {
  const { t, text, money, change, percent } = useWords();
  const { currency } = quote;
  return (
    <dl className="flex flex-col gap-2">
      <Row label={t('cart.subtotal')} value={money(quote.subtotalMinor, currency)} />
      {quote.discountMinor > 0 && (
        <Row label={t('cart.savings')} value={change(-quote.discountMinor, currency)} />
      )}
      {quote.taxes.map((tax) => (
        <Row
          key={tax.rate}
          quiet
          label={t(quote.pricesIncludeTax ? 'cart.taxIncluded' : 'cart.taxAdded', {
            name: text(tax.label),
            percent: percent(tax.rateBps),
          })}
          value={money(tax.taxMinor, currency)}
        />
      ))}
      <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-ink border-t pt-4 typing:landscape:mt-0 typing:landscape:pt-2">
        <dt className="font-display text-xl">{t('price.total')}</dt>
        <dd
          aria-live="polite"
          className="tabular ms-auto font-display text-4xl leading-none typing:landscape:text-xl"
        >
          {money(quote.totalMinor, currency)}
        </dd>
      </div>
      {quote.cashRoundingMinor !== 0 && (
        <Row quiet label={t('cart.inCash')} value={money(quote.cashTotalMinor, currency)} />
      )}
    </dl>
  );
}

function Row({
  label,
  value,
  quiet = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly quiet?: boolean;
}) {
  return (
    <div
      className={`flex items-baseline justify-between gap-6 ${quiet ? 'text-sm text-soft' : ''}`}
    >
      <dt>{label}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );
}
