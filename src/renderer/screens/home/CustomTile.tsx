import { PencilLine } from 'lucide-react';
import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { CardPriceTag } from '../../components/CardPriceTag.tsx';
import { PressButton } from '../../components/PressButton.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { glowOf, tileGlow } from '../../lib/glow.ts';
import { useBegunDesign } from '../../stores/customizer.ts';
import { go } from '../../stores/navigation.ts';

/** A product that is designed here: the largest things on the home screen. */
export function CustomTile({ card }: { readonly card: ProductCard }) {
  const { t, text } = useWords();
  const { product } = card;
  const begun = useBegunDesign(product.sku);
  const look = lookOf(product);
  return (
    <PressButton
      onPress={() => go({ screen: 'customize', sku: product.sku })}
      className="tinted group @container h-full w-full cursor-pointer overflow-hidden rounded-xl text-start transition-shadow data-[hovered]:shadow-mid"
      style={glowOf(look.color, tileGlow)}
    >
      <span className="flex h-full w-full flex-col-reverse @min-[16.2em]:flex-row">
        <span className="flex w-full flex-col gap-2 px-6 pt-2 pb-6 @min-[16.2em]:w-[52%] @min-[16.2em]:self-stretch @min-[16.2em]:py-7 @min-[16.2em]:pe-0">
          <span className="font-display text-lg leading-[1.12] @min-[14.3em]:text-xl [:root:lang(ja)_&]:@min-[16.2em]:text-base">
            {text(product.name)}
          </span>
          <span className="@min-[16.2em]:mt-auto">
            {begun ? (
              <span className="flex items-start gap-2 font-semibold leading-tight">
                <PencilLine aria-hidden size="1.15em" className="shrink-0 text-accent" />
                {t('home.goOn')}
              </span>
            ) : (
              <CardPriceTag card={card} />
            )}
          </span>
        </span>
        <span className="flex min-h-0 w-full flex-1 items-end justify-center px-2 pt-4 pb-2 @min-[16.2em]:h-full @min-[16.2em]:w-auto @min-[16.2em]:px-0 @min-[16.2em]:pt-5 @min-[16.2em]:pb-4">
          <ProductArt
            look={look}
            className="h-full w-full transition-transform group-data-[hovered]:scale-[1.02]"
          />
        </span>
      </span>
    </PressButton>
  );
}
