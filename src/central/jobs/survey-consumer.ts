import type { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';
import type { Question } from '#shared/domain/survey/question.ts';
import { readSurvey } from '#shared/domain/survey/read-survey.ts';
import { assert } from '#shared/lib/assert.ts';
import { readAnswers } from '../core/surveys/read-answers.ts';
import type { Db } from '../storage/schema.ts';
import { insertAnswers, type KeptAnswers } from '../storage/survey-answers.ts';
import { findSurveyVersion } from '../storage/surveys.ts';
import type { FeedConsumer } from './feed-consumer.ts';

type Questions = ReadonlyMap<string, Question> | null;

/** Keeps what shoppers answered, checked against the version of the survey that they were asked. API-57 */
export const surveyConsumer: FeedConsumer = {
  name: 'survey-answers',
  types: ['survey.answered'],
  batchSize: 200,
  async apply(db, events) {
    const asked = new Map<string, Questions>();
    const kept: KeptAnswers[] = [];
    for (const event of events) {
      // It was checked against the schema of its type before it was stored.
      const answered = event.payload as SurveyAnsweredV1;
      const { surveyId, version, orderId, journeyId, answeredAt } = answered;
      const key = `${surveyId}|${version}`;
      const questions = asked.get(key) ?? (await questionsOf(db, surveyId, version));
      asked.set(key, questions);
      kept.push({
        store: event.store,
        id: event.id,
        survey: surveyId,
        version,
        orderId: orderId ?? null,
        journeyId,
        answeredAt: new Date(answeredAt),
        receivedAt: event.receivedAt,
        ...readAnswers(answered, questions),
      });
    }
    await insertAnswers(db, kept);
  },
};

/** `null` when there was never such a version, or it is a draft that nobody was asked. */
async function questionsOf(db: Db, survey: string, version: number): Promise<Questions> {
  const row = await findSurveyVersion(db, survey, version);
  if (row === null || row.state === 'draft') return null;
  const read = readSurvey(row.definition as Readonly<Record<string, unknown>>);
  assert(read.ok, `version ${version} of ${survey}, which went live, can be read`);
  return read.value;
}
