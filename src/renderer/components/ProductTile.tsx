import { memo } from 'react';
import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { useWords } from '../i18n/use-words.ts';
import { mix } from '../lib/color.ts';
import { go } from '../stores/navigation.ts';
import { CardPriceTag } from './CardPriceTag.tsx';
import { PressButton } from './PressButton.tsx';
import { lookOf } from './product-art/look.ts';
import { ProductArt } from './product-art/ProductArt.tsx';

/** Where a tap on a product leads: custom ones are designed, ready ones looked at. */
export function openProduct(card: ProductCard): void {
  const { sku, type } = card.product;
  go({ screen: type === 'custom' ? 'customize' : 'product', sku });
}

/** A ready product in a list: standing on paper tinted with its own color. */
export const ProductTile = memo(function ProductTile({ card }: { readonly card: ProductCard }) {
  const { text } = useWords();
  const { product } = card;
  const look = lookOf(product);
  return (
    <PressButton
      onPress={() => openProduct(card)}
      className="group flex h-full w-full cursor-pointer flex-col rounded-lg text-start"
    >
      <span
        className="flex w-full items-end justify-center rounded-lg px-6 pt-6 pb-4 transition-shadow group-data-[hovered]:shadow-mid group-data-[pressed]:shadow-none"
        style={{ backgroundColor: mix(look.color, '#f4ecdf', 0.8) }}
      >
        <ProductArt look={look} className="h-52 w-full" />
      </span>
      <span className="flex flex-1 flex-col gap-1 px-2 pt-4 pb-2">
        <span className="text-soft text-xs">{product.brand}</span>
        <span className="line-clamp-2 larger:line-clamp-none min-h-[2lh] font-semibold leading-tight">
          {text(product.name)}
        </span>
        {product.shade?.name !== undefined && !text(product.name).includes(product.shade.name) && (
          <span className="truncate larger:whitespace-normal text-sm text-soft">
            {product.shade.name}
          </span>
        )}
        <span className="pt-1">
          <CardPriceTag card={card} className="font-semibold" />
        </span>
      </span>
    </PressButton>
  );
});
