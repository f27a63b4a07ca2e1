import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import { useWords } from '../i18n/use-words.ts';
import { type PriceRow, type PriceSteps, stepsOfLine } from '../lib/price-steps.ts';

interface PriceTraceProps {
  readonly line: QuoteLine;
  readonly pricesIncludeTax: boolean;
}

/** The price of a quoted line, step by step. */
export function PriceTrace({ line, pricesIncludeTax }: PriceTraceProps) {
  return <PriceTable steps={stepsOfLine(line, pricesIncludeTax)} />;
}

/** What a price starts with, what each thing adds or takes away, and the sum. */
export function PriceTable({ steps }: { readonly steps: PriceSteps }) {
  const { t, text, money } = useWords();
  return (
    <table className="w-full">
      <caption className="sr-only">{t('price.steps')}</caption>
      <tbody>
        {steps.rows.map((row, index) => (
          // A step may appear twice with the same cause; their order never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Row key={index} row={row} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="pt-4 text-start font-display font-normal text-xl">
            {t('price.total')}
          </th>
          <td className="tabular pt-4 text-end font-display text-2xl">{money(steps.totalMinor)}</td>
        </tr>
        {steps.included.map((tax) => (
          <tr key={`${tax.rate}@${tax.rateBps}`} className="text-sm text-soft">
            <th scope="row" className="pt-2 pe-6 text-start font-normal">
              {t('cart.taxIncluded', { name: text(tax.label) })}
            </th>
            <td className="tabular pt-2 text-end">{money(tax.taxMinor)}</td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}

function Row({ row }: { readonly row: PriceRow }) {
  const { t, text, list, money, change, percent } = useWords();
  const { step, labels, amountMinor, bps } = row;
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-3 pe-6 text-start font-normal">
        {list(labels.map(text))}
        {step !== 'tax' && (
          <span className="block text-sm text-soft">
            {t(`price.step.${step}`)}
            {bps !== undefined && ` · ${percent(bps)}`}
          </span>
        )}
      </th>
      <td className="tabular py-3 text-end align-top">
        {step === 'base' ? money(amountMinor) : change(amountMinor)}
      </td>
    </tr>
  );
}
