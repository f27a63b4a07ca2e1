import { memo } from 'react';
import type { FoundShade } from '#shared/contract/ipc/shades.ts';
import { CardPriceTag } from '../../components/CardPriceTag.tsx';
import { PressButton } from '../../components/PressButton.tsx';
import { Swatch } from '../../components/product-art/Swatch.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { openShade } from './open-shade.ts';

/** The nearest shades that are sold here, and honestly how near they are. */
export const FoundShades = memo(function FoundShades({
  shades,
}: {
  readonly shades: readonly FoundShade[];
}) {
  const { t } = useWords();
  if (shades.length === 0) return <p className="text-lg">{t('shades.none')}</p>;
  const isNoneClose = shades.every(({ closeness }) => closeness === 'noneClose');
  return (
    <div className="flex flex-col gap-4">
      {isNoneClose && <p className="text-lg">{t('shades.noneClose')}</p>}
      <ul className="grid gap-3">
        {shades.map((found) => (
          <li key={`${found.card.product.sku} ${found.choice?.option ?? ''}`}>
            <ShadeRow found={found} tint={found.shade.hex} />
          </li>
        ))}
      </ul>
    </div>
  );
});

function ShadeRow({ found, tint }: { readonly found: FoundShade; readonly tint: string }) {
  const { t, text } = useWords();
  const { card, shade, closeness } = found;
  const name = shade.name === undefined ? shade.code : text(shade.name);
  const finish = shade.finish === undefined ? [] : [t(`shades.finish.${shade.finish}`)];
  return (
    <PressButton
      onPress={() => openShade(found)}
      className="choice min-h-primary w-full items-center gap-5 px-5 py-3 text-start"
    >
      <Swatch color={tint} finish={shade.finish} className="h-16 w-16 shrink-0" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="font-semibold leading-tight">{text(card.product.name)}</span>
        <span className="text-soft">
          {[name, t(`undertone.${shade.undertone}`), ...finish].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-1">
        <span className="font-semibold">{t(`shades.closeness.${closeness}`)}</span>
        <CardPriceTag card={card} />
      </span>
    </PressButton>
  );
}
