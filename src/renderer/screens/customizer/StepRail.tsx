import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import { PressButton } from '../../components/PressButton.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { refusedGroups } from '../../lib/refused-groups.ts';
import { showStep, useCustomizer } from '../../stores/customizer.ts';
import { selectionWords } from './words.ts';

/** Every step with what was chosen in it: a row to swipe in portrait, a column in landscape. */
export function StepRail({ template }: { readonly template: TemplateRecord }) {
  const { t } = useWords();
  return (
    <nav
      aria-label={t('customizer.steps')}
      className="shrink-0 portrait:scroll-strip portrait:py-5 landscape:scroll-quiet landscape:ps-8"
    >
      {/* As wide as its steps, so that the gutter stays free at its end too. */}
      <ol className="flex gap-2 px-gutter py-1 portrait:w-max landscape:flex-col landscape:gap-1 landscape:px-1">
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
  const isMissing = useCustomizer((state) => state.evaluation?.missing.includes(group.id));
  const isRefused = useCustomizer(({ evaluation }) => refusedGroups(evaluation).has(group.id));
  const button = useRef<HTMLButtonElement>(null);
  const chosen = selectionWords(words, group, selection);
  // What was not judged yet is neither.
  const need =
    isMissing === undefined
      ? '\u00a0'
      : words.t(isMissing ? 'customizer.toChoose' : 'customizer.optional');
  const held = chosen === '' ? need : chosen;
  const shown = isRefused ? words.t('customizer.refusedStep') : held;
  // What it says may change its width, and with it the place where the row ends.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isOpen, shown]);
  return (
    <PressButton
      ref={button}
      onPress={() => showStep(group.id)}
      aria-current={isOpen ? 'step' : false}
      className={`flex min-h-primary w-full cursor-pointer items-center gap-3 rounded-md border-[1.5px] py-2 pe-5 ps-3 text-start data-[hovered]:bg-sunk ${
        isOpen ? 'border-ink bg-raised shadow-low' : 'border-transparent'
      }`}
    >
      <StepMark state={isRefused ? 'refused' : chosen === '' ? 'open' : 'chosen'} index={index} />
      <span className="flex min-w-0 flex-col">
        <span className="font-semibold leading-tight">{words.text(group.name)}</span>
        <span
          className={`max-w-48 larger:max-w-80 truncate larger:landscape:whitespace-normal text-xs ${isRefused ? 'font-semibold text-danger' : 'text-soft'}`}
        >
          {shown}
        </span>
      </span>
    </PressButton>
  );
}

const marks = {
  open: 'border-[1.5px] border-line-strong',
  chosen: 'bg-accent text-on-accent',
  refused: 'bg-danger text-on-accent',
} as const;

/** Its number, a check once it is chosen, or a call to look again. */
function StepMark({
  state,
  index,
}: {
  readonly state: keyof typeof marks;
  readonly index: number;
}) {
  return (
    <span
      aria-hidden
      className={`tabular flex h-[max(2rem,1.75em)] w-[max(2rem,1.75em)] shrink-0 items-center justify-center rounded-full text-sm font-semibold ${marks[state]}`}
    >
      {state === 'open' && index + 1}
      {state === 'chosen' && <Check size="1.2em" strokeWidth={2.6} />}
      {state === 'refused' && <span className="font-bold text-lg leading-none">!</span>}
    </span>
  );
}
