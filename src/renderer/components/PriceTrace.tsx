import type { QuoteLine } from '#shared/domain/pricing/quote.ts';
import { useWords } from '../i18n/use-words.ts';

/** A price step by step: what it starts with, what each thing adds or takes away, and the sum. */
export function PriceTrace({ line }: { readonly line: QuoteLine }) {
  const { t, text, money, change, percent } = useWords();
  return (
    <table className="w-full">
      <caption className="sr-only">{t('price.steps')}</caption>
      <tbody>
        {line.trace.map((entry, index) => (
          // A step may appear twice with the same cause; their order never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={index} className="border-line border-b">
            <th scope="row" className="py-3 pr-6 text-left font-normal">
              {text(entry.label)}
              <span className="block text-sm text-soft">
                {t(`price.step.${entry.step}`)}
                {entry.bps !== undefined && ` · ${percent(entry.bps)}`}
              </span>
            </th>
            <td className="tabular py-3 text-right align-top">
              {entry.step === 'base' || entry.step === 'tax'
                ? money(entry.amountMinor)
                : change(entry.amountMinor)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="pt-4 text-left font-display text-xl">
            {t('price.total')}
          </th>
          <td className="tabular pt-4 text-right font-display text-2xl">
            {money(line.totalMinor)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
