import { assertNever } from '../../lib/assert.ts';
import type { ChoiceValue, SurveyAnswer } from './answer.ts';
import { withoutContacts } from './typed-text.ts';

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
  | { readonly kind: 'several'; readonly values: ReadonlySet<ChoiceValue> }
  /** In the shopper's own words; `maxLength` in UTF-16 code units. */
  | { readonly kind: 'text'; readonly maxLength: number };

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
    case 'text':
      return isText(answer) && isFitText(answer.text, question.maxLength);
    default:
      return assertNever(question);
  }
}

function isText(answer: SurveyAnswer): answer is { readonly text: string } {
  return typeof answer === 'object' && 'text' in answer;
}

function isFitText(text: string, maxLength: number): boolean {
  return text.length <= maxLength && withoutContacts(text) === text;
}

function isChoice(answer: SurveyAnswer): answer is ChoiceValue {
  return typeof answer === 'string' || typeof answer === 'number';
}
