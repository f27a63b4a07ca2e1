import type { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';
import { isoTime } from '#shared/lib/time.ts';
import type { EventDraft } from './event-draft.ts';

/** What a shopper answered. EVO-17 */
export function surveyAnswered(answered: SurveyAnsweredV1): readonly EventDraft[] {
  const { surveyId, version, store, orderId, journeyId, answers } = answered;
  const time = isoTime(answered.answeredAt);
  const order = orderId === undefined ? {} : { orderId };
  const data = { surveyId, version, store, ...order, journeyId, answers, answeredAt: time };
  return [{ name: 'survey.answered.v1', number: 0, subject: journeyId, time, data }];
}
