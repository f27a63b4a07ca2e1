import { useState } from 'react';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import { lookOfDesign } from '../../components/product-art/design-look.ts';
import { lookOf } from '../../components/product-art/look.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useCustomizer } from '../../stores/customizer.ts';
import { AmountChoice } from './AmountChoice.tsx';
import { ImpossibleSheet } from './ImpossibleSheet.tsx';
import { MultiChoice } from './MultiChoice.tsx';
import { groupPriceWords } from './price-words.ts';
import { SingleChoice } from './SingleChoice.tsx';
import { TextChoice } from './TextChoice.tsx';

/** The open step. What cannot be chosen says so, and explains itself when it is tapped. */
export function GroupPanel({ subject }: { readonly subject: RequestOutput<'catalog.template'> }) {
  const { template } = subject;
  const words = useWords();
  const { t, text } = words;
  const missing = useCustomizer((state) => state.evaluation?.missing.length ?? 0);
  const step = useCustomizer((state) => state.step);
  const selections = useCustomizer((state) => state.selections);
  const tint = lookOfDesign(lookOf(subject.card.product), template, selections).color;
  const status = useCustomizer((state) => state.evaluation?.status);
  const progress =
    missing > 0 ? t('customizer.missing', { count: missing }) : t('customizer.complete');
  const [wanted, setWanted] = useState<{ group: string; selection: Selection } | null>(null);
  const group = template.groups.find(({ id }) => id === step);
  if (group === undefined) return null;
  const price = groupPriceWords(words, group);
  return (
    <section
      key={group.id}
      aria-labelledby="step-title"
      className="enter @container/group scroll-quiet flex min-h-0 flex-1 flex-col gap-5 px-gutter pt-2 pb-6"
    >
      <header>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 id="step-title" className="text-2xl">
            {text(group.name)}
          </h2>
          <p className="text-sm text-soft" aria-live="polite">
            {status !== undefined && (status === 'invalid' ? t('customizer.unfit') : progress)}
          </p>
        </div>
        {group.help !== undefined && <p className="pt-2 text-soft">{text(group.help)}</p>}
        {price !== '' && <p className="tabular pt-1 font-semibold">{price}</p>}
      </header>
      <GroupChoice
        template={template}
        group={group}
        tint={tint}
        onImpossible={(selection) => setWanted({ group: group.id, selection })}
      />
      <ImpossibleSheet template={template} wanted={wanted} onClose={() => setWanted(null)} />
    </section>
  );
}

interface GroupChoiceProps {
  readonly template: TemplateRecord;
  readonly group: OptionGroup;
  readonly tint: string;
  readonly onImpossible: (selection: Selection) => void;
}

function GroupChoice({ template, group, tint, onImpossible }: GroupChoiceProps) {
  switch (group.type) {
    case 'single':
    case 'color':
      return (
        <SingleChoice template={template} group={group} tint={tint} onImpossible={onImpossible} />
      );
    case 'multi':
      return (
        <MultiChoice template={template} group={group} tint={tint} onImpossible={onImpossible} />
      );
    case 'amount':
      return <AmountChoice group={group} onImpossible={onImpossible} />;
    case 'text':
      return <TextChoice template={template} group={group} />;
  }
}
