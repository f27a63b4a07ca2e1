import type { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';
import type { SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { fits, type Question } from '#shared/domain/survey/question.ts';

/**
 * Parts the answers that the questions let give from those that they do not: of another survey, of a device
 * that was tampered with. Those are named and not told. `questions` is `null` when the version is not known
 * here: then none fits. Pure. API-57
 */
export function readAnswers(
  { answers }: SurveyAnsweredV1,
  questions: ReadonlyMap<string, Question> | null,
): { readonly answers: Readonly<Record<string, SurveyAnswer>>; readonly unfit: readonly string[] } {
  const fitting: [string, SurveyAnswer][] = [];
  const unfit: string[] = [];
  for (const [name, answer] of Object.entries(answers)) {
    const question = questions?.get(name);
    if (question !== undefined && fits(question, answer)) fitting.push([name, answer]);
    else unfit.push(name);
  }
  return { answers: Object.fromEntries(fitting), unfit };
}
