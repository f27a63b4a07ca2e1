import { lintSurvey } from 'survey-core/linter';
import type { Question } from '#shared/domain/survey/question.ts';

/** A member that SurveyJS does not know would go by silently: mostly it is a name that was mistyped. */
const unknownMember = 'property/unknown';
/** With them the form library would offer answers that are none of the survey's own, or fetch them from somewhere. */
const foreignAnswers = [
  'showSelectAllItem',
  'hasSelectAll',
  'showRefuseItem',
  'showDontKnowItem',
  'choicesByUrl',
  'choicesFromQuestion',
  'choicesMin',
  'choicesMax',
  'valuePropertyName',
];
/** The form library shows no more of a scale. */
const mostSteps = 20;

/**
 * What of a survey the form library would not do as it was meant, in one line; `null` when nothing: conditions that
 * cannot be read, that ask for questions that are not there or wait for each other, members that do not exist, answers
 * that would not be counted. `questions` is how the definition was read. API-59.
 * https://surveyjs.io/form-library/documentation/design-survey/conditional-logic
 */
export function logicProblem(
  definition: object,
  questions: ReadonlyMap<string, Question>,
): string | null {
  const { findings } = lintSurvey(definition);
  const grave = findings.find(
    ({ severity, ruleId }) => severity === 'error' || ruleId === unknownMember,
  );
  if (grave !== undefined) return `does not work at ${grave.path}: ${grave.message}`;
  for (const question of questionsIn(definition)) {
    const problem = answersProblem(question);
    if (problem !== null) return `question "${question.name}" ${problem}`;
  }
  for (const [name, question] of questions) {
    if (stepsOf(question) > mostSteps) return `question "${name}" has more than ${mostSteps} steps`;
  }
  return null;
}

type Element = Readonly<Record<string, unknown>>;

/** Over pages and panels; that there are elements where they should be was checked before. */
function questionsIn(parent: object): readonly Element[] {
  const { pages = [], elements = [] } = parent as { pages?: Element[]; elements?: Element[] };
  return [
    ...pages.flatMap(questionsIn),
    ...elements.flatMap((element) => (element.type === 'panel' ? questionsIn(element) : [element])),
  ];
}

function answersProblem(question: Element): string | null {
  const foreign = foreignAnswers.find((member) => Boolean(question[member]));
  if (foreign !== undefined) return `has "${foreign}", which is not taken`;
  const { type, valueTrue = true, valueFalse = false, rateValues, autoGenerate } = question;
  // Conditions would ask for them, and what is answered is yes or no.
  if (valueTrue !== true || valueFalse !== false) {
    return 'has "valueTrue" or "valueFalse", which is not taken';
  }
  const isBare = type === 'rating' && rateValues === undefined && autoGenerate === false;
  return isBare ? 'needs "rateValues"' : null;
}

function stepsOf(question: Question): number {
  if (question.kind !== 'scale') return 0;
  return Math.floor((question.max - question.min) / question.step) + 1;
}
