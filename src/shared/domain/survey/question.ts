import { assertNever } from '../../lib/assert.ts';
import type { ChoiceValue, SurveyAnswer } from './answer.ts';

/** A question by what it can be answered with. */
export type Question =
  /** A whole number from `min` to `max`, in steps counted from `min`. */
  | {
      readonly kind: 'scale';
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'one'; readonly values: ReadonlySet<ChoiceValue> }
  /** Different ones, in the order in which they were chosen or ranked. */
  | { readonly kind: 'several'; readonly values: ReadonlySet<ChoiceValue> };

/** Whether the survey lets give this answer. API-57 */
export function fits(question: Question, answer: SurveyAnswer): boolean {
  switch (question.kind) {
    case 'scale': {
      const { min, max, step } = question;
      if (typeof answer !== 'number' || answer < min || answer > max) return false;
      return (answer - min) % step === 0;
    }
    case 'yesNo':
      return typeof answer === 'boolean';
    case 'one':
      return isChoice(answer) && question.values.has(answer);
    case 'several':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        answer.every((value) => question.values.has(value))
      );
    default:
      return assertNever(question);
  }
}

function isChoice(answer: SurveyAnswer): answer is ChoiceValue {
  return typeof answer === 'string' || typeof answer === 'number';
}
