import { Check, ShoppingBag } from 'lucide-react';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { addLine, useCart } from '../../stores/cart.ts';
import { go } from '../../stores/navigation.ts';
import { showToast } from '../../stores/notices.ts';
import { PieceTag } from './PieceTag.tsx';

/** What one costs and whether there is one, and the way into the bag. */
export function BuyBar({ detail }: { readonly detail: RequestOutput<'catalog.product'> }) {
  const { t, text } = useWords();
  const { product, priceMinor } = detail.card;
  const inBag = useCart(
    (state) =>
      state.cart?.lines
        .filter(({ line }) => line.sku === product.sku)
        .reduce((sum, { line }) => sum + line.quantity, 0) ?? 0,
  );
  const soldOut = detail.stock !== null && detail.stock <= 0;
  const add = async () => {
    const added = await addLine({ sku: product.sku, quantity: 1 });
    if (added) {
      showToast({
        messageKey: 'product.added',
        params: { name: text(product.name) },
        action: { labelKey: 'bag.show', run: () => go({ screen: 'cart' }) },
      });
    }
  };
  return (
    <div className="stays flex flex-wrap items-center gap-x-6 gap-y-4 border-line border-t bg-raised px-gutter py-6 landscape:ms-8 landscape:rounded-ss-lg landscape:border-s">
      <PieceTag card={detail.card} />
      <div className="ms-auto flex flex-wrap items-center justify-end gap-x-6 gap-y-3">
        <p className="text-sm text-soft">
          {inBag > 0 ? (
            <span className="inline-flex items-center gap-2">
              <Check aria-hidden size="1.1em" />
              {t('product.inBag', { count: inBag })}
            </span>
          ) : (
            <Stock stock={detail.stock} />
          )}
        </p>
        <Action
          variant="primary"
          size="large"
          className="min-w-60!"
          isDisabled={priceMinor === null || soldOut}
          onPress={() => void add()}
        >
          <ShoppingBag aria-hidden size="1.2em" strokeWidth={1.75} />
          {t('product.add')}
        </Action>
      </div>
    </div>
  );
}

function Stock({ stock }: { readonly stock: number | null }) {
  const { t } = useWords();
  if (stock === null) return null;
  if (stock <= 0) return t('product.soldOut');
  return stock <= 5 ? t('product.fewLeft', { count: stock }) : t('product.inStock');
}
