import { useEffect } from 'react';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { FaultScreen } from '../../components/FaultState.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { Screen } from '../../components/Screen.tsx';
import { WaitingScreen } from '../../components/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { mix } from '../../lib/color.ts';
import { loadProduct, useCatalog } from '../../stores/catalog.ts';
import { replace } from '../../stores/navigation.ts';
import { BuyBar } from './BuyBar.tsx';
import { Ingredients } from './Ingredients.tsx';
import { Variants } from './Variants.tsx';

type Detail = RequestOutput<'catalog.product'>;

/** One ready product. A custom one goes on to its designer. */
export function ProductScreen({ sku }: { readonly sku: string }) {
  const { t } = useWords();
  const loaded = useCatalog((state) => state.detail);
  const detail = loaded !== null && isAbout(loaded, sku) ? loaded : null;
  const fault = useCatalog((state) => state.detailFault);
  useEffect(() => {
    void loadProduct(sku);
  }, [sku]);
  const isCustom = detail?.card.product.type === 'custom';
  useEffect(() => {
    if (isCustom) replace({ screen: 'customize', sku });
  }, [isCustom, sku]);
  if (fault !== null) return <FaultScreen code={fault} onRetry={() => void loadProduct(sku)} />;
  if (detail === null || isCustom) return <WaitingScreen label={t('common.loading')} />;
  return <ProductView detail={detail} />;
}

/** A variant is drawn at once from what is known of its family. */
function isAbout({ card, variants }: Detail, sku: string): boolean {
  return [card, ...variants].some(({ product }) => product.sku === sku);
}

function ProductView({ detail }: { readonly detail: Detail }) {
  const { t, text } = useWords();
  const { product } = detail.card;
  const look = lookOf(product);
  return (
    <Screen
      subject={product.variantOf ?? product.sku}
      className="landscape:grid landscape:grid-cols-2"
      parts="beside"
    >
      <div
        className="mx-gutter flex min-h-0 shrink-0 items-end justify-center rounded-xl p-10 portrait:h-[38vh] reach:portrait:h-[20vh] landscape:me-0 landscape:mb-gutter"
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
              <p className="max-w-[25.6em] text-lg text-soft">{text(product.description)}</p>
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
