import { Angry, Annoyed, Frown, Laugh, Meh, Smile, SmilePlus, Star } from 'lucide-react';
import { Group } from 'react-aria-components';
import { PressButton } from '../../components/PressButton.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { ShownChoice, ShownQuestion } from '../../lib/survey/survey-run.ts';
import { answerQuestion } from '../../stores/survey.ts';
import { choiceWords } from './choice-words.ts';

const faces = [Angry, Frown, Annoyed, Meh, Smile, Laugh, SmilePlus] as const;
/** Which of the faces stand for a scale of so many steps; longer ones are told by their numbers. */
const facesOf: Readonly<Record<number, readonly number[]>> = {
  2: [1, 4],
  3: [1, 3, 4],
  4: [0, 1, 4, 5],
  5: [0, 1, 3, 4, 5],
  6: [0, 1, 2, 3, 4, 5],
  7: [0, 1, 2, 3, 4, 5, 6],
};

/** In one row; with larger text in as many as it needs. */
const few = 'auto-cols-fr grid-flow-col larger:grid-flow-row larger:grid-cols-2';
const many = 'auto-cols-fr grid-flow-col larger:grid-flow-row larger:grid-cols-6';

/** A scale: one touch answers. What its ends mean stands below them, in words. */
export function Rating({ question }: { readonly question: ShownQuestion }) {
  const { t } = useWords();
  const { choices, low, high, given } = question;
  return (
    <div className="flex flex-col gap-4">
      <Group
        aria-labelledby="survey-question"
        className={`grid gap-3 reach:gap-2 ${choices.length <= 7 ? few : many}`}
      >
        {choices.map((choice, index) => (
          <PressButton
            key={String(choice.value)}
            onPress={() => answerQuestion(question.name, choice.value)}
            aria-label={labelOf(question, index, choiceWords(t, choice))}
            aria-pressed={choice.value === given}
            {...(choice.value === given && { 'data-selected': true })}
            className="choice tabular min-h-28 min-w-target flex-col items-center justify-center gap-1 px-1 py-3 font-semibold text-2xl"
          >
            <Face question={question} choice={choice} index={index} />
          </PressButton>
        ))}
      </Group>
      {(low !== '' || high !== '') && (
        <div aria-hidden className="flex justify-between gap-6 text-lg text-soft">
          <span>{low}</span>
          <span className="text-end">{high}</span>
        </div>
      )}
    </div>
  );
}

function Face({
  question: { look, choices },
  choice,
  index,
}: {
  readonly question: ShownQuestion;
  readonly choice: ShownChoice;
  readonly index: number;
}) {
  const { t, number } = useWords();
  const face = faces[facesOf[choices.length]?.[index] ?? -1];
  const { value } = choice;
  const words = typeof value === 'number' ? number(value) : choiceWords(t, choice);
  if (look === 'smileys' && face !== undefined) {
    const Drawing = face;
    return (
      <>
        <Drawing aria-hidden size="1.9em" strokeWidth={1.5} />
        <span className="font-normal text-base">{choiceWords(t, choice)}</span>
      </>
    );
  }
  if (look === 'stars') {
    return (
      <>
        <Star aria-hidden size="1.5em" strokeWidth={1.5} className="text-accent" />
        {words}
      </>
    );
  }
  return words;
}

/** The ends of a scale say what they mean also to whoever does not see where they stand. */
function labelOf({ choices, low, high }: ShownQuestion, index: number, words: string): string {
  const end = index === 0 ? low : index === choices.length - 1 ? high : '';
  return end === '' ? words : `${words}: ${end}`;
}
