import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showStep, useCustomizer } from '../../stores/customizer.ts';
import { selectionWords } from './words.ts';

/** Every step with what was chosen in it: a row to swipe in portrait, a column in landscape. */
export function StepRail({ template }: { readonly template: TemplateRecord }) {
  const { t } = useWords();
  return (
    <nav
      aria-label={t('customizer.steps')}
      className="scroll-strip shrink-0 py-5 landscape:scroll-quiet landscape:py-0 landscape:pl-8"
    >
      <ol className="flex gap-2 px-gutter py-1 landscape:flex-col landscape:gap-1 landscape:px-1">
        {template.groups.map((group, index) => (
          <li key={group.id} className="shrink-0">
            <Step group={group} index={index} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Step({ group, index }: { readonly group: OptionGroup; readonly index: number }) {
  const words = useWords();
  const isOpen = useCustomizer((state) => state.step === group.id);
  const selection = useCustomizer((state) => state.selections[group.id]);
  const isMissing = useCustomizer((state) => state.evaluation?.missing.includes(group.id) ?? false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isOpen]);
  const chosen = selectionWords(words, group, selection);
  const state =
    chosen !== '' ? chosen : words.t(isMissing ? 'customizer.toChoose' : 'customizer.optional');
  return (
    <Button
      ref={button}
      onPress={() => showStep(group.id)}
      aria-current={isOpen ? 'step' : false}
      className={`flex min-h-primary w-full cursor-pointer items-center gap-3 rounded-md border-[1.5px] py-2 pr-5 pl-3 text-left data-[hovered]:bg-sunk ${
        isOpen ? 'border-ink bg-raised shadow-low' : 'border-transparent'
      }`}
    >
      <span
        aria-hidden
        className={`tabular flex h-10 w-10 shrink-0 items-center justify-center rounded-full text-sm font-semibold ${
          chosen === '' ? 'border-[1.5px] border-line-strong' : 'bg-accent text-on-accent'
        }`}
      >
        {chosen === '' ? index + 1 : <Check size="1.2em" strokeWidth={2.6} />}
      </span>
      <span className="flex min-w-0 flex-col">
        <span className="font-semibold leading-tight">{words.text(group.name)}</span>
        <span className="max-w-48 truncate text-soft text-xs">{state}</span>
      </span>
    </Button>
  );
}
