import { useState } from 'react';
import { Label, TextField } from 'react-aria-components';
import { longestText } from '#shared/domain/survey/answer.ts';
import { TypingInput } from '../../components/keyboard/TypingInput.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { ShownQuestion } from '../../lib/survey/survey-run.ts';
import { NextQuestion } from './NextQuestion.tsx';

/** In the shopper's own words; contacts are left out before anything is kept. SUR-31 */
export function WrittenAnswer({ question }: { readonly question: ShownQuestion }) {
  const { t, number } = useWords();
  const { given, maxLength } = question;
  const [text, setText] = useState(typeof given === 'string' ? given : '');
  const most = maxLength > 0 ? maxLength : longestText;
  return (
    <>
      <TextField
        value={text}
        onChange={setText}
        autoComplete="off"
        spellCheck="false"
        aria-labelledby="survey-question"
        className="flex w-full flex-col gap-3 tight:gap-1"
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <Label className="text-soft">{t('survey.write')}</Label>
          <span className="tabular text-sm text-soft">
            {t('survey.letters', { length: number(text.length), max: number(most) })}
          </span>
        </div>
        <TypingInput
          rows={4}
          maxLength={most}
          className="resize-none typing:landscape:h-24 tight:h-24 tight:reach:landscape:h-[calc(1lh+1rem+3px)] tight:reach:landscape:scroll-mb-6"
        />
      </TextField>
      <NextQuestion
        after={question.name}
        answer={text.trim() === '' ? null : { text: text.trim() }}
      />
    </>
  );
}
