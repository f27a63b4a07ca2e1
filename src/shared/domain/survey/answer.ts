import { type Static, Type } from 'typebox';

/** What names of questions and values of choices look like, in words. */
export const tokenWords = 'a letter, then letters, digits, "_", "." or "-", at most 64 characters';
const token = { pattern: '^[A-Za-z][A-Za-z0-9_.-]*$', maxLength: 64, description: tokenWords };

/** Name of a question, as the survey has it. */
export const QuestionName = Type.String(token);

/** Value of a choice: a token of the survey, never a text of the shopper. */
const ChoiceToken = Type.String(token);

/** A rating, or a choice that is a number. */
const AnswerNumber = Type.Integer({ minimum: -1_000, maximum: 1_000 });

/** Value of a choice: of the survey's own, never a text that a shopper typed. */
export const ChoiceValue = Type.Union([ChoiceToken, AnswerNumber]);
export type ChoiceValue = Static<typeof ChoiceValue>;

/** So many characters a shopper can write in answer to one question. */
export const longestText = 300;

/** What a shopper wrote, apart from the tokens of the survey; without contacts (`typed-text.ts`). SUR-31 */
const TypedText = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: longestText }) },
  { additionalProperties: false },
);

/** What a shopper answered to one question: a rating, yes or no, a choice, choices in their order, or a text. */
export const SurveyAnswer = Type.Union([
  AnswerNumber,
  Type.Boolean(),
  ChoiceToken,
  Type.Array(ChoiceValue, { maxItems: 50 }),
  TypedText,
]);
export type SurveyAnswer = Static<typeof SurveyAnswer>;

/** Answers by the names of their questions. */
export const AnswersByName = Type.Record(QuestionName, SurveyAnswer, {
  additionalProperties: false,
  maxProperties: 100,
});
export type AnswersByName = Static<typeof AnswersByName>;
