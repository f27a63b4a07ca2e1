import { Group } from 'react-aria-components';
import { PressButton } from '../../components/PressButton.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { ShownQuestion } from '../../lib/survey/survey-run.ts';
import { answerQuestion } from '../../stores/survey.ts';
import { choiceWords } from './choice-words.ts';

/** One of some words: one touch answers. */
export function OneAnswer({ question }: { readonly question: ShownQuestion }) {
  const { t } = useWords();
  const { choices, given } = question;
  return (
    <Group
      aria-labelledby="survey-question"
      className="grid gap-4 landscape:grid-cols-2 eased:gap-2"
    >
      {choices.map((choice) => (
        <PressButton
          key={String(choice.value)}
          onPress={() => answerQuestion(question.name, choice.value)}
          aria-pressed={choice.value === given}
          {...(choice.value === given && { 'data-selected': true })}
          className="choice min-h-primary items-center px-8 py-4 text-start text-xl"
        >
          {choiceWords(t, choice)}
        </PressButton>
      ))}
    </Group>
  );
}
