// Loaded while there is no `window`, which it would take for a browser's.
import 'survey-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { demoSurveys } from '#db/seed/surveys.ts';
import type { SurveyAnswer } from '#shared/domain/survey/answer.ts';
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
const cart = await import('../../../src/renderer/stores/cart.ts');
const idle = await import('../../../src/renderer/stores/idle.ts');
const survey = await import('../../../src/renderer/stores/survey.ts');
const touches = await import('../../../src/renderer/stores/touches.ts');
const visit = await import('../../../src/renderer/stores/visit.ts');

let kiosk: FakeKiosk;
let journeyId: string;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  journeyId = visit.beginVisit();
});

afterEach(() => {
  survey.forgetSurvey();
  cart.beginNewCart();
});

const state = () => survey.useSurvey.getState();
/** The question that is shown. */
const answer = (value: SurveyAnswer | null) =>
  survey.answerQuestion(state().question?.name ?? '', value);
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
  answer(9);
  answer(4);
  expect(state()).toMatchObject({ phase: 'asking', number: 3, left: 2 });
  answer(true);
  expect(state()).toMatchObject({ phase: 'enough', left: 1 });
  survey.tellMore();
  expect(state()).toMatchObject({ phase: 'asking', question: { name: 'words' } });
  answer(null);
  expect(state()).toMatchObject({ phase: 'enough', left: 0 });
});

test('SUR-11 of two fingers on two answers one answers, and nothing that was not seen', async () => {
  await leaveThanks('after-purchase');
  survey.answerQuestion('recommend', 5);
  survey.answerQuestion('recommend', 9);
  expect(state()).toMatchObject({ number: 2, question: { name: 'easy' } });
  survey.forgetSurvey();
  expect(ended()).toMatchObject([{ answers: { recommend: 5 } }]);
});

test('SUR-13 the question before shows what was answered', async () => {
  await leaveThanks('after-purchase');
  answer(9);
  survey.questionBefore();
  expect(state()).toMatchObject({ number: 1, question: { name: 'recommend', given: 9 } });
});

test('SUR-13 the last answer can be changed too, before everything is cleared', async () => {
  await leaveThanks('after-purchase');
  for (const value of [9, 4, true] as const) answer(value);
  survey.questionBefore();
  expect(state()).toMatchObject({ phase: 'asking', question: { name: 'again', given: true } });
  answer(false);
  expect(state().phase).toBe('enough');
  survey.forgetSurvey();
  expect(ended()).toMatchObject([{ answers: { recommend: 9, easy: 4, again: false } }]);
});

test('SUR-14 whatever ends the visit ends its survey, with what was answered until then', async () => {
  await leaveThanks('after-purchase');
  answer(3);
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

/** Wants everything cleared, with something in the bag. */
async function leaveBag(): Promise<void> {
  checkout.forgetCheckout();
  // Only that there is something in it counts here.
  cart.useCart.setState({ cart: { lines: [{}] } as never });
  const left = leaving.leaveShop();
  const why = demoSurveys.find(({ id }) => id === 'on-leaving');
  const found = why === undefined ? null : { id: why.id, version: 1, definition: why.definition };
  kiosk.waiting('survey.ask')[0]?.answer(ok({ survey: found }));
  await left;
}

test.each(['start over', 'the idle warning'])(
  'SUR-7 SUR-14 who answers %s while being asked is done, and what was answered is told',
  async (way) => {
    navigation.go({ screen: 'cart' });
    await leaveBag();
    expect(screen()).toBe('survey');
    answer('not-found');
    const left = way === 'start over' ? leaving.leaveShop() : idle.leave();
    expect(kiosk.waiting('survey.ask')).toEqual([]);
    kiosk.waiting('cart.discard')[0]?.answer(ok({}));
    await left;
    expect(screen()).toBe('welcome');
    expect(ended()).toMatchObject([{ journeyId, answers: { why: 'not-found' } }]);
  },
);

test('SUR-3 who came back from it is asked where they were', async () => {
  navigation.go({ screen: 'cart' });
  await leaveBag();
  answer('not-found');
  navigation.back();
  await leaveBag();
  expect(screen()).toBe('survey');
  expect(state()).toMatchObject({ number: 2, question: { name: 'missing' } });
});

test('SUR-2 SUR-7 who bought after all is not asked why they left', async () => {
  navigation.go({ screen: 'cart' });
  await leaveBag();
  answer('price');
  cart.beginNewCart();
  navigation.replace({ screen: 'thanks' });
  await leaveThanks(null);
  expect(screen()).toBe('welcome');
  expect(ended()).toMatchObject([{ answers: { why: 'price' } }]);
});

test('SUR-14 a survey that comes when the visit is over is put to nobody else', async () => {
  const sale = { orderId: 'o', number: 'D1-1', currency: 'EUR', totalMinor: 1, payments: [] };
  checkout.useCheckout.setState({ sale });
  const left = leaving.leaveThanks();
  const [ask] = kiosk.waiting('survey.ask');
  visit.beginVisit();
  navigation.replace({ screen: 'home' });
  const [first] = demoSurveys;
  ask?.answer(ok({ survey: { id: 'x', version: 1, definition: first?.definition ?? {} } }));
  await left;
  expect(screen()).toBe('home');
  expect(state().phase).toBeNull();
  expect(ended()).toMatchObject([{ journeyId, answers: {} }]);
});

test('SUR-7 who pays after all while the question comes is not led away from the payment', async () => {
  navigation.go({ screen: 'payment' });
  checkout.forgetCheckout();
  cart.useCart.setState({ cart: { lines: [{}] } as never });
  const left = leaving.leaveShop();
  checkout.useCheckout.setState({ busy: true });
  const [first] = demoSurveys;
  const found = { id: 'x', version: 1, definition: first?.definition ?? {} };
  kiosk.waiting('survey.ask')[0]?.answer(ok({ survey: found }));
  await left;
  checkout.useCheckout.setState({ busy: false });
  expect(screen()).toBe('payment');
  expect(state().phase).toBeNull();
  expect(ended()).toMatchObject([{ journeyId, answers: {} }]);
});

test('SUR-24 a core that does not answer keeps nobody waiting who leaves', async () => {
  vi.useFakeTimers();
  const sale = { orderId: 'o', number: 'D1-1', currency: 'EUR', totalMinor: 1, payments: [] };
  checkout.useCheckout.setState({ sale });
  navigation.go({ screen: 'thanks' });
  const left = leaving.leaveThanks();
  await vi.advanceTimersByTimeAsync(2_500);
  await left;
  vi.useRealTimers();
  expect(screen()).toBe('welcome');
});

test('SUR-3 the next visit is asked anew, however the one before ended', async () => {
  await leaveThanks('after-purchase');
  answer(9);
  const next = visit.beginVisit();
  navigation.replace({ screen: 'cart' });
  await leaveBag();
  expect(state()).toMatchObject({ moment: 'exit', question: { name: 'why' } });
  survey.forgetSurvey();
  expect(ended()).toMatchObject([
    { journeyId, answers: { recommend: 9 } },
    { journeyId: next, answers: {} },
  ]);
});

test('SUR-11 the second touch of a hand that trembles answers no other question', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  await leaveThanks('after-purchase');
  const touch = (value: number, atMs: number, x = 0) => {
    clock.mockReturnValue(atMs);
    touches.noteTouch({ atMs, x, y: 0 });
    answer(value);
  };
  touch(9, 1_000);
  touch(4, 1_200);
  expect(state()).toMatchObject({ number: 2, question: { name: 'easy' } });
  touch(4, 1_250, 300);
  expect(state().number).toBe(3);
  touch(1, 1_350, 300);
  expect(state().number).toBe(3);
  // By a key, whatever was touched before.
  answer(true);
  expect(state().phase).toBe('enough');
  clock.mockRestore();
});
