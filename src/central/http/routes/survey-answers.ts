import { Type } from 'typebox';
import {
  DeviceSurveys,
  type SurveyAnswers,
  SurveyAnswersPage,
  SurveyAnswersQuery,
} from '#shared/contract/api/surveys.ts';
import { Id } from '#shared/domain/catalog/primitives.ts';
import type { Asking } from '#shared/domain/survey/asking.ts';
import type { Central } from '../../central.ts';
import { surveyNotFound } from '../../core/surveys/edit-survey.ts';
import { answersPage, type SurveyAnswersRow } from '../../storage/survey-answers.ts';
import { liveSurveys, versionsOfSurvey } from '../../storage/surveys.ts';
import type { App } from '../app.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { deviceOf } from '../device-auth.ts';
import { requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const closed = { additionalProperties: false };

/** What a device asks its shoppers. docs/specs/public-api.md, API-56 */
export function deviceSurveyRoutes(app: App, { db }: Central): void {
  app.get(
    '/v1/device/surveys',
    {
      schema: describeRoute(
        {
          operationId: 'listDeviceSurveys',
          summary: 'The surveys that are live in the device’s store',
          tag: 'device',
          access: 'device',
        },
        { 200: DeviceSurveys },
      ),
    },
    async (request) => {
      const rows = await liveSurveys(db, deviceOf(request).store);
      return {
        items: rows.map(({ survey: id, version, asking, definition }) => ({
          id,
          version,
          // Both were checked when they were stored.
          asking: asking as Asking,
          definition: definition as object,
        })),
      };
    },
  );
}

/** What shoppers answered. docs/specs/public-api.md, API-57 */
export function surveyAnswerRoutes(app: App, central: Central): void {
  app.get(
    '/v1/surveys/:id/answers',
    {
      onRequest: requireKey(central, 'surveys:read'),
      schema: {
        ...describeRoute(
          {
            operationId: 'listSurveyAnswers',
            summary: 'Answers to a survey, in the order in which they came',
            description: 'A kept cursor goes on where it was, also with answers that came late.',
            tag: 'surveys',
            access: 'key',
            fails: [404],
          },
          { 200: SurveyAnswersPage },
        ),
        params: Type.Object({ id: Id }, closed),
        querystring: SurveyAnswersQuery,
      },
    },
    async ({ params: { id: survey }, query }) => {
      const { version, store, limit = 100, cursor } = query;
      const after = cursor === undefined ? 0 : answersPlace(cursor);
      if ((await versionsOfSurvey(central.db, survey)).length === 0) {
        throw new ProblemError(404, surveyNotFound(survey));
      }
      const rows = await answersPage(central.db, {
        survey,
        ...(version === undefined ? {} : { version }),
        ...(store === undefined ? {} : { store }),
        after,
        limit,
      });
      const last = rows.at(-1);
      const nextCursor = last === undefined ? cursor : encodeCursor([last.seq]);
      return {
        items: rows.map(answersOf),
        ...(nextCursor === undefined ? {} : { nextCursor }),
      };
    },
  );
}

function answersPlace(cursor: string): number {
  const [seq] = decodeCursor(cursor, ([first]) =>
    Number.isSafeInteger(first) && Number(first) >= 0 ? [Number(first)] : null,
  );
  return seq;
}

function answersOf(row: SurveyAnswersRow): SurveyAnswers {
  return {
    id: row.id,
    store: row.store,
    version: row.version,
    orderId: row.order_id,
    journeyId: row.journey_id,
    answeredAt: row.answered_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    // They fitted their questions when they were stored.
    answers: row.answers as SurveyAnswers['answers'],
    unfit: [...row.unfit],
  };
}
