import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { useWords } from '../i18n/use-words.ts';
import { cardPrice } from '../lib/card-price.ts';

interface CardPriceTagProps {
  readonly card: ProductCard;
  /** Of the price itself. */
  readonly className?: string;
}

/** What a product costs; with a running offer also its name, and the price without it struck through. */
export function CardPriceTag({ card, className = '' }: CardPriceTagProps) {
  const { t, text, list, money } = useWords();
  const price = cardPrice(card);
  if (price === null) return <span className={className}>{t('product.noPrice')}</span>;
  const { nowMinor, beforeMinor, offers, isFrom } = price;
  return (
    <span className="flex flex-col gap-0.5">
      <span className="tabular flex flex-wrap items-baseline gap-x-2">
        <span className={className}>
          {isFrom ? t('product.from', { price: money(nowMinor) }) : money(nowMinor)}
        </span>
        {beforeMinor !== null && (
          <s className="text-sm text-soft">
            <span className="sr-only">{t('product.insteadOf')} </span>
            {money(beforeMinor)}
          </s>
        )}
      </span>
      {offers.length > 0 && (
        <span className="line-clamp-2 larger:line-clamp-none font-semibold text-accent text-xs leading-snug">
          {list(offers.map(text))}
        </span>
      )}
    </span>
  );
}
