import type { ItemValue, Model, Question } from 'survey-core';
import type { AnswersByName, ChoiceValue, SurveyAnswer } from '#shared/domain/survey/answer.ts';

/** Something to choose. `label` is `null` where the survey leaves the word to us: yes, no, none of these. */
export interface ShownChoice {
  readonly value: ChoiceValue | boolean;
  readonly label: string | null;
  /** Of several that may be chosen: this one alone. */
  readonly isExclusive?: true;
}

/** A question as it is shown, in the shopper's language. */
export interface ShownQuestion {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly asks: 'rating' | 'one' | 'several' | 'order' | 'yesNo' | 'text';
  /** How a rating is drawn. */
  readonly look: 'numbers' | 'stars' | 'smileys';
  readonly choices: readonly ShownChoice[];
  /** What the ends of a rating mean; empty when nothing is said. */
  readonly low: string;
  readonly high: string;
  /** Of a text. */
  readonly maxLength: number;
  /** What was answered before, as the question takes it; `undefined` when nothing. */
  readonly given: unknown;
}

/** One shopper's way through a survey. */
export interface SurveyRun {
  /** `null` when all that applies was asked. */
  question(): ShownQuestion | null;
  /** Answers the present question, or leaves it out (`null`), and goes on. */
  answer(value: SurveyAnswer | null): void;
  /** So many questions lie behind, answered or not. */
  passed(): number;
  back(): void;
  speak(language: string): void;
  /** So many questions were answered. */
  answered(): number;
  /** So many more would be asked, as things stand. */
  left(): number;
  /** Of the questions that apply. */
  answers(): AnswersByName;
}

/**
 * Goes through a survey one question at a time. Which question applies is SurveyJS' to say (`visibleIf` and the rest
 * of its logic); how it is shown is ours. SUR-10. `SurveyModel` is the class, which is large and loaded late.
 */
export function createSurveyRun(
  SurveyModel: typeof Model,
  definition: object,
  language: string,
): SurveyRun {
  const model = new SurveyModel(definition);
  model.locale = language;
  /** Shown before, in their order. */
  const passed: string[] = [];
  /** Answered by the shopper: what the form library fills in by itself is no answer. */
  const given = new Map<string, SurveyAnswer>();
  /** Gone back to. */
  let again: string | null = null;

  const visible = () => model.getAllQuestions(true);
  const answeredOnes = () =>
    visible().filter((question) => given.has(question.name) && !question.isEmpty());
  const present = () =>
    visible().find(({ name }) => name === again) ??
    visible().find(({ name }) => !passed.includes(name));

  return {
    question() {
      const question = present();
      return question === undefined ? null : shown(question, given.get(question.name));
    },
    answer(value) {
      const question = present();
      if (question === undefined) return;
      if (value === null) {
        question.clearValue();
        given.delete(question.name);
      } else {
        question.value = typeof value === 'object' && 'text' in value ? value.text : value;
        given.set(question.name, value);
      }
      passed.push(question.name);
      again = null;
    },
    passed: () => passed.length,
    back() {
      again = passed.pop() ?? null;
    },
    speak(wanted) {
      model.locale = wanted;
    },
    answered: () => answeredOnes().length,
    left: () => visible().filter(({ name }) => !passed.includes(name)).length,
    answers: () =>
      Object.fromEntries(
        answeredOnes().map((question) => [
          question.name,
          answerOf(question, given.get(question.name)),
        ]),
      ),
  };
}

function answerOf(question: Question, given: SurveyAnswer | undefined): SurveyAnswer {
  const { value } = question;
  // The form library puts what was not touched into an order too.
  if (kindOf(question) === 'order' && given !== undefined) return given;
  if (question.getType() === 'comment') return { text: String(value) };
  // The form library's lists carry functions, which go over no line. The core checks the rest against the survey.
  return Array.isArray(value) ? [...value] : value;
}

function shown(question: Question, given: SurveyAnswer | undefined): ShownQuestion {
  const asks = kindOf(question);
  return {
    name: question.name,
    title: question.processedTitle,
    description: question.description,
    asks,
    look: lookOf(question.rateType),
    choices: choicesOf(question, asks),
    low: question.minRateDescription ?? '',
    high: question.maxRateDescription ?? '',
    maxLength: question.maxLength ?? -1,
    given: shownAnswer(question, asks, given),
  };
}

function shownAnswer(
  question: Question,
  asks: ShownQuestion['asks'],
  given: SurveyAnswer | undefined,
): unknown {
  if (asks === 'order') return given;
  return question.isEmpty() ? undefined : question.value;
}

function kindOf(question: Question): ShownQuestion['asks'] {
  switch (question.getType()) {
    case 'rating':
      return 'rating';
    case 'boolean':
      return 'yesNo';
    case 'comment':
      return 'text';
    case 'ranking':
      return 'order';
    case 'checkbox':
    case 'tagbox':
      return 'several';
    case 'imagepicker':
      return question.multiSelect === true ? 'several' : 'one';
    default:
      return 'one';
  }
}

function lookOf(rateType: unknown): ShownQuestion['look'] {
  return rateType === 'stars' || rateType === 'smileys' ? rateType : 'numbers';
}

function choicesOf(question: Question, asks: ShownQuestion['asks']): readonly ShownChoice[] {
  switch (asks) {
    case 'text':
      return [];
    case 'yesNo':
      return [
        { value: true, label: wordOf(question.locLabelTrue) },
        { value: false, label: wordOf(question.locLabelFalse) },
      ];
    case 'rating':
      return question.visibleRateValues.map(choiceOf);
    default:
      return question.visibleChoices.map((item: ItemValue) =>
        item === question.noneItem
          ? { value: item.value, label: wordOf(item.locText), isExclusive: true }
          : choiceOf(item),
      );
  }
}

function choiceOf({ value, text }: ItemValue): ShownChoice {
  return { value, label: text };
}

/** What the survey says itself; not the form library's English word for it. */
function wordOf(word: { readonly isEmpty: boolean; readonly textOrHtml: string }): string | null {
  return word.isEmpty ? null : word.textOrHtml;
}
