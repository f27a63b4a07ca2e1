import { useRef, useState } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import { useWords } from '../../i18n/use-words.ts';
import { afterPaint } from '../../lib/after-paint.ts';
import { useArrowKeys } from '../../lib/use-arrow-keys.ts';
import { change, useCustomizer } from '../../stores/customizer.ts';
import { OptionShade, OptionTile } from './OptionFace.tsx';
import { reasonWords } from './words.ts';

interface SingleChoiceProps {
  readonly template: TemplateRecord;
  readonly group: Extract<OptionGroup, { readonly type: 'single' | 'color' }>;
  readonly tint: string;
  readonly onImpossible: (selection: Selection) => void;
}

// No option's id: ids are not empty.
const nothing = '';

/** One option, or none where the group allows it. */
export function SingleChoice({ template, group, tint, onImpossible }: SingleChoiceProps) {
  const words = useWords();
  const selection = useCustomizer((state) => state.selections[group.id]);
  const available = useCustomizer((state) => state.evaluation?.availability[group.id]);
  const [passed, setPassed] = useState<string | null>(null);
  // Arrow keys walk over the options; only a tap or the space bar asks for one.
  const element = useRef<HTMLDivElement>(null);
  const walking = useArrowKeys(element);
  const unavailable = (option: string) => {
    const availability = available?.[option];
    return availability !== undefined && !availability.available ? availability : null;
  };
  const choose = (option: string) => {
    const blocked = unavailable(option);
    const isAskedFor = !walking.current;
    afterPaint(() => {
      setPassed(blocked === null ? null : option);
      if (blocked === null) {
        change([{ group: group.id, selection: option === nothing ? null : option }]);
      } else if (isAskedFor) {
        onImpossible(option);
      }
    });
  };
  const explained = passed === null ? null : unavailable(passed);
  const isColor = group.type === 'color';
  return (
    <>
      <RadioGroup
        ref={element}
        aria-labelledby="step-title"
        value={typeof selection === 'string' ? selection : group.required ? null : nothing}
        onChange={choose}
        className={
          isColor
            ? 'grid grid-cols-[repeat(auto-fill,minmax(max(8.4rem,6.4em),1fr))] gap-3'
            : 'grid gap-4 @min-[26.6em]/group:grid-cols-2'
        }
      >
        {!group.required && (
          <RadioField value={nothing} className="flex">
            <RadioButton className="choice min-h-primary w-full items-center px-5 py-4 font-semibold">
              {words.t('customizer.none')}
            </RadioButton>
          </RadioField>
        )}
        {group.options.map((option) => (
          <RadioField key={option.id} value={option.id} className="flex">
            <RadioButton
              className={({ isSelected }) =>
                `choice min-h-primary w-full ${isColor ? 'px-2 py-4 text-center' : 'px-5 py-4'} ${
                  !isSelected && unavailable(option.id) !== null ? 'choice-impossible' : ''
                }`
              }
            >
              {({ isSelected }) => {
                const face = {
                  template,
                  option,
                  isSelected,
                  tint,
                  availability: isSelected ? undefined : available?.[option.id],
                };
                return isColor ? <OptionShade {...face} /> : <OptionTile {...face} />;
              }}
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <p role="status" className="text-notice empty:hidden">
        {explained?.reasons.map((reason) => reasonWords(words, template, reason)).join(' ')}
      </p>
    </>
  );
}
