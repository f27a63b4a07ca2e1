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
/** The form library shows no more of a scale, and no more faces. */
const mostSteps = 20;
const mostFaces = 10;

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
    const read = questions.get(String(question.name));
    const problem = answersProblem(question) ?? stepsProblem(question, read);
    if (problem !== null) return `question "${question.name}" ${problem}`;
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
  if (type !== 'rating' || autoGenerate === undefined) return null;
  if (autoGenerate !== true && rateValues === undefined) return 'needs "rateValues"';
  // Which of both is shown depends on how.
  const isTwofold = autoGenerate === true && rateValues !== undefined;
  return isTwofold ? 'has "rateValues" beside "autoGenerate"' : null;
}

function stepsProblem({ type, rateType }: Element, read: Question | undefined): string | null {
  if (type !== 'rating' || read === undefined) return null;
  const steps = stepsOf(read);
  if (rateType === 'smileys' && steps > mostFaces) return `has more than ${mostFaces} faces`;
  // Words of its own are all shown.
  return read.kind === 'scale' && steps > mostSteps ? `has more than ${mostSteps} steps` : null;
}

function stepsOf(read: Question): number {
  if (read.kind === 'scale') return Math.floor((read.max - read.min) / read.step) + 1;
  return read.kind === 'one' ? read.values.size : 0;
}
