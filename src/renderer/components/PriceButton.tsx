import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { PressButton } from './PressButton.tsx';
import { Sheet } from './Sheet.tsx';

interface PriceButtonProps {
  /** In words; `null` when there is no price to explain. */
  readonly price: string | null;
  /** Beside the price: what it was before. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A price that explains itself when it is touched. */
export function PriceButton({ price, aside, children }: PriceButtonProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <PressButton
        isDisabled={price === null}
        onPress={() => setOpen(true)}
        className="-ms-4 flex min-h-primary shrink-0 cursor-pointer flex-col justify-center gap-1 rounded-md px-4 py-1 text-start data-[hovered]:bg-sunk"
      >
        <span className="tabular flex items-baseline gap-3 font-display text-3xl leading-none">
          {price ?? t('product.noPrice')}
          {aside}
        </span>
        {price !== null && (
          <span className="text-sm underline decoration-line-strong underline-offset-4">
            {t('price.why')}
          </span>
        )}
      </PressButton>
      <Sheet title={t('price.why')} isOpen={open} onClose={() => setOpen(false)}>
        {children}
      </Sheet>
    </>
  );
}
