import { Ban, Minus, Plus } from 'lucide-react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import type { OptionGroup } from '#shared/domain/catalog/template.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { nearestAllowed, type Range, refusedRanges } from '../../lib/ranges.ts';
import { change, useCustomizer } from '../../stores/customizer.ts';
import { selectionWords } from './words.ts';

interface AmountChoiceProps {
  readonly group: Extract<OptionGroup, { readonly type: 'amount' }>;
  readonly onImpossible: (selection: Selection) => void;
}

/** An amount: the parts of the scale that other choices rule out are hatched and cannot be reached. */
export function AmountChoice({ group, onImpossible }: AmountChoiceProps) {
  const words = useWords();
  const selection = useCustomizer((state) => state.selections[group.id]);
  const allowed = useCustomizer((state) => state.evaluation?.ranges[group.id]) ?? [
    { from: group.min, to: group.max },
  ];
  const value = typeof selection === 'number' ? selection : group.min;
  const refused = refusedRanges(group, allowed);
  const set = (wanted: number) => {
    const nearest = nearestAllowed(group, allowed, wanted);
    if (nearest !== null) change([{ group: group.id, selection: nearest }]);
  };
  const stepBy = (steps: number) => {
    const wanted = value + steps * group.step;
    if (isRefused(refused, wanted)) onImpossible(wanted);
    else set(wanted);
  };
  return (
    <div className="flex flex-col gap-8 rounded-lg bg-raised p-8 shadow-low">
      <div className="flex items-center justify-between gap-6">
        <Action
          size="large"
          className="min-w-primary! px-0!"
          onPress={() => stepBy(-1)}
          isDisabled={value <= group.min}
          aria-label={words.t('customizer.less')}
        >
          <Minus aria-hidden size="1.3em" />
        </Action>
        <output className="tabular min-w-0 text-center font-display text-3xl">
          {typeof selection === 'number'
            ? selectionWords(words, group, value)
            : words.t('customizer.noAmount')}
        </output>
        <Action
          size="large"
          className="min-w-primary! px-0!"
          onPress={() => stepBy(typeof selection === 'number' ? 1 : 0)}
          isDisabled={value >= group.max && typeof selection === 'number'}
          aria-label={words.t('customizer.more')}
        >
          <Plus aria-hidden size="1.3em" />
        </Action>
      </div>
      <Slider
        aria-label={words.text(group.name)}
        value={value}
        minValue={group.min}
        maxValue={group.max}
        step={group.step}
        onChange={set}
      >
        <SliderTrack className="relative mx-8 h-target">
          {({ state }) => (
            <>
              <div className="absolute inset-x-0 top-1/2 h-3 -translate-y-1/2 rounded-full bg-line" />
              <div
                className="absolute start-0 top-1/2 h-3 -translate-y-1/2 rounded-full bg-accent"
                style={{ width: `${state.getThumbPercent(0) * 100}%` }}
              />
              {refused.map((range) => (
                <RefusedPart key={range.from} range={range} group={group} />
              ))}
              <SliderThumb className="top-1/2 h-14 w-14 rounded-full border-[3px] border-accent bg-raised shadow-mid data-[focus-visible]:outline-4 data-[focus-visible]:outline-accent data-[focus-visible]:outline-offset-3" />
            </>
          )}
        </SliderTrack>
      </Slider>
      <div className="tabular flex justify-between px-4 text-sm text-soft">
        <span>{selectionWords(words, group, group.min)}</span>
        <span>{selectionWords(words, group, group.max)}</span>
      </div>
      {refused.map((range) => (
        <div key={range.from} className="flex flex-wrap items-center gap-4">
          <p className="flex items-center gap-3">
            <Ban aria-hidden size="1.2em" className="shrink-0" />
            {range.from === range.to
              ? words.t('customizer.refusedOne', { from: selectionWords(words, group, range.from) })
              : words.t('customizer.refused', {
                  from: selectionWords(words, group, range.from),
                  to: selectionWords(words, group, range.to),
                })}
          </p>
          <Action onPress={() => onImpossible(range.from)}>{words.t('customizer.why')}</Action>
        </div>
      ))}
      {!group.required && typeof selection === 'number' && (
        <Action
          className="self-start"
          onPress={() => change([{ group: group.id, selection: null }])}
        >
          {words.t('customizer.takeBack')}
        </Action>
      )}
    </div>
  );
}

function isRefused(refused: readonly Range[], value: number): boolean {
  return refused.some(({ from, to }) => from <= value && value <= to);
}

function RefusedPart({
  range,
  group,
}: {
  readonly range: Range;
  readonly group: { readonly min: number; readonly max: number; readonly step: number };
}) {
  const span = Math.max(1, group.max - group.min);
  const from = Math.max(group.min, range.from - group.step / 2);
  const to = Math.min(group.max, range.to + group.step / 2);
  return (
    <div
      aria-hidden
      className="choice-impossible absolute top-1/2 h-8 -translate-y-1/2 rounded-sm bg-raised"
      style={{
        insetInlineStart: `${((from - group.min) / span) * 100}%`,
        width: `${((to - from) / span) * 100}%`,
      }}
    />
  );
}
