import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { Swatch } from '../../components/product-art/Swatch.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { cardPrice } from '../../lib/card-price.ts';
import { replace } from '../../stores/navigation.ts';

/** The shades or sizes of one product; choosing one is at once on the screen. */
export function Variants({ detail }: { readonly detail: RequestOutput<'catalog.product'> }) {
  const { t, text, money } = useWords();
  const { card, variants } = detail;
  if (variants.length < 2) return null;
  const shades = variants.some(({ product }) => product.shade !== undefined);
  return (
    <section aria-label={shades ? t('product.shades') : t('product.variants')}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pb-4">
        <h2 className="font-sans font-semibold text-lg">
          {shades ? t('product.shades') : t('product.variants')}
        </h2>
        <p className="text-soft">{t('product.variantCount', { count: variants.length })}</p>
      </div>
      <RadioGroup
        aria-label={shades ? t('product.shades') : t('product.variants')}
        value={card.product.sku}
        onChange={(sku) => replace({ screen: 'product', sku })}
        className="grid grid-cols-[repeat(auto-fill,minmax(max(9.2rem,7.4em),1fr))] gap-3"
      >
        {variants.map((variant) => {
          const { product } = variant;
          const price = cardPrice(variant);
          return (
            <RadioField key={product.sku} value={product.sku} className="flex">
              <RadioButton className="choice h-full min-h-target w-full flex-col items-center gap-1 px-3 py-4 text-center">
                {product.shade !== undefined && (
                  <Swatch
                    color={product.shade.hex}
                    finish={product.art?.finish}
                    className="h-16 w-16"
                  />
                )}
                <span className="font-semibold text-sm leading-tight">
                  {product.shade?.name ?? product.size ?? text(product.name)}
                </span>
                {product.shade === undefined && price !== null && (
                  <span className="tabular text-sm text-soft">{money(price.nowMinor)}</span>
                )}
              </RadioButton>
            </RadioField>
          );
        })}
      </RadioGroup>
    </section>
  );
}
