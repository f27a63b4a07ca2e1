import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type LocalizedText, textIn } from '#shared/domain/catalog/primitives.ts';
import { formatMoney, formatMoneyChange } from '#shared/domain/money/format.ts';
import { formatMoment } from '../lib/moment.ts';
import { useKioskInfo } from '../stores/kiosk-info.ts';
import { directionOf } from './languages.ts';

/**
 * A text of the catalog may be written the other way round than the sentence that it stands in: marked off, it
 * keeps its own order and leaves that of the sentence alone (UAX #9, FSI and PDI).
 */
export function isolated(text: string, language: string): string {
  return directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** Words, catalog texts and amounts in the shopper's language and the store's money. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const store = useKioskInfo((state) => state.info?.store);
  return useMemo(() => {
    // The language alone: its regional variants mix conventions, e.g. `en-DE` writes €1.50 but 1,5 %.
    const language = i18n.language;
    const currency = store?.currency ?? 'EUR';
    return {
      t,
      language,
      text: (text: LocalizedText) => isolated(textIn(text, language), language),
      /** A product's category as this store calls it. */
      category: (category: string) => {
        const name = store?.categoryNames?.[category];
        return isolated(name === undefined ? category : textIn(name, language), language);
      },
      money: (amountMinor: number, of = currency) => formatMoney(amountMinor, of, language),
      /** With a sign, for what is added or taken away. */
      change: (amountMinor: number, of = currency) => formatMoneyChange(amountMinor, of, language),
      number: (value: number, options?: Intl.NumberFormatOptions) =>
        new Intl.NumberFormat(language, options).format(value),
      percent: (bps: number) =>
        new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(
          bps / 10_000,
        ),
      /** Time of day in the store, with the day when it is not today. */
      time: (atMs: number) =>
        formatMoment(atMs, Date.now(), {
          language,
          storeLocale: store?.locale ?? language,
          timeZone: store?.timeZone,
        }),
      list: (items: readonly string[]) =>
        new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
    };
  }, [t, i18n.language, store?.categoryNames, store?.currency, store?.locale, store?.timeZone]);
}
