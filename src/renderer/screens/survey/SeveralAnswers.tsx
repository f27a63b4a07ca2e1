import { Check } from 'lucide-react';
import { useState } from 'react';
import { CheckboxButton, CheckboxField, CheckboxGroup } from 'react-aria-components';
import type { ChoiceValue } from '#shared/domain/survey/answer.ts';
import { useWords } from '../../i18n/use-words.ts';
import { chosenTogether } from '../../lib/survey/chosen-together.ts';
import type { ShownQuestion } from '../../lib/survey/survey-run.ts';
import { choiceWords } from './choice-words.ts';
import { NextQuestion } from './NextQuestion.tsx';

/** As many as one likes; what they are called stands beside a sign, not beside a color alone. */
export function SeveralAnswers({ question }: { readonly question: ShownQuestion }) {
  const { t } = useWords();
  const { choices, given } = question;
  const [chosen, setChosen] = useState<readonly string[]>(
    Array.isArray(given) ? given.map(String) : [],
  );
  const answer = (): readonly ChoiceValue[] =>
    choices
      .map(({ value }) => value)
      .filter((value) => typeof value !== 'boolean')
      .filter((value) => chosen.includes(String(value)));
  return (
    <>
      <CheckboxGroup
        aria-labelledby="survey-question"
        value={[...chosen]}
        onChange={(next) => setChosen(chosenTogether(choices, chosen, next))}
        className="grid gap-4 landscape:grid-cols-2 eased:gap-2"
      >
        {choices.map((choice) => (
          <CheckboxField key={String(choice.value)} value={String(choice.value)} className="flex">
            <CheckboxButton className="choice min-h-primary w-full items-center gap-4 px-8 py-4 text-xl">
              {({ isSelected }) => (
                <>
                  <Check
                    aria-hidden
                    size="1.2em"
                    className={`shrink-0 text-accent ${isSelected ? '' : 'invisible'}`}
                  />
                  {choiceWords(t, choice)}
                </>
              )}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </CheckboxGroup>
      <NextQuestion after={question.name} answer={chosen.length === 0 ? null : [...answer()]} />
    </>
  );
}
