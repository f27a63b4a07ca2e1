import { Check, ShoppingBag } from 'lucide-react';
import { useEffect } from 'react';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { Action } from '../../components/Action.tsx';
import { FaultState } from '../../components/FaultState.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { Screen } from '../../components/Screen.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { mix } from '../../lib/color.ts';
import { addLine, useCart } from '../../stores/cart.ts';
import { loadProduct, useCatalog } from '../../stores/catalog.ts';
import { go, replace } from '../../stores/navigation.ts';
import { showToast } from '../../stores/notices.ts';
import { Ingredients } from './Ingredients.tsx';
import { Variants } from './Variants.tsx';

/** One ready product. A custom one goes on to its designer. */
export function ProductScreen({ sku }: { readonly sku: string }) {
  const { t } = useWords();
  const detail = useCatalog((state) => state.detail);
  const fault = useCatalog((state) => state.detailFault);
  useEffect(() => {
    void loadProduct(sku);
  }, [sku]);
  const isCustom = detail?.card.product.type === 'custom';
  useEffect(() => {
    if (isCustom) replace({ screen: 'customize', sku });
  }, [isCustom, sku]);
  if (fault !== null) return <FaultState code={fault} onRetry={() => void loadProduct(sku)} />;
  if (detail === null || isCustom) return <Waiting label={t('common.loading')} />;
  return <ProductView detail={detail} />;
}

function ProductView({ detail }: { readonly detail: RequestOutput<'catalog.product'> }) {
  const { t, text } = useWords();
  const { product } = detail.card;
  const look = lookOf(product);
  return (
    <Screen
      subject={product.variantOf ?? product.sku}
      className="landscape:grid landscape:grid-cols-2"
    >
      <div
        className="mx-gutter flex min-h-0 shrink-0 items-end justify-center rounded-xl p-10 portrait:h-[38vh] landscape:mr-0 landscape:mb-gutter"
        style={{
          backgroundImage: `linear-gradient(160deg, ${mix(look.color, '#fbf5ec', 0.86)}, ${mix(look.color, '#eee2d2', 0.62)})`,
        }}
      >
        <ProductArt
          look={look}
          className="h-full max-h-[44rem] w-full"
          label={t('product.drawing', { name: text(product.name) })}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col">
        <div className="scroll-quiet flex min-h-0 flex-1 flex-col gap-8 px-gutter pt-8 pb-8">
          <div className="flex flex-col gap-3">
            <p className="text-soft">
              {product.brand}
              {product.size !== undefined && ` · ${product.size}`}
            </p>
            <h1 tabIndex={-1} className="text-4xl">
              {text(product.name)}
            </h1>
            {product.description !== undefined && (
              <p className="max-w-160 text-lg text-soft">{text(product.description)}</p>
            )}
          </div>
          <Variants detail={detail} />
          <Ingredients detail={detail} />
        </div>
        <BuyBar detail={detail} />
      </div>
    </Screen>
  );
}

function BuyBar({ detail }: { readonly detail: RequestOutput<'catalog.product'> }) {
  const { t, text, money } = useWords();
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
    <div className="flex items-center gap-8 border-line border-t bg-raised px-gutter py-6 landscape:ml-8 landscape:rounded-tl-lg landscape:border-l">
      <div className="flex flex-col">
        <span className="tabular font-display text-3xl leading-none">
          {priceMinor === null ? t('product.noPrice') : money(priceMinor)}
        </span>
        <span className="pt-1 text-sm text-soft">
          {inBag > 0 ? (
            <span className="inline-flex items-center gap-2">
              <Check aria-hidden size="1.1em" />
              {t('product.inBag', { count: inBag })}
            </span>
          ) : (
            <Stock stock={detail.stock} />
          )}
        </span>
      </div>
      <Action
        variant="primary"
        size="large"
        className="ml-auto min-w-80"
        isDisabled={priceMinor === null || soldOut}
        onPress={() => void add()}
      >
        <ShoppingBag aria-hidden size="1.2em" strokeWidth={1.75} />
        {t('product.add')}
      </Action>
    </div>
  );
}

function Stock({ stock }: { readonly stock: number | null }) {
  const { t } = useWords();
  if (stock === null) return null;
  if (stock <= 0) return t('product.soldOut');
  return stock <= 5 ? t('product.fewLeft', { count: stock }) : t('product.inStock');
}
