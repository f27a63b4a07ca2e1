import { ChevronDown, Leaf } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { isolated, useWords } from '../../i18n/use-words.ts';

/** The ingredient list as printed on the pack, and the allergens that it names. */
export function Ingredients({ detail }: { readonly detail: RequestOutput<'catalog.product'> }) {
  const { t, list, language } = useWords();
  const named = (inciName: string) => isolated(inciName, language);
  const { inci = [], mayContain = [] } = detail.card.product;
  const { allergens } = detail;
  if (inci.length === 0) return null;
  return (
    <section aria-label={t('product.inside')} className="border-line border-y">
      <p className="flex items-start gap-4 border-line border-b py-5">
        <Leaf aria-hidden size="1.3em" strokeWidth={1.8} className="mt-[0.1em] shrink-0" />
        {allergens.length === 0
          ? t('product.noAllergens')
          : t('product.allergens', { list: list(allergens.map(named)) })}
      </p>
      <Disclosure>
        <Heading level={2}>
          <Button
            slot="trigger"
            className="group flex min-h-primary w-full cursor-pointer items-center justify-between font-sans font-semibold text-lg"
          >
            {t('product.ingredients', { count: inci.length })}
            <ChevronDown
              aria-hidden
              size="1.3em"
              className="transition-transform group-aria-expanded:rotate-180"
            />
          </Button>
        </Heading>
        <DisclosurePanel>
          <p className="pb-6 leading-relaxed">
            <bdi>{inci.join(', ')}</bdi>
          </p>
          {mayContain.length > 0 && (
            <p className="pb-6 text-soft leading-relaxed">
              {t('product.mayContain', { list: named(mayContain.join(', ')) })}
            </p>
          )}
        </DisclosurePanel>
      </Disclosure>
    </section>
  );
}
