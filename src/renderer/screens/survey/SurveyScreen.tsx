import { useEffect } from 'react';
import { Action } from '../../components/Action.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { ShownQuestion } from '../../lib/survey/survey-run.ts';
import { goToWelcome } from '../../stores/navigation.ts';
import { endSession } from '../../stores/session.ts';
import { questionBefore, useSurvey } from '../../stores/survey.ts';
import { OneAnswer } from './OneAnswer.tsx';
import { OrderedAnswers } from './OrderedAnswers.tsx';
import { Rating } from './Rating.tsx';
import { SeveralAnswers } from './SeveralAnswers.tsx';
import { SurveyThanks } from './SurveyThanks.tsx';
import { WrittenAnswer } from './WrittenAnswer.tsx';

/** A question or two at the end of a visit: one at a time, one touch each, and one touch to leave. SUR-10 to SUR-14 */
export function SurveyScreen() {
  const phase = useSurvey((state) => state.phase);
  const question = useSurvey((state) => state.question);
  useEffect(() => {
    if (phase === null) goToWelcome();
  }, [phase]);
  if (phase === null) return null;
  if (phase === 'enough' || question === null) return <SurveyThanks />;
  return <Asking question={question} />;
}

function Asking({ question }: { readonly question: ShownQuestion }) {
  const { t, number } = useWords();
  const count = useSurvey((state) => state.number);
  return (
    <Screen
      subject={question.name}
      className="px-gutter pb-gutter typing:landscape:pb-2 tight:pb-2 tight:reach:landscape:pb-0"
    >
      <div className="m-auto flex w-full max-w-[64rem] flex-col gap-10 py-6 eased:gap-5 eased:py-2 typing:landscape:gap-3 typing:landscape:py-0 tight:flex-row tight:flex-wrap tight:justify-center tight:gap-3 tight:py-0 tight:reach:landscape:gap-y-1">
        <div className="flex w-full flex-col gap-3 text-center">
          <p className="text-soft tight:hidden">
            {t('survey.progress', { number: number(count) })}
          </p>
          <h1
            tabIndex={-1}
            id="survey-question"
            className="text-4xl typing:landscape:text-3xl tight:text-3xl reach:landscape:text-2xl tight:reach:landscape:text-xl"
          >
            {question.title}
          </h1>
          {question.description !== '' && (
            <p className="text-lg text-soft">{question.description}</p>
          )}
        </div>
        {/* Anew for each question: nothing of one answer is left in the next. */}
        <AnswerTo key={question.name} question={question} />
        <div className="flex flex-wrap items-center justify-center gap-4">
          {count > 1 && (
            <Action size="large" onPress={questionBefore}>
              {t('survey.back')}
            </Action>
          )}
          <Action size="large" onPress={() => void endSession()}>
            {t('survey.skip')}
          </Action>
        </div>
      </div>
    </Screen>
  );
}

function AnswerTo({ question }: { readonly question: ShownQuestion }) {
  switch (question.asks) {
    case 'rating':
      return <Rating question={question} />;
    case 'one':
    case 'yesNo':
      return <OneAnswer question={question} />;
    case 'several':
      return <SeveralAnswers question={question} />;
    case 'order':
      return <OrderedAnswers question={question} />;
    case 'text':
      return <WrittenAnswer question={question} />;
  }
}
