import { useState } from 'react';
import { FieldError, Label, TextField } from 'react-aria-components';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import { Action } from '../../components/Action.tsx';
import { TypingInput } from '../../components/keyboard/TypingInput.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { afterPaint } from '../../lib/after-paint.ts';
import { change, useCustomizer } from '../../stores/customizer.ts';
import { reasonWords } from './words.ts';

interface TextChoiceProps {
  readonly template: TemplateRecord;
  readonly group: Extract<OptionGroup, { readonly type: 'text' }>;
}

/** A text that goes onto the product; the drawing above shows it with every letter. */
export function TextChoice({ template, group }: TextChoiceProps) {
  const words = useWords();
  const selection = useCustomizer((state) => state.selections[group.id]);
  const violations = useCustomizer((state) => state.evaluation?.violations) ?? [];
  // A letter is seen before the drawing, the price and the rules hear of it.
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? (typeof selection === 'string' ? selection : '');
  const broken = violations.filter(({ conflict }) =>
    conflict.every((choice) => choice.group === group.id),
  );
  const length = [...new Intl.Segmenter().segment(value)].length;
  const set = (text: string) => {
    setTyped(text);
    afterPaint(() => {
      change([{ group: group.id, selection: text === '' ? null : text }]);
      setTyped((last) => (last === text ? null : last));
    });
  };
  return (
    <TextField
      value={value}
      onChange={set}
      isInvalid={broken.length > 0}
      autoComplete="off"
      spellCheck="false"
      className="flex flex-col gap-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <Label className="font-semibold">{words.t('customizer.textLabel')}</Label>
        <span className="tabular text-sm text-soft">
          {words.t('customizer.letters', { length, max: group.maxLength })}
        </span>
      </div>
      <div className="flex gap-4 larger:flex-wrap">
        <TypingInput
          allowed={group.allowed}
          autoCapitalize="words"
          maxLength={200}
          className="font-display text-2xl!"
        />
        {value !== '' && (
          <Action size="large" onPress={() => set('')}>
            {words.t('customizer.takeBack')}
          </Action>
        )}
      </div>
      <FieldError className="flex flex-col gap-1 text-danger">
        {broken.map(({ reason }) => (
          <span key={reason.rule}>{reasonWords(words, template, reason)}</span>
        ))}
      </FieldError>
    </TextField>
  );
}
