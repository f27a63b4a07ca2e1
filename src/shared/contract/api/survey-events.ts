import { type Static, Type } from 'typebox';
import { Id, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { QuestionName, SurveyAnswer } from '#shared/domain/survey/answer.ts';

const closed = { additionalProperties: false };

/**
 * Payload of the event `survey.answered`, schema version 1. It cannot hold a person: no answer is a text
 * that somebody typed, and a journey is a number that a kiosk makes up for one visit.
 */
export const SurveyAnsweredV1 = Type.Object(
  {
    store: Id,
    surveyId: Id,
    version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    /** The sale after which it was asked. */
    orderId: Type.Optional(Uuid),
    journeyId: Uuid,
    answers: Type.Record(QuestionName, SurveyAnswer, { ...closed, maxProperties: 100 }),
    answeredAt: TimeMs,
  },
  closed,
);
export type SurveyAnsweredV1 = Static<typeof SurveyAnsweredV1>;
