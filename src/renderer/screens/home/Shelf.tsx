import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { CardPriceTag } from '../../components/CardPriceTag.tsx';
import { PressButton } from '../../components/PressButton.tsx';
import { openProduct } from '../../components/ProductTile.tsx';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { useWords } from '../../i18n/use-words.ts';

/** Where there is no room for them, by place. */
const hiding: Readonly<Record<number, string>> = {
  4: 'landscape:@max-[76em]/screen:hidden larger:block',
  5: 'portrait:hidden landscape:@max-[76em]/screen:hidden larger:block',
};

/** Ready-made favorites, standing on a wooden shelf. As many as fit; it never scrolls. */
export function Shelf({ cards }: { readonly cards: readonly ProductCard[] }) {
  const { t, text } = useWords();
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="shelf-title" className="flex flex-col gap-3">
      <h2 id="shelf-title" className="text-2xl">
        {t('home.featured')}
      </h2>
      <ul className="grid grid-cols-5 gap-y-8 larger:grid-cols-3 landscape:grid-cols-6 landscape:@max-[76em]/screen:grid-cols-4">
        {cards.slice(0, 6).map((card, index) => (
          <li key={card.product.sku} className={hiding[index] ?? ''}>
            <PressButton
              onPress={() => openProduct(card)}
              className="group flex h-full w-full cursor-pointer flex-col rounded-md text-start"
            >
              <span className="shelf-board flex w-full items-end justify-center">
                <ProductArt
                  look={lookOf(card.product)}
                  className="h-44 w-full transition-transform group-data-[hovered]:-translate-y-1 landscape:h-40 landscape:@max-[76em]/screen:h-32"
                />
              </span>
              <span className="mt-5 flex w-full flex-col px-2">
                <span className="line-clamp-3 larger:line-clamp-none font-semibold text-sm leading-tight">
                  {text(card.product.name)}
                </span>
                <CardPriceTag card={card} className="text-sm" />
              </span>
            </PressButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
