import type { SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { Action } from '../../components/Action.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { answerQuestion } from '../../stores/survey.ts';

/** On to the next question, where one touch is not the whole answer. */
export function NextQuestion({ answer }: { readonly answer: SurveyAnswer | null }) {
  const { t } = useWords();
  return (
    <div className="flex justify-center">
      <Action
        variant="primary"
        size="large"
        className="min-w-64"
        onPress={() => answerQuestion(answer)}
      >
        {t('survey.next')}
      </Action>
    </div>
  );
}
