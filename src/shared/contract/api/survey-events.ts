import { type Static, Type } from 'typebox';
import { Id, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { AnswersByName } from '#shared/domain/survey/answer.ts';
import { SurveyVersionNumber } from '#shared/domain/survey/version-number.ts';

const closed = { additionalProperties: false };

/**
 * Payload of the event `survey.answered`, schema version 1. It is tied to a visit and to a sale, never to a person: a
 * journey is a number that a kiosk makes up for one visit, a sale with which somebody left a contact is not named, and
 * what somebody writes is kept without contacts. SUR-22, SUR-31
 */
export const SurveyAnsweredV1 = Type.Object(
  {
    store: Id,
    surveyId: Id,
    version: SurveyVersionNumber,
    /** The sale after which it was asked; absent when a contact was left with it. */
    orderId: Type.Optional(Uuid),
    journeyId: Uuid,
    answers: AnswersByName,
    answeredAt: TimeMs,
  },
  closed,
);
export type SurveyAnsweredV1 = Static<typeof SurveyAnsweredV1>;
