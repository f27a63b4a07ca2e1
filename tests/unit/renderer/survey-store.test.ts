// Loaded while there is no `window`, which it would take for a browser's.
import 'survey-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { demoSurveys } from '#db/seed/surveys.ts';
import { ok } from '#shared/lib/result.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});
vi.stubGlobal('document', { documentElement: { dataset: {}, lang: 'en', dir: 'ltr' } });

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const checkout = await import('../../../src/renderer/stores/checkout.ts');
const leaving = await import('../../../src/renderer/stores/leaving.ts');
const navigation = await import('../../../src/renderer/stores/navigation.ts');
const survey = await import('../../../src/renderer/stores/survey.ts');
const visit = await import('../../../src/renderer/stores/visit.ts');

let kiosk: FakeKiosk;
let journeyId: string;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  journeyId = visit.beginVisit();
});

afterEach(() => survey.forgetSurvey());

const state = () => survey.useSurvey.getState();
const screen = () => navigation.useNavigation.getState().route.screen;
const ended = () => kiosk.waiting('survey.end').map(({ input }) => input);

/** From the thanks on, with what the core answers. */
async function leaveThanks(id: string | null): Promise<void> {
  const sale = { orderId: 'o', number: 'D1-1', currency: 'EUR', totalMinor: 1, payments: [] };
  checkout.useCheckout.setState({ sale });
  const left = leaving.leaveThanks();
  const asked = demoSurveys.find((one) => one.id === id);
  const found =
    asked === undefined ? null : { id: asked.id, version: 1, definition: asked.definition };
  kiosk.waiting('survey.ask')[0]?.answer(ok({ survey: found }));
  await vi.waitFor(() => expect(kiosk.waiting('survey.ask')).toEqual([]));
  await left;
}

test('SUR-7 SUR-12 three answers are enough, and whoever wishes says more', async () => {
  await leaveThanks('after-purchase');
  expect(screen()).toBe('survey');
  survey.answerQuestion(9);
  survey.answerQuestion(4);
  expect(state()).toMatchObject({ phase: 'asking', number: 3, left: 2 });
  survey.answerQuestion(true);
  expect(state()).toMatchObject({ phase: 'enough', left: 1 });
  survey.tellMore();
  expect(state()).toMatchObject({ phase: 'asking', question: { name: 'words' } });
  survey.answerQuestion(null);
  expect(state()).toMatchObject({ phase: 'enough', left: 0 });
});

test('SUR-13 the question before shows what was answered', async () => {
  await leaveThanks('after-purchase');
  survey.answerQuestion(9);
  survey.questionBefore();
  expect(state()).toMatchObject({ number: 1, question: { name: 'recommend', given: 9 } });
});

test('SUR-14 whatever ends the visit ends its survey, with what was answered until then', async () => {
  await leaveThanks('after-purchase');
  survey.answerQuestion(3);
  survey.forgetSurvey();
  expect(ended()).toMatchObject([{ journeyId, answers: { recommend: 3 } }]);
  expect(state().phase).toBeNull();
  survey.forgetSurvey();
  expect(ended()).toHaveLength(1);
});

test('SUR-7 a visit that is asked nothing ends as it would without surveys', async () => {
  await leaveThanks(null);
  await settled();
  expect(screen()).toBe('welcome');
  expect(ended()).toEqual([]);
});
