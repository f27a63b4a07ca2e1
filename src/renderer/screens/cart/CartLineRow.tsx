import { PencilLine, QrCode, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Cart, CartLine } from '#shared/contract/ipc/cart.ts';
import { Action } from '../../components/Action.tsx';
import { LineArt } from '../../components/LineArt.tsx';
import { PriceTrace } from '../../components/PriceTrace.tsx';
import { QuantityStepper } from '../../components/QuantityStepper.tsx';
import { Sheet } from '../../components/Sheet.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { removeLine, setQuantity, useCart } from '../../stores/cart.ts';
import { go } from '../../stores/navigation.ts';
import { KeepCardSheet } from '../cards/KeepCardSheet.tsx';

interface CartLineRowProps {
  readonly line: CartLine;
  readonly cart: Cart;
}

const none: readonly string[] = [];

export function CartLineRow({ line, cart }: CartLineRowProps) {
  const { t, text, money } = useWords();
  const [explaining, setExplaining] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const { lineId, quantity, design, sku } = line.line;
  const allergies = useCart((state) => state.declarations[lineId]?.allergies ?? none);
  const wanted = useCart((state) => state.wanted[lineId]) ?? quantity;
  const quoted = cart.quote.lines.find((candidate) => candidate.lineId === lineId);
  const { currency } = cart.quote;
  const name = text(line.product.name);
  return (
    <article
      aria-label={name}
      className="flex gap-6 rounded-lg border border-line bg-raised p-5 shadow-low"
    >
      <LineArt line={line} />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div className="flex items-start justify-between gap-6 larger:flex-col larger:gap-2">
          <div className="min-w-0">
            <h2 className="text-xl">{name}</h2>
            <p className="text-sm text-soft">
              {[line.product.brand, line.product.shade?.name, line.product.size]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </p>
          </div>
          {quoted !== undefined && (
            <div className="shrink-0 text-end larger:text-start">
              <p className="tabular font-semibold text-lg">{money(quoted.totalMinor, currency)}</p>
              {quoted.discountMinor > 0 && (
                <p className="tabular text-sm text-soft line-through">
                  <span className="sr-only">{t('cart.insteadOf')} </span>
                  {money(quoted.totalMinor + quoted.discountMinor, currency)}
                </p>
              )}
            </div>
          )}
        </div>
        {line.choices.length > 0 && (
          <dl className="grid grid-cols-2 larger:grid-cols-1 gap-x-6 gap-y-1 text-sm">
            {line.choices.map(({ group, value }, at) => (
              // Two groups may have one name; the words of a design do not change places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <div key={at} className="flex min-w-0 gap-2">
                <dt className="shrink-0 text-soft">{text(group)}</dt>
                <dd className="truncate larger:whitespace-normal font-medium">{text(value)}</dd>
              </div>
            ))}
          </dl>
        )}
        <div className="mt-auto flex flex-wrap items-center gap-2">
          <QuantityStepper
            label={t('cart.quantityOf', { name })}
            value={wanted}
            onChange={(next) => void setQuantity(lineId, next)}
          />
          <Action
            variant="quiet"
            onPress={() => setExplaining(true)}
            aria-label={t('price.whyOf', { name })}
          >
            {t('price.why')}
          </Action>
          <span className="ms-auto flex min-w-0 flex-wrap justify-end">
            {design !== undefined && (
              <Action
                variant="quiet"
                aria-label={t('card.openOf', { name })}
                onPress={() => setKeeping(true)}
              >
                <QrCode aria-hidden size="1.15em" strokeWidth={1.9} />
                {t('card.open')}
              </Action>
            )}
            {design !== undefined && (
              <Action
                variant="quiet"
                aria-label={t('cart.editOf', { name })}
                onPress={() => go({ screen: 'customize', sku: line.product.sku, line: lineId })}
              >
                <PencilLine aria-hidden size="1.15em" strokeWidth={1.9} />
                {t('cart.edit')}
              </Action>
            )}
            <Action
              variant="quiet"
              aria-label={t('cart.removeOf', { name })}
              onPress={() => void removeLine(line, name)}
            >
              <Trash2 aria-hidden size="1.15em" strokeWidth={1.9} />
            </Action>
          </span>
        </div>
      </div>
      {keeping && design !== undefined && (
        <KeepCardSheet
          offers={[{ lineId, sku, name, design, allergies }]}
          onClose={() => setKeeping(false)}
        />
      )}
      <Sheet title={t('price.why')} isOpen={explaining} onClose={() => setExplaining(false)}>
        {quoted !== undefined && (
          <PriceTrace line={quoted} pricesIncludeTax={cart.quote.pricesIncludeTax} />
        )}
      </Sheet>
    </article>
  );
}
