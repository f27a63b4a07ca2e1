import type { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';
import type { AnswersByName, SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { withoutContacts } from '#shared/domain/survey/typed-text.ts';
import { isoTime } from '#shared/lib/time.ts';
import type { EventDraft } from './event-draft.ts';

/** What a shopper answered; written words without contacts, whatever release the device has. EVO-17, SUR-31 */
export function surveyAnswered(answered: SurveyAnsweredV1): readonly EventDraft[] {
  const { surveyId, version, store, orderId, journeyId } = answered;
  const answers = clean(answered.answers);
  const time = isoTime(answered.answeredAt);
  const order = orderId === undefined ? {} : { orderId };
  const data = { surveyId, version, store, ...order, journeyId, answers, answeredAt: time };
  return [{ name: 'survey.answered.v1', number: 0, subject: journeyId, time, data }];
}

function clean(answers: AnswersByName): AnswersByName {
  const kept: [string, SurveyAnswer][] = [];
  for (const [name, answer] of Object.entries(answers)) {
    if (typeof answer !== 'object' || !('text' in answer)) {
      kept.push([name, answer]);
      continue;
    }
    const text = withoutContacts(answer.text);
    if (text !== '') kept.push([name, { text }]);
  }
  return Object.fromEntries(kept);
}
