import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { PriceButton } from '../../components/PriceButton.tsx';
import { PriceTable, PriceTrace } from '../../components/PriceTrace.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { cardPrice, stepsOfCard } from '../../lib/card-price.ts';
import { useCart } from '../../stores/cart.ts';
import { useKioskInfo } from '../../stores/kiosk-info.ts';

/** The price of one piece and the offers in it. Touched, it explains itself step by step. */
export function PieceTag({ card }: { readonly card: ProductCard }) {
  const { t, text, list, money } = useWords();
  const price = cardPrice(card);
  return (
    <div className="flex min-w-0 flex-col">
      <PriceButton
        price={price === null ? null : money(price.nowMinor)}
        aside={
          price !== null &&
          price.beforeMinor !== null && (
            <s className="font-sans text-base text-soft">
              <span className="sr-only">{t('product.insteadOf')} </span>
              {money(price.beforeMinor)}
            </s>
          )
        }
      >
        <PieceSteps card={card} />
      </PriceButton>
      {price !== null && price.offers.length > 0 && (
        <p className="font-semibold text-accent text-sm">{list(price.offers.map(text))}</p>
      )}
    </div>
  );
}

/** One piece as on the shelf and, where it is in the bag, what the whole bag makes of it. */
function PieceSteps({ card }: { readonly card: ProductCard }) {
  const { t } = useWords();
  const steps = stepsOfCard(card);
  const quote = useCart((state) => state.cart?.quote);
  const pricesIncludeTax = useKioskInfo((state) => state.info?.store.pricesIncludeTax ?? true);
  const inBag = quote?.lines.filter(({ sku }) => sku === card.product.sku) ?? [];
  return (
    <div className="flex flex-col gap-10 pt-3">
      <section aria-labelledby="piece-title">
        <h3 id="piece-title" className="pb-2 font-sans font-semibold text-lg">
          {t('price.onePiece')}
        </h3>
        {steps !== null && <PriceTable steps={steps} />}
        <p className="pt-2 text-sm text-soft">
          {t(pricesIncludeTax ? 'price.withTax' : 'price.plusTax')}
        </p>
      </section>
      {quote !== undefined && inBag.length > 0 && (
        <section aria-labelledby="bag-title">
          <h3 id="bag-title" className="pb-2 font-sans font-semibold text-lg">
            {t('price.inBag', { count: inBag.reduce((sum, { quantity }) => sum + quantity, 0) })}
          </h3>
          {inBag.map((line) => (
            <PriceTrace key={line.lineId} line={line} pricesIncludeTax={quote.pricesIncludeTax} />
          ))}
        </section>
      )}
    </div>
  );
}
