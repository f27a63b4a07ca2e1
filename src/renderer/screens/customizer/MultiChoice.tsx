import { CheckboxButton, CheckboxField, CheckboxGroup } from 'react-aria-components';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import { useWords } from '../../i18n/use-words.ts';
import { afterPaint } from '../../lib/after-paint.ts';
import { chosenOptionIds, toggled } from '../../lib/selections.ts';
import { change, useCustomizer } from '../../stores/customizer.ts';
import { OptionTile } from './OptionFace.tsx';

interface MultiChoiceProps {
  readonly template: TemplateRecord;
  readonly group: Extract<OptionGroup, { readonly type: 'multi' }>;
  readonly tint: string;
  readonly onImpossible: (selection: Selection) => void;
}

/** Several options, as many as the group allows. */
export function MultiChoice({ template, group, tint, onImpossible }: MultiChoiceProps) {
  const { t } = useWords();
  const selection = useCustomizer((state) => state.selections[group.id]);
  const available = useCustomizer((state) => state.evaluation?.availability[group.id]);
  const chosen = chosenOptionIds(selection);
  const isImpossible = (option: string) =>
    !chosen.includes(option) && available?.[option]?.available === false;
  const onChange = (next: readonly string[]) => {
    const tapped =
      next.find((id) => !chosen.includes(id)) ?? chosen.find((id) => !next.includes(id));
    if (tapped === undefined) return;
    afterPaint(() => {
      // With what was tapped before it, of which this may not have heard yet.
      const wanted = toggled(group, useCustomizer.getState().selections[group.id], tapped);
      if (isImpossible(tapped) && wanted !== null) onImpossible(wanted);
      else change([{ group: group.id, selection: wanted }]);
    });
  };
  return (
    <>
      <p className="-mt-2 text-sm text-soft">
        {t(group.min > 0 ? 'customizer.chooseBetween' : 'customizer.chooseUpTo', {
          min: group.min,
          max: group.max,
          count: chosen.length,
        })}
      </p>
      <CheckboxGroup
        aria-labelledby="step-title"
        value={[...chosen]}
        onChange={onChange}
        className="grid gap-4 @min-[26.6em]/group:grid-cols-2"
      >
        {group.options.map((option) => (
          <CheckboxField key={option.id} value={option.id} className="flex">
            <CheckboxButton
              className={`choice min-h-primary w-full px-5 py-4 ${
                isImpossible(option.id) ? 'choice-impossible' : ''
              }`}
            >
              {({ isSelected }) => (
                <OptionTile
                  template={template}
                  option={option}
                  isSelected={isSelected}
                  tint={tint}
                  availability={isSelected ? undefined : available?.[option.id]}
                />
              )}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </CheckboxGroup>
    </>
  );
}
