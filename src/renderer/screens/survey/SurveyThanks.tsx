import { useEffect, useState } from 'react';
import { Action } from '../../components/Action.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { onStay } from '../../stores/idle.ts';
import { endSession } from '../../stores/session.ts';
import { questionBefore, tellMore, useSurvey } from '../../stores/survey.ts';

/** So long it is shown to whoever has gone; nothing is lost with it. */
const shownS = 20;
const secondMs = 1_000;

/** What was said is enough. Who wishes to says more; else the kiosk clears itself. SUR-12, SUR-13 */
export function SurveyThanks() {
  const { t, number } = useWords();
  const left = useSurvey((state) => state.left);
  const [leftS, setLeftS] = useState(shownS);
  useEffect(() => onStay(() => setLeftS(shownS)), []);
  useEffect(() => {
    if (leftS === 0) {
      void endSession();
      return;
    }
    const timer = setTimeout(() => setLeftS(leftS - 1), secondMs);
    return () => clearTimeout(timer);
  }, [leftS]);
  return (
    <Screen subject="thanks" className="px-gutter pb-gutter">
      <div className="m-auto flex max-w-[48rem] flex-col items-center gap-8 text-center eased:gap-4">
        <h1 tabIndex={-1} className="text-5xl reach:landscape:text-3xl">
          {t('survey.thanks')}
        </h1>
        <p className="text-lg text-soft">{t('survey.thanksText')}</p>
        <div className="flex flex-wrap justify-center gap-4">
          <Action variant="quiet" size="large" onPress={questionBefore}>
            {t('survey.back')}
          </Action>
          {left > 0 && (
            <Action size="large" onPress={tellMore}>
              {t('survey.tellMore', { count: left, shown: number(left) })}
            </Action>
          )}
          <Action variant="primary" size="large" onPress={() => void endSession()}>
            {t('survey.done')}
          </Action>
        </div>
        <p className="tabular text-soft">{t('survey.ends', { count: leftS })}</p>
      </div>
    </Screen>
  );
}
