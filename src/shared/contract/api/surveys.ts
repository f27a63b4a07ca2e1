import { type Static, Type } from 'typebox';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { AnswersByName, QuestionName } from '#shared/domain/survey/answer.ts';
import { Asking } from '#shared/domain/survey/asking.ts';
import { SurveyVersionNumber } from '#shared/domain/survey/version-number.ts';
import { Cursor, IsoTime } from './orders.ts';

const closed = { additionalProperties: false };

/** As SurveyJS' form library reads it; what of that is understood here is in docs/specs/public-api.md. */
const SurveyDefinition = Type.Object(
  {},
  {
    additionalProperties: true,
    description: 'A survey in the JSON of SurveyJS (surveyjs.io/form-library)',
  },
);

/** What a draft of a survey is made of. */
export const SurveyDraft = Type.Object(
  {
    definition: SurveyDefinition,
    /** Where it is asked; everywhere when absent. */
    stores: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 10_000, uniqueItems: true })),
    /** Whom it is put to; every shopper after a sale when absent. */
    asking: Type.Optional(Asking),
  },
  closed,
);
export type SurveyDraft = Static<typeof SurveyDraft>;

/** A new survey with its first draft. */
export const NewSurvey = Type.Object({ id: Id, ...SurveyDraft.properties }, closed);

/** A version of a survey, without its questions. */
const SurveyVersionSummary = Type.Object(
  {
    version: SurveyVersionNumber,
    /** Only a draft can be changed; one version of a survey is live at a time. */
    state: Type.Enum(['draft', 'live', 'retired']),
    stores: Type.Union([Type.Array(Id), Type.Null()]),
    asking: Asking,
    draftedAt: IsoTime,
    liveAt: Type.Union([IsoTime, Type.Null()]),
    retiredAt: Type.Union([IsoTime, Type.Null()]),
  },
  closed,
);
export type SurveyVersionSummary = Static<typeof SurveyVersionSummary>;

/** A version of a survey. */
export const SurveyVersion = Type.Object(
  { id: Id, ...SurveyVersionSummary.properties, definition: SurveyDefinition },
  closed,
);
export type SurveyVersion = Static<typeof SurveyVersion>;

/** Surveys by id, each with its versions, the newest first. */
export const SurveyPage = Type.Object(
  {
    items: Type.Array(Type.Object({ id: Id, versions: Type.Array(SurveyVersionSummary) }, closed)),
    nextCursor: Type.Optional(Cursor),
  },
  closed,
);

/** What a device asks its shoppers now. */
export const DeviceSurveys = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        { id: Id, version: SurveyVersionNumber, asking: Asking, definition: SurveyDefinition },
        closed,
      ),
    ),
  },
  closed,
);

/** Answers of one visit to one survey. */
const SurveyAnswers = Type.Object(
  {
    /** The event that told them. */
    id: Uuid,
    store: Id,
    version: SurveyVersionNumber,
    orderId: Type.Union([Uuid, Type.Null()]),
    journeyId: Uuid,
    answeredAt: IsoTime,
    receivedAt: IsoTime,
    answers: AnswersByName,
    /** Questions whose answer is none that this version of the survey lets give; it is not shown. */
    unfit: Type.Array(QuestionName),
  },
  closed,
);
export type SurveyAnswers = Static<typeof SurveyAnswers>;

/** Answers in the order in which head office read them: a cursor that is kept misses none that comes late. */
export const SurveyAnswersPage = Type.Object(
  { items: Type.Array(SurveyAnswers), nextCursor: Type.Optional(Cursor) },
  closed,
);

/** Which answers are asked for. */
export const SurveyAnswersQuery = Type.Object(
  {
    version: Type.Optional(SurveyVersionNumber),
    store: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    cursor: Type.Optional(Cursor),
  },
  closed,
);
