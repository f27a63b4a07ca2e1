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

/** Value of a choice: of the survey's own, so that no answer is a text that a shopper typed. */
export const ChoiceValue = Type.Union([ChoiceToken, AnswerNumber]);
export type ChoiceValue = Static<typeof ChoiceValue>;

/** What a shopper answered to one question: a rating, yes or no, a choice, or choices in their order. */
export const SurveyAnswer = Type.Union([
  AnswerNumber,
  Type.Boolean(),
  ChoiceToken,
  Type.Array(ChoiceValue, { maxItems: 50 }),
]);
export type SurveyAnswer = Static<typeof SurveyAnswer>;
