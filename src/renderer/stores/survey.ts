import { create } from 'zustand';
import type { AskedSurvey } from '#shared/contract/ipc/surveys.ts';
import type { SurveyAnswer } from '#shared/domain/survey/answer.ts';
import { createSurveyRun, type ShownQuestion, type SurveyRun } from '../lib/survey/survey-run.ts';
import { useCart } from './cart.ts';
import { useCheckout } from './checkout.ts';
import { send } from './client.ts';
import { useComfort } from './comfort.ts';
import { isStray } from './touches.ts';
import { visitUnderWay } from './visit.ts';

/** So many answers are enough, unless the shopper wishes to say more. SUR-12 */
const enough = 3;
/** After the start, which has more to do. */
const quietMs = 3_000;

interface SurveyState {
  /** `null` when nobody is asked anything. */
  readonly phase: 'asking' | 'enough' | null;
  readonly moment: 'purchase' | 'exit';
  readonly question: ShownQuestion | null;
  /** From 1. */
  readonly number: number;
  /** So many more could be asked. */
  readonly left: number;
}

const nothing = {
  phase: null,
  moment: 'purchase',
  question: null,
  number: 1,
  left: 0,
} as const;

export const useSurvey = create<SurveyState>(() => nothing);

let under: { readonly journeyId: string; readonly run: SurveyRun } | null = null;
let wishesMore = false;
/** Gone back to a question, which is shown although enough was answered. */
let looksBack = false;
let shownAtMs = 0;

const formLibrary = () => import('survey-core');

/** The form library is large: it comes while nobody waits for it. */
export function prepareSurveys(): void {
  setTimeout(() => requestIdleCallback(() => void formLibrary()), quietMs);
}

/** Begins what this visit is asked, after its sale or about its bag; false when it is asked nothing. */
export async function beginSurvey(moment: 'purchase' | 'exit'): Promise<boolean> {
  const journeyId = visitUnderWay();
  const about = subjectOf(moment);
  if (journeyId === null || about === null) return false;
  // Who came back from it goes on where they were, and who bought after all is asked no more. SUR-3
  if (isUnderWay(journeyId)) return isGoneOnWith(moment);
  // Of a visit that ended otherwise.
  forgetSurvey();
  const { language } = useComfort.getState();
  const answer = await send('survey.ask', { journeyId, language, about });
  if (!answer.ok || answer.value.survey === null) return false;
  const run = await openRun(answer.value.survey, language);
  // Asked for twice, it is begun once.
  if (isUnderWay(journeyId)) return isGoneOnWith(moment);
  if (run?.question() == null || visitUnderWay() !== journeyId) {
    void send('survey.end', { journeyId, answers: {} });
    return false;
  }
  under = { journeyId, run };
  wishesMore = false;
  useSurvey.setState({ ...nothing, moment });
  show();
  return true;
}

function isUnderWay(journeyId: string): boolean {
  return under?.journeyId === journeyId;
}

function isGoneOnWith(moment: 'purchase' | 'exit'): boolean {
  if (useSurvey.getState().moment !== moment) return false;
  show();
  return true;
}

function subjectOf(moment: 'purchase' | 'exit') {
  if (moment === 'purchase') {
    const { sale } = useCheckout.getState();
    return sale === null ? null : { moment, orderId: sale.orderId };
  }
  const { cart } = useCart.getState();
  return cart === null || cart.lines.length === 0 ? null : { moment, cartId: cart.cartId };
}

/** A survey that cannot be shown is not asked; the visit ends as it would without. */
async function openRun({ definition }: AskedSurvey, language: string): Promise<SurveyRun | null> {
  try {
    const { Model } = await formLibrary();
    return createSurveyRun(Model, definition, language);
  } catch {
    return null;
  }
}

function show(): void {
  if (under === null) return;
  const { run } = under;
  const question = run.question();
  if (question?.name !== useSurvey.getState().question?.name) shownAtMs = performance.now();
  const isEnough = question === null || (!wishesMore && !looksBack && run.answered() >= enough);
  useSurvey.setState({
    phase: isEnough ? 'enough' : 'asking',
    question,
    number: run.passed() + 1,
    left: run.left(),
  });
}

/** Answers the question of that name, while it is the one that is asked; `null` leaves it out. */
export function answerQuestion(name: string, value: SurveyAnswer | null): void {
  // Another question came up under a finger that touched twice, or between two fingers. SUR-11
  if (isStray(shownAtMs) || under?.run.question()?.name !== name) return;
  under.run.answer(value);
  looksBack = false;
  show();
}

export function questionBefore(): void {
  under?.run.back();
  looksBack = true;
  show();
}

export function tellMore(): void {
  wishesMore = true;
  show();
}

/** What is shown follows the shopper's language. */
export function followLanguage(): void {
  useComfort.subscribe(({ language }, before) => {
    if (language === before.language || under === null) return;
    under.run.speak(language);
    show();
  });
}

/** Tells the core what was answered, as far as it came, and forgets it here. SUR-14 */
export function forgetSurvey(): void {
  if (under !== null) {
    const { journeyId, run } = under;
    under = null;
    void send('survey.end', { journeyId, answers: run.answers() });
  }
  wishesMore = false;
  looksBack = false;
  useSurvey.setState(nothing);
}
