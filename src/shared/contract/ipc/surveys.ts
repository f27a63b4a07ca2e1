import { type Static, Type } from 'typebox';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { JourneyId } from '#shared/domain/journey/event.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { AnswersByName } from '#shared/domain/survey/answer.ts';
import { SurveyVersionNumber } from '#shared/domain/survey/version-number.ts';
import { command } from '../define.ts';
import { commandFields } from './common.ts';

const closed = { additionalProperties: false };

/** A survey that a shopper is asked: SurveyJS JSON, in every language that it has. */
const AskedSurvey = Type.Object(
  {
    id: Id,
    version: SurveyVersionNumber,
    definition: Type.Object({}, { additionalProperties: true }),
  },
  closed,
);
export type AskedSurvey = Static<typeof AskedSurvey>;

/** What a shopper is asked at the end of a visit. Rules: docs/specs/surveys.md. */
export const surveyContract = {
  /**
   * Begins a survey: after the sale `orderId`, or when the bag `cartId` is left behind. `null` when this visit is
   * asked nothing (any more). Nobody needs to try again.
   */
  'survey.ask': command(
    Type.Object(
      {
        ...commandFields,
        journeyId: JourneyId,
        language: Type.String({ minLength: 2, maxLength: 35 }),
        about: Type.Union([
          Type.Object({ moment: Type.Literal('purchase'), orderId: Uuid }, closed),
          Type.Object({ moment: Type.Literal('exit'), cartId: Uuid }, closed),
        ]),
      },
      closed,
    ),
    Type.Object({ survey: Type.Union([AskedSurvey, Type.Null()]) }, closed),
  ),
  /**
   * Ends the survey of a visit, with what was answered; without any answer it was declined. `kept` is false when it
   * was ended before, or when the disk takes nothing: the shopper is not troubled with it.
   */
  'survey.end': command(
    Type.Object({ ...commandFields, journeyId: JourneyId, answers: AnswersByName }, closed),
    Type.Object({ kept: Type.Boolean() }, closed),
    ['survey.not_asked', 'survey.answer_unfit'],
  ),
} as const;
