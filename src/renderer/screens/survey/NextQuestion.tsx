import type { SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { answerQuestion } from '../../stores/survey.ts';

interface NextQuestionProps {
  /** The name of the question that is answered. */
  readonly after: string;
  readonly answer: SurveyAnswer | null;
}

/** On to the next question, where one touch is not the whole answer. */
export function NextQuestion({ after, answer }: NextQuestionProps) {
  const { t } = useWords();
  return (
    <div className="flex justify-center">
      <Action
        variant="primary"
        size="large"
        className="min-w-64"
        onPress={() => answerQuestion(after, answer)}
      >
        {t('survey.next')}
      </Action>
    </div>
  );
}
