import { useState } from 'react';
import { Group } from 'react-aria-components';
import type { ChoiceValue } from '#shared/domain/survey/answer.ts';
import { PressButton } from '../../components/PressButton.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { ShownQuestion } from '../../lib/survey/survey-run.ts';
import { choiceWords } from './choice-words.ts';
import { NextQuestion } from './NextQuestion.tsx';

/** Touched in their order, the best first; a second touch takes one out again. Nothing has to be dragged. */
export function OrderedAnswers({ question }: { readonly question: ShownQuestion }) {
  const { t, number } = useWords();
  const { choices, given } = question;
  const [order, setOrder] = useState<readonly ChoiceValue[]>(Array.isArray(given) ? given : []);
  const touch = (value: ChoiceValue) =>
    setOrder(order.includes(value) ? order.filter((one) => one !== value) : [...order, value]);
  return (
    <>
      <p className="-mt-4 text-center text-lg text-soft">{t('survey.order')}</p>
      <Group
        aria-labelledby="survey-question"
        className="grid gap-4 landscape:grid-cols-2 eased:gap-2"
      >
        {choices.map((choice) => {
          const { value } = choice;
          if (typeof value === 'boolean') return null;
          const place = order.indexOf(value) + 1;
          const words = choiceWords(t, choice);
          return (
            <PressButton
              key={String(value)}
              onPress={() => touch(value)}
              aria-pressed={place > 0}
              aria-label={place > 0 ? t('survey.placed', { words, place: number(place) }) : words}
              {...(place > 0 && { 'data-selected': true })}
              className="choice min-h-primary items-center gap-5 px-8 py-4 text-start text-xl"
            >
              <span
                aria-hidden
                className="tabular flex h-12 w-12 shrink-0 items-center justify-center rounded-full border border-line-strong font-semibold"
              >
                {place > 0 ? number(place) : ''}
              </span>
              {words}
            </PressButton>
          );
        })}
      </Group>
      <NextQuestion after={question.name} answer={order.length === 0 ? null : [...order]} />
    </>
  );
}
