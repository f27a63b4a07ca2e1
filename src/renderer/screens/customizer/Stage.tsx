import { Leaf, ShieldCheck } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import { Action } from '../../components/Action.tsx';
import { lookOfDesign } from '../../components/product-art/design-look.ts';
import { lookOf } from '../../components/product-art/look.ts';
import { ProductArt } from '../../components/product-art/ProductArt.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { glowOf, stageGlow } from '../../lib/glow.ts';
import { drawnSelections } from '../../lib/refused-groups.ts';
import { showPanel, useCustomizer } from '../../stores/customizer.ts';
import { AboutYouSheet } from './AboutYouSheet.tsx';
import { AllergenSheet } from './AllergenSheet.tsx';

type Subject = RequestOutput<'catalog.template'>;

/** The product as it would leave the bench right now. */
export function Stage({ subject }: { readonly subject: Subject }) {
  const { t, text } = useWords();
  const chosen = useCustomizer((state) => state.selections);
  // What was typed or chosen shows before it is drawn.
  const selections = useDeferredValue(chosen);
  const evaluation = useCustomizer((state) => state.evaluation);
  const allergies = useCustomizer((state) => state.declaration.allergies);
  const ageYears = useCustomizer((state) => state.declaration.ageYears);
  const panel = useCustomizer((state) => state.panel);
  const look = useMemo(() => {
    const drawn = drawnSelections(subject.template, selections, evaluation);
    return lookOfDesign(lookOf(subject.card.product), subject.template, drawn);
  }, [subject, selections, evaluation]);
  const allergens = evaluation?.allergens ?? [];
  const onLabel = allergens.filter((level) => level.onLabel);
  const told = allergies.length + (ageYears === undefined ? 0 : 1);
  return (
    <div
      className="tinted stage mx-gutter flex min-h-0 shrink-0 flex-col rounded-xl portrait:grid portrait:h-[37vh] portrait:grid-cols-[46fr_54fr] portrait:grid-rows-[1fr_auto] eased:portrait:h-auto eased:portrait:min-h-[21vh] larger:portrait:min-h-[37vh] landscape:row-span-2 eased:landscape:scroll-quiet landscape:me-0 landscape:mb-gutter"
      style={glowOf(look.color, stageGlow)}
    >
      <div className="px-8 pt-8">
        <h1 tabIndex={-1} className="text-3xl">
          {text(subject.template.name)}
        </h1>
        {subject.template.description !== undefined && (
          <p className="pt-4">{text(subject.template.description)}</p>
        )}
      </div>
      <div className="flex min-h-0 flex-1 items-end justify-center px-6 pt-4 pb-4 portrait:row-span-2 portrait:[contain:size] eased:landscape:min-h-[11rem]">
        <ProductArt look={look} className="h-full w-full" label={t('customizer.preview')} />
      </div>
      <div className="flex flex-wrap gap-3 p-6 portrait:col-start-1 portrait:row-start-2 portrait:pe-0">
        <Action onPress={() => showPanel('aboutYou')}>
          <ShieldCheck aria-hidden size="1.2em" strokeWidth={1.8} />
          {told === 0 ? t('aboutYou.open') : t('aboutYou.told', { count: told })}
        </Action>
        <Action onPress={() => showPanel('allergens')}>
          <Leaf aria-hidden size="1.2em" strokeWidth={1.8} />
          {t('allergens.onLabel', { count: onLabel.length })}
        </Action>
      </div>
      <AboutYouSheet
        allergens={subject.allergens}
        isOpen={panel === 'aboutYou'}
        onClose={() => showPanel(null)}
      />
      <AllergenSheet
        levels={allergens}
        isOpen={panel === 'allergens'}
        onClose={() => showPanel(null)}
        onDeclare={() => showPanel('aboutYou')}
      />
    </div>
  );
}
