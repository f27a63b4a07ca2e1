import type { AnswersByName, SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { fits } from '#shared/domain/survey/question.ts';
import { readSurvey } from '#shared/domain/survey/read-survey.ts';
import { withoutContacts } from '#shared/domain/survey/typed-text.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { SurveyVersion } from '../ports/surveys.ts';

/**
 * The answers as they are kept: written words without contacts, and nothing where nothing is left of them. An answer
 * that the survey does not let give is refused with its question's name. Pure. SUR-21, SUR-31
 */
export function readOwnAnswers(
  survey: SurveyVersion | null,
  told: AnswersByName,
): Result<AnswersByName, Fault<'survey.answer_unfit'>> {
  const read = survey === null ? null : readSurvey(survey.definition);
  const questions = read?.ok === true ? read.value : null;
  const kept: [string, SurveyAnswer][] = [];
  for (const [name, given] of Object.entries(told)) {
    const answer = withoutContactsOf(given);
    if (answer === null) continue;
    const question = questions?.get(name);
    if (question === undefined || !fits(question, answer)) {
      const message = `The survey does not let question "${name}" be answered like that.`;
      return err(fault('survey.answer_unfit', message, { question: name }));
    }
    kept.push([name, answer]);
  }
  return ok(Object.fromEntries(kept));
}

function withoutContactsOf(answer: SurveyAnswer): SurveyAnswer | null {
  if (typeof answer !== 'object' || !('text' in answer)) return answer;
  const text = withoutContacts(answer.text);
  return text === '' ? null : { text };
}
