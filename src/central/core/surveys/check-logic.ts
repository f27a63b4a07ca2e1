import { lintSurvey } from 'survey-core/linter';

/** A member that SurveyJS does not know would go by silently: mostly it is a name that was mistyped. */
const unknownMember = 'property/unknown';

/**
 * What of a survey the form library would not do as it was meant, in one line; `null` when nothing: conditions that
 * cannot be read, that ask for questions that are not there or wait for each other, members that do not exist.
 * API-59. https://surveyjs.io/form-library/documentation/design-survey/conditional-logic
 */
export function logicProblem(definition: object): string | null {
  const { findings } = lintSurvey(definition);
  const grave = findings.find(
    ({ severity, ruleId }) => severity === 'error' || ruleId === unknownMember,
  );
  return grave === undefined ? null : `does not work at ${grave.path}: ${grave.message}`;
}
