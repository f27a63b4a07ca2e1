import { Button } from 'react-aria-components';
import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { openProduct } from '../../components/ProductTile.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { useWords } from '../../i18n/use-words.ts';

/** Ready-made favorites, standing on a wooden shelf. As many as fit; it never scrolls. */
export function Shelf({ cards }: { readonly cards: readonly ProductCard[] }) {
  const { t, text, money } = useWords();
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="shelf-title" className="flex flex-col gap-3">
      <h2 id="shelf-title" className="text-2xl">
        {t('home.featured')}
      </h2>
      <ul className="grid grid-cols-5 landscape:grid-cols-6">
        {cards.slice(0, 6).map((card, index) => (
          <li key={card.product.sku} className={index === 5 ? 'portrait:hidden' : ''}>
            <Button
              onPress={() => openProduct(card)}
              className="group flex h-full w-full cursor-pointer flex-col rounded-md text-left"
            >
              <span className="shelf-board flex w-full items-end justify-center">
                <ProductArt
                  look={lookOf(card.product)}
                  className="h-44 w-full transition-transform group-data-[hovered]:-translate-y-1 landscape:h-40"
                />
              </span>
              <span className="mt-5 flex w-full flex-col px-2">
                <span className="line-clamp-2 font-semibold text-sm leading-tight">
                  {text(card.product.name)}
                </span>
                <span className="tabular text-sm text-soft">
                  {card.priceMinor === null ? t('product.noPrice') : money(card.priceMinor)}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
