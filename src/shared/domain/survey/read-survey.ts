import { Check } from 'typebox/value';
import { isDeeperThan } from '../../lib/nesting.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { ChoiceValue, longestText, QuestionName, tokenWords } from './answer.ts';
import type { Question } from './question.ts';

/** How much one survey holds. */
export const surveyLimits = {
  questions: 100,
  choices: 200,
  depth: 12,
  jsonLength: 256_000,
} as const;

type Members = Readonly<Record<string, unknown>>;

/**
 * The questions of a survey in the JSON of SurveyJS, by name; the error says in one line what of it is not
 * understood. What is only shown (titles, descriptions, logic) is left to the form library. API-51.
 * https://surveyjs.io/form-library/documentation/design-survey/create-a-simple-survey
 */
export function readSurvey(definition: Members): Result<ReadonlyMap<string, Question>, string> {
  if (isDeeperThan(definition, surveyLimits.depth)) return err('is nested too deeply');
  if (JSON.stringify(definition).length > surveyLimits.jsonLength) return err('is too large');
  const questions = new Map<string, Question>();
  try {
    for (const page of listOf(definition, 'pages')) readElements(page, questions);
    readElements(definition, questions);
  } catch (error) {
    if (error instanceof NotUnderstood) return err(error.message);
    throw error;
  }
  return questions.size === 0 ? err('asks nothing') : ok(questions);
}

class NotUnderstood extends Error {}

function listOf(members: Members, name: string): readonly Members[] {
  const list = members[name] ?? [];
  if (!Array.isArray(list)) throw new NotUnderstood(`"${name}" is not a list`);
  for (const entry of list) {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) {
      throw new NotUnderstood(`"${name}" has an entry that is not an object`);
    }
  }
  return list;
}

function readElements(parent: Members, questions: Map<string, Question>): void {
  for (const element of listOf(parent, 'elements')) {
    if (element.type === 'panel') {
      readElements(element, questions);
      continue;
    }
    const { name } = element;
    if (!Check(QuestionName, name)) {
      throw new NotUnderstood(`a question's name ${JSON.stringify(name)} is not ${tokenWords}`);
    }
    if (questions.has(name)) throw new NotUnderstood(`two questions are named "${name}"`);
    if (questions.size === surveyLimits.questions) {
      throw new NotUnderstood(`has more than ${surveyLimits.questions} questions`);
    }
    questions.set(name, readQuestion(name, element));
  }
}

function readQuestion(name: string, element: Members): Question {
  refuseTyping(name, element);
  switch (element.type) {
    case 'rating':
      return readRating(name, element);
    case 'boolean':
      return { kind: 'yesNo' };
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
      return { kind: 'one', values: readChoices(name, element) };
    case 'imagepicker': {
      const values = readChoices(name, element);
      return element.multiSelect === true ? { kind: 'several', values } : { kind: 'one', values };
    }
    case 'checkbox':
    case 'tagbox':
    case 'ranking':
      return { kind: 'several', values: readChoices(name, element) };
    case 'comment':
      return { kind: 'text', maxLength: readMaxLength(name, element) };
    default:
      throw new NotUnderstood(
        `question "${name}" is of the type ${JSON.stringify(element.type)}, which is not taken`,
      );
  }
}

/**
 * Words of a shopper's own are asked for by a question of their own (`comment`), which has its text apart: beside a
 * choice they would be taken for one, and a single line (`text`) is where a name or an address is asked for.
 */
function refuseTyping(name: string, element: Members): void {
  const typed = ['showOtherItem', 'hasOther', 'showCommentArea', 'hasComment', 'valueName'];
  const member = typed.find((one) => element[one] !== undefined && element[one] !== false);
  if (member !== undefined) {
    throw new NotUnderstood(`question "${name}" has "${member}", which is not taken`);
  }
}

function readRating(name: string, element: Members): Question {
  if (element.rateValues !== undefined) {
    return { kind: 'one', values: readValues(name, 'rateValues', element.rateValues) };
  }
  const step = numberOf(name, element, 'rateStep', 1);
  const { min, max } = readEnds(name, element, step);
  if (step < 1 || max <= min || max - min > 1_000) {
    throw new NotUnderstood(`question "${name}" has no scale from ${min} to ${max}`);
  }
  return { kind: 'scale', min, max, step };
}

/** As the form library reads them: a count tells the one end that is left out, and nothing where none or both are. */
function readEnds(name: string, element: Members, step: number) {
  const min = numberOf(name, element, 'rateMin', 1);
  const max = numberOf(name, element, 'rateMax', 5);
  const length = step * (numberOf(name, element, 'rateCount', 5) - 1);
  const { rateMin, rateMax, rateCount } = element;
  const isOpen = (rateMin === undefined) !== (rateMax === undefined);
  if (rateCount === undefined || !isOpen) return { min, max };
  return rateMin === undefined ? { min: max - length, max } : { min, max: min + length };
}

function readMaxLength(name: string, { maxLength }: Members): number {
  // What SurveyJS means by none.
  if (maxLength === undefined || maxLength === -1) return longestText;
  const isLength = typeof maxLength === 'number' && Number.isInteger(maxLength);
  if (isLength && maxLength >= 1 && maxLength <= longestText) return maxLength;
  throw new NotUnderstood(`question "${name}" needs a "maxLength" from 1 to ${longestText}`);
}

function numberOf(name: string, element: Members, member: string, otherwise: number): number {
  const value = element[member] ?? otherwise;
  if (typeof value !== 'number' || !Check(ChoiceValue, value)) {
    throw new NotUnderstood(`question "${name}" has a "${member}" that is no small whole number`);
  }
  return value;
}

function readChoices(name: string, element: Members): ReadonlySet<ChoiceValue> {
  const values = new Set(readValues(name, 'choices', element.choices));
  if (element.showNoneItem === true || element.hasNone === true) values.add('none');
  return values;
}

function readValues(name: string, member: string, list: unknown): ReadonlySet<ChoiceValue> {
  if (!Array.isArray(list) || list.length === 0 || list.length > surveyLimits.choices) {
    throw new NotUnderstood(
      `question "${name}" needs "${member}" with 1 to ${surveyLimits.choices} entries`,
    );
  }
  const values = new Set<ChoiceValue>();
  for (const entry of list) {
    const value: unknown =
      entry !== null && typeof entry === 'object' && 'value' in entry ? entry.value : entry;
    if (!Check(ChoiceValue, value)) {
      const given = JSON.stringify(value)?.slice(0, 80);
      throw new NotUnderstood(
        `question "${name}" has the value ${given}, which is neither a whole number nor ${tokenWords}`,
      );
    }
    if (values.has(value)) throw new NotUnderstood(`question "${name}" has ${value} twice`);
    values.add(value);
  }
  return values;
}
