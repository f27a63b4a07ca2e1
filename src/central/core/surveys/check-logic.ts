import { lintSurvey } from 'survey-core/linter';

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
 * that would not be counted. API-59.
 * https://surveyjs.io/form-library/documentation/design-survey/conditional-logic
 */
export function logicProblem(definition: object): string | null {
  const { findings } = lintSurvey(definition);
  const grave = findings.find(
    ({ severity, ruleId }) => severity === 'error' || ruleId === unknownMember,
  );
  if (grave !== undefined) return `does not work at ${grave.path}: ${grave.message}`;
  for (const question of questionsIn(definition)) {
    const problem = answersProblem(question);
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
  if (question.type !== 'rating' || question.rateValues !== undefined) return null;
  if (question.autoGenerate === false) return 'needs "rateValues"';
  const { rateMin = 1, rateMax, rateStep = 1 } = question as Readonly<Record<string, number>>;
  const steps = rateMax === undefined ? 0 : Math.floor((rateMax - rateMin) / rateStep) + 1;
  return steps > mostSteps ? `has more than ${mostSteps} steps` : null;
}
